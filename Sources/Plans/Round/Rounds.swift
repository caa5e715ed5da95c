package import Domain
package import People
import Store

/// Position rounds of a workspace. Everything here asks for a right of the government's roles; a focal point is handed what her
/// institution was asked, and what the mechanism settles on only when it is frozen.
package struct Rounds: Sendable {
    package static let paragraphsMax = 2_000
    package static let titleCharactersMax = 200

    let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// Newest first, with how far each has come. A focal point sees those her institution was asked in.
    package func all(_ member: Member) async throws(WorkspaceError) -> [RoundSummary] {
        let limit = try member.limit(.seeRound)
        let workspace = member.workspace
        return try await store.read { connection in
            try RoundRow.all(workspace.id, connection).compactMap { round in
                let lines = try Self.lines(round, limit, connection)
                guard limit == nil || !lines.isEmpty else { return nil }
                return RoundSummary(
                    round: round, document: try RoundSourceRow.document(round.document, connection), lines: lines)
            }
        }
    }

    /// A round with all its paragraphs.
    package func page(_ id: RoundID, _ member: Member) async throws(WorkspaceError) -> RoundPage {
        let limit = try member.limit(.seeRound)
        let workspace = member.workspace
        return try await store.read { connection in
            guard let round = try RoundRow.find(id, workspace.id, connection) else { throw WorkspaceError.notFound }
            var lines = try Self.lines(round, limit, connection)
            guard limit == nil || !lines.isEmpty else { throw WorkspaceError.notFound }
            let themes = try RoundSourceRow.themes(id, connection)
            let issues = try workspace.mechanismState.map { try RoundSourceRow.issues(id, $0, connection) } ?? [:]
            for place in lines.indices {
                let recommendation = lines[place].paragraph.recommendation
                lines[place].themes = themes[recommendation] ?? []
                lines[place].issue = issues[recommendation]
            }
            return RoundPage(
                round: round, document: try RoundSourceRow.document(round.document, connection), lines: lines,
                institutions: try Self.institutions(workspace.id, limit, connection),
                issueNames: try RoundSourceRow.names(Set(lines.compactMap(\.issue)), connection),
                freezes: try RoundFreezeRow.all(id, workspace.id, connection))
        }
    }

    /// One paragraph, where it came from, and who was asked.
    package func paragraph(_ id: RoundParagraphID, _ member: Member) async throws(WorkspaceError) -> RoundParagraphPage
    {
        let limit = try member.limit(.seeRound)
        let workspace = member.workspace
        return try await store.read { connection in
            guard let paragraph = try RoundParagraphRow.find(id, workspace.id, only: limit, connection),
                let round = try RoundRow.find(paragraph.round, workspace.id, connection)
            else { throw WorkspaceError.notFound }
            let all = try RoundParagraphRow.all(round.id, workspace.id, only: limit, connection)
            let place = all.firstIndex { $0.id == id } ?? 0
            return RoundParagraphPage(
                round: round, document: try RoundSourceRow.document(round.document, connection),
                line: RoundLine(
                    paragraph: paragraph,
                    proposals: try ProposalRow.of(id, workspace.id, only: limit, connection)),
                institutions: try Self.institutions(workspace.id, limit, connection),
                parts: all.filter { $0.mergedInto == id }.map(\.id),
                earlier: try all.filter { $0.mergedInto == id }.map { part in
                    RoundLine(
                        paragraph: part,
                        proposals: try ProposalRow.of(part.id, workspace.id, only: limit, connection))
                },
                moves: try RoundMoveRow.of(
                    [id] + all.filter { $0.mergedInto == id }.map(\.id), workspace.id, connection),
                previous: place > 0 ? all[place - 1].id : nil,
                next: place + 1 < all.count ? all[place + 1].id : nil)
        }
    }

    /// Every paragraph with its proposals; those that are no longer live come last.
    static func lines(
        _ round: Round, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [RoundLine] {
        let proposals = Dictionary(
            grouping: try ProposalRow.all(round.id, round.workspace, only: limit, connection), by: \.paragraph)
        return try RoundParagraphRow.all(round.id, round.workspace, only: limit, connection).map {
            RoundLine(paragraph: $0, proposals: proposals[$0.id] ?? [])
        }
    }

    private static func institutions(
        _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Institution] {
        guard let limit else { return try InstitutionRow.all(workspace, connection) }
        return try InstitutionRow.find(limit, workspace, connection).map { [$0] } ?? []
    }
}
