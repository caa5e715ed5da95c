import Cooperation
package import Domain
package import Insight
import People
import Reference
import Store

extension Matches {
    /// Needs compared with one piece of help.
    private static let needsMax = 5_000

    /// Needs that others let this workspace read, for an offer or a call of its own.
    package func needs(
        for id: HelpID, limit: Int = 10, _ member: Member
    ) async throws(WorkspaceError) -> HelpShortlist {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        let today = today
        return try await store.read { connection in
            guard let help = try Self.ownHelp(id, workspace, connection) else { throw WorkspaceError.notFound }
            let stand = try shelf.stand(reference, today: today, connection)
            var search = try HelpSearch(workspace, stand, reference, today: today, connection)
            var list = try search.needs(for: help, limit: limit, connection)
            list.decisions = try MatchRejectionRow.own(id, workspace, connection).map { rejection in
                let need = try CooperationRecords.need(rejection.need, .partner(workspace), connection)
                return HelpShortlist.Decision(rejection: rejection, need: need?.outside)
            }
            return list
        }
    }

    static func ownHelp(
        _ id: HelpID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> OwnHelp? {
        switch id.source {
        case .offer: try CooperationRecords.ownOffer(OfferID(id.number), workspace, connection).map { .offer($0) }
        case .call:
            try CooperationRecords.ownCall(FundCallID(id.number), workspace, connection).map { .call($0.call, $0.fund) }
        case .programme, .peer: nil
        }
    }

    /// What others let this reader see, read with its rights in this very reading, and still asked for.
    static func wanted(
        by workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Need] {
        var found: [Need] = []
        var after: NeedID?
        while found.count < needsMax {
            let page = try CooperationRecords.needs(.partner(workspace), after: after, limit: 200, connection)
            found += page.filter { $0.status.isWanted && $0.workspace != workspace }
            guard page.count == 200, let last = page.last else { break }
            after = last.id
        }
        return found
    }
}

/// One search for needs that a workspace's own help fits.
struct HelpSearch {
    private let workspace: WorkspaceID
    private let reference: ReferenceFacts
    private let needs: [NeedID: Need]
    private let profiles: [NeedProfile]
    private let actors: [WorkspaceID: CooperationActor]
    private let today: CalendarDate
    private var stand: MatchShelf.Stand

    init(
        _ workspace: WorkspaceID, _ stand: MatchShelf.Stand, _ reference: ReferenceFacts, today: CalendarDate,
        _ connection: any ReadConnection
    ) throws {
        let wanted = try Matches.wanted(by: workspace, connection)
        let reading = MatchProfiles(reference)
        self.workspace = workspace
        self.reference = reference
        self.stand = stand
        self.today = today
        needs = Dictionary(wanted.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        profiles = wanted.map { reading.need($0, for: workspace) }
        actors = try CooperationRecords.actors(wanted.map(\.workspace), connection)
    }

    /// Best first. Help that is still a draft is compared all the same; others do not see it.
    mutating func needs(
        for help: OwnHelp, limit: Int, _ connection: any ReadConnection
    ) throws -> HelpShortlist {
        if stand.index[help.id] == nil {
            let reading = MatchProfiles(reference, stand.evidence)
            switch help {
            case .offer(let offer):
                let actor = try CooperationRecords.actors([workspace], connection)[workspace]
                stand.index.add(reading.help(offer, of: actor))
            case .call(let call, let fund): stand.index.add(reading.help(call, of: fund))
            }
        }
        let decided = try MatchRejectionRow.standing(of: help.id, workspace, connection)
        let own = try MatchRejectionRow.standingOwn(of: help.id, workspace, connection)
        let question = MatchQuestion(view: .others, today: today, limit: limit)
        var list = HelpShortlist(help: help, compared: profiles.count)
        let scores = stand.index.needs(for: help.id, among: profiles, question) { decided.contains($0) }
        list.matches = scores.compactMap { score in
            needs[score.need].map {
                HelpShortlist.Match(score: score, need: $0.outside, actor: actors[$0.workspace])
            }
        }
        list.keptAway = profiles.count { profile in
            decided.contains(profile.id) && !own.contains(profile.id)
                && (stand.index.pair(profile, help.id, question)?.obstacles.isEmpty ?? false)
        }
        return list
    }
}
