import Domain
import Plans
import Store

/// What institutions were asked and answered.
enum ProposalRow {
    private static let columns = """
        id, round_id, paragraph_id, institution_id, due, asked, position, reason, legal_note, answered_by, answered_at,
        clearance, cleared_by, cleared_at, clearance_note, copied_from, version
        """

    static func insert(
        _ proposals: [Proposal], _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        guard !proposals.isEmpty else { return }
        let names = [
            "id", "workspace_id", "round_id", "paragraph_id", "institution_id", "due", "asked", "position", "reason",
            "legal_note", "answered_by", "answered_at", "clearance", "cleared_by", "cleared_at", "clearance_note",
            "copied_from", "version",
        ]
        var rows = SQLRows(columnCount: names.count, rowsExpected: proposals.count)
        for proposal in proposals {
            rows.append(
                .int(proposal.id.value), .int(workspace.value), .int(proposal.round.value),
                .int(proposal.paragraph.value), .int(proposal.institution.value), .text(proposal.due.description),
                .text(proposal.asked), .optional(proposal.position?.rawValue), .text(proposal.reason),
                .text(proposal.legalNote), .optional(proposal.answeredBy), .optional(proposal.answeredAt))
            for value in ClearanceRow.values(proposal.clearance) { rows.append(value) }
            rows.append(.optional(proposal.copiedFrom?.value), .int(proposal.version))
        }
        try connection.insert(into: "proposal", names, rows)
    }

    /// By paragraph, then in the order they were asked. `only`: this institution's.
    static func all(
        _ round: RoundID, _ workspace: WorkspaceID, only institution: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Proposal] {
        try connection.all(
            """
            SELECT \(columns) FROM proposal WHERE round_id = $1 AND workspace_id = $2\
            \(institution == nil ? "" : " AND institution_id = $3") ORDER BY paragraph_id, id
            """, [.int(round.value), .int(workspace.value)] + (institution.map { [.int($0.value)] } ?? [])
        ) { try read($0) }
    }

    /// Those of one paragraph.
    static func of(
        _ paragraph: RoundParagraphID, _ workspace: WorkspaceID, only institution: InstitutionID?,
        _ connection: any ReadConnection
    ) throws -> [Proposal] {
        try connection.all(
            """
            SELECT \(columns) FROM proposal WHERE paragraph_id = $1 AND workspace_id = $2\
            \(institution == nil ? "" : " AND institution_id = $3") ORDER BY id
            """, [.int(paragraph.value), .int(workspace.value)] + (institution.map { [.int($0.value)] } ?? [])
        ) { try read($0) }
    }

    static func find(
        _ id: ProposalID, _ workspace: WorkspaceID, only institution: InstitutionID?, _ connection: any ReadConnection
    ) throws -> Proposal? {
        try connection.first(
            """
            SELECT \(columns) FROM proposal WHERE id = $1 AND workspace_id = $2\
            \(institution == nil ? "" : " AND institution_id = $3")
            """, [.int(id.value), .int(workspace.value)] + (institution.map { [.int($0.value)] } ?? [])
        ) { try read($0) }
    }

    /// Writes date, answer and clearance. Throws `stale` where the version is another.
    static func update(
        _ proposal: Proposal, version: Int, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        let changed = try connection.execute(
            """
            UPDATE proposal SET due = $4, position = $5, reason = $6, legal_note = $7, answered_by = $8, answered_at = $9,
                clearance = $10, cleared_by = $11, cleared_at = $12, clearance_note = $13, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(proposal.id.value), .int(workspace.value), .int(version), .text(proposal.due.description),
                .optional(proposal.position?.rawValue), .text(proposal.reason), .text(proposal.legalNote),
                .optional(proposal.answeredBy), .optional(proposal.answeredAt),
            ] + ClearanceRow.values(proposal.clearance))
        guard changed == 0 else { return }
        guard let now = try find(proposal.id, workspace, only: nil, connection) else { throw WorkspaceError.notFound }
        throw WorkspaceError.stale(proposal.subject, version: now.version)
    }

    /// Takes back a question nobody has answered. Says whether it did.
    static func remove(
        _ proposal: Proposal, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            "DELETE FROM proposal WHERE id = $1 AND workspace_id = $2 AND position IS NULL AND version = $3",
            [.int(proposal.id.value), .int(workspace.value), .int(proposal.version)]) > 0
    }

    private static func read(_ row: any Row) throws -> Proposal {
        guard let due = CalendarDate(try row.text(4)) else {
            throw StoreError.corrupt(reason: "the date of proposal \(try row.int(0))")
        }
        return Proposal(
            id: ProposalID(try row.int(0)), round: RoundID(try row.int(1)),
            paragraph: RoundParagraphID(try row.int(2)), institution: InstitutionID(try row.int(3)), due: due,
            asked: try row.text(5), position: try row.textOrNil(6).flatMap { Position(rawValue: $0) },
            reason: try row.text(7), legalNote: try row.text(8), answeredBy: try row.textOrNil(9),
            answeredAt: try row.textOrNil(10), clearance: try ClearanceRow.read(row, at: 11),
            copiedFrom: try row.intOrNil(15).map { ProposalID($0) }, version: Int(try row.int(16)))
    }
}
