package import Domain
import Operations
import People
import Store

/// What a person says became of a paragraph in a later report.
package enum MoveDecision: Hashable, Sendable {
    /// One recommendation, or several it was split into. Two paragraphs with the same one were joined.
    case became([RecommendationID])
    /// It has no counterpart, and why.
    case dropped(String)
}

/// Two reports side by side, as far as words tell which paragraph is which.
package struct RenumberingPage: Sendable {
    package var round: Round
    package var from: Document?
    package var to: Document
    package var paragraphs: [RoundParagraphID: RoundParagraph]
    package var recommendations: [RecommendationID: Recommendation]
    package var renumbering: Renumbering

    package var unsure: [Renumbering.Link] { renumbering.links.filter { !$0.isSure } }
}

extension Rounds {
    /// Reports the paragraphs of a round could be moved to: those without a round of their own, and the round's own where the
    /// record has changed it; the one most of its recommendations stand in now comes first.
    package func reportsToMove(
        _ id: RoundID, _ member: Member
    ) async throws(WorkspaceError) -> [RoundDocument] {
        let round = try await page(id, member).round
        let documents = try await documents(member).filter { $0.round == nil || $0.document.id == round.document }
        let report = try await store.read { connection in
            let now = try RoundSourceRow.current(id, connection)
            var counts: [DocumentID: Int] = [:]
            for document in documents {
                let found = Set(try RoundSourceRow.recommendations(document.document.id, connection).map(\.id))
                counts[document.document.id] = now.values.count { found.contains($0) }
            }
            return counts
        }
        return documents.sorted { (report[$0.document.id] ?? 0) > (report[$1.document.id] ?? 0) }
    }

    /// What would become of a round's paragraphs in another report.
    package func renumbering(
        _ id: RoundID, to document: DocumentID, _ member: Member
    ) async throws(WorkspaceError) -> RenumberingPage {
        try member.require(.manageRound)
        let workspace = member.workspace
        return try await store.read { connection in
            guard let round = try RoundRow.find(id, workspace.id, connection) else { throw WorkspaceError.notFound }
            let plan = try Self.compare(round, document, workspace, connection)
            return RenumberingPage(
                round: round, from: try RoundSourceRow.document(round.document, connection), to: plan.document,
                paragraphs: Dictionary(plan.lines.map { ($0.paragraph.id, $0.paragraph) }, uniquingKeysWith: { $1 }),
                recommendations: Dictionary(plan.report.map { ($0.id, $0) }, uniquingKeysWith: { $1 }),
                renumbering: plan.renumbering)
        }
    }

    /// Moves a round to another report. Paragraphs whose words are sure need no decision; every other one does. Questions and answers
    /// go along: to each part of what was split, together to what was joined. Where words changed, clearance is asked for anew.
    package func move(
        _ id: RoundID, version: Int, to document: DocumentID, _ decisions: [RoundParagraphID: MoveDecision],
        by member: Member
    ) async throws(WorkspaceError) -> [RoundMove.Kind: Int] {
        try member.require(.manageRound)
        return try await store.change(member) { change in
            var round = try RoundRow.lock(id, change.workspace, change.connection)
            guard round.version == version else {
                throw WorkspaceError.stale(round.subject, version: round.version)
            }
            let rounds = try RoundRow.all(change.workspace, change.connection)
            if rounds.contains(where: { $0.document == document && $0.status != .cancelled && $0.id != id }) {
                throw WorkspaceError.invalid("document", "round.documentHasRound")
            }
            let plan = try Self.compare(round, document, change.member.workspace, change.connection)
            round.document = document
            round.edition += 1
            var moving = try RoundMoving(round, plan, decisions)
            let moves = try moving.write(&change)
            change.field(
                round.subject, "edition", from: "\(round.edition - 1)", to: "\(round.edition)")
            try RoundRow.update(round, version: version, change.connection)
            change.did("round.move", round.subject, detail: "{\"paragraphs\":\(moves.count)}")
            return Dictionary(grouping: moves, by: \.kind).mapValues(\.count)
        }
    }

    struct MovePlan {
        var document: Document
        var lines: [RoundLine]
        var report: [Recommendation]
        var renumbering: Renumbering
    }

    private static func compare(
        _ round: Round, _ document: DocumentID, _ workspace: Workspace, _ connection: any ReadConnection
    ) throws -> MovePlan {
        guard let found = try RoundSourceRow.document(document, connection), found.state == workspace.mechanismState
        else {
            throw WorkspaceError.invalid("document", "round.documentOfState")
        }
        let report = try RoundSourceRow.recommendations(document, connection)
        guard (1...paragraphsMax).contains(report.count) else {
            throw WorkspaceError.invalid("document", "round.documentEmpty")
        }
        let lines = try lines(round, nil, connection).filter(\.paragraph.isLive)
        return MovePlan(
            document: found, lines: lines, report: report,
            renumbering: Renumbering(
                lines.map(\.paragraph), report, current: try RoundSourceRow.current(round.id, connection)))
    }
}
