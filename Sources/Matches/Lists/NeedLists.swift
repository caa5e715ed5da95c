import Cooperation
package import Domain
import Insight
import People
import Reference
import Store

extension Matches {
    /// Refusals that are told.
    private static let refusalsMax = 10

    /// Help for a need of the workspace's own, as of now: each hit is read with the rights of this workspace in the same reading.
    package func shortlist(
        for id: NeedID, _ member: Member, _ asked: ShortlistQuestion = ShortlistQuestion()
    ) async throws(WorkspaceError) -> NeedShortlist {
        let (workspace, within) = (member.workspace.id, try member.limit(.seeCooperation))
        let today = today
        return try await store.read { connection in
            guard let need = try CooperationRecords.ownNeed(id, workspace, within: within, connection) else {
                throw WorkspaceError.notFound
            }
            let stand = try shelf.stand(reference, today: today, connection)
            let search = try NeedSearch(need, stand, reference, today: today, asked, connection)
            var list = NeedShortlist(need: need, isPublished: search.isPublished, compared: stand.counts)
            list.matches = try search.matches(connection)
            list.refusals = try search.refusals(most: Self.refusalsMax, connection)
            list.keptAway = search.keptAway
            list.decisions = try MatchRejectionRow.own(id, workspace, connection).map {
                NeedShortlist.Decision(
                    rejection: $0, card: try HelpCards.find($0.help, .partner(workspace), connection))
            }
            return list
        }
    }
}

/// One search for help for a need of a workspace's own.
struct NeedSearch {
    let isPublished: Bool
    private let profile: NeedProfile
    private let question: MatchQuestion
    private let reader: CooperationReader
    private let stand: MatchShelf.Stand
    private let decided: Set<HelpID>
    private let own: Set<HelpID>

    init(
        _ need: Need, _ stand: MatchShelf.Stand, _ reference: ReferenceFacts, today: CalendarDate,
        _ asked: ShortlistQuestion, _ connection: any ReadConnection
    ) throws {
        self.stand = stand
        reader = .partner(need.workspace)
        let hasConsent = try CooperationRecords.isConsented(need.id, need.workspace, connection)
        isPublished = hasConsent && need.publication.level != .draft
        profile = MatchProfiles(reference).need(
            need, level: isPublished ? need.publication.level : .draft, named: need.publication.named)
        decided = try MatchRejectionRow.standing(of: need.id, need.workspace, connection)
        own = try MatchRejectionRow.standingOwn(of: need.id, need.workspace, connection)
        question = MatchQuestion(
            view: .ownNeed, today: today, rejected: decided, sources: asked.sources, limit: asked.limit)
    }

    /// Best first.
    func matches(_ connection: any ReadConnection) throws -> [NeedShortlist.Match] {
        var found: [NeedShortlist.Match] = []
        for score in stand.index.matches(for: profile, question) {
            guard let card = try HelpCards.find(score.help, reader, connection) else { continue }
            found.append(NeedShortlist.Match(score: score, card: card))
        }
        return found
    }

    /// What people decided against stands elsewhere.
    func refusals(most: Int, _ connection: any ReadConnection) throws -> [NeedShortlist.Refusal] {
        var asked = question
        asked.rejected = []
        var found: [NeedShortlist.Refusal] = []
        for refusal in stand.index.refusals(for: profile, asked) where found.count < most {
            guard !decided.contains(refusal.help), let card = try HelpCards.find(refusal.help, reader, connection)
            else { continue }
            found.append(NeedShortlist.Refusal(obstacles: refusal.obstacles, card: card))
        }
        return found
    }

    /// Help that would be a match but that the other side decided against; which it is, is not said.
    var keptAway: Int {
        var asked = question
        asked.rejected = []
        return decided.subtracting(own).count { id in
            stand.index.pair(profile, id, asked)?.obstacles.isEmpty ?? false
        }
    }
}
