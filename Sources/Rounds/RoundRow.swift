import Domain
import Store

/// Rounds of a workspace.
enum RoundRow {
    private static let columns = """
        id, workspace_id, document_id, title, status, opened, opened_by, due, edition, freezes, reason, version
        """

    static func insert(_ round: Round, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO round (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            [
                .int(round.id.value), .int(round.workspace.value), .int(round.document.value), .text(round.title),
                .text(round.status.rawValue), .text(round.opened), .text(round.openedBy),
                .optional(round.due?.description), .int(round.edition), .int(round.freezes), .optional(round.reason),
                .int(round.version),
            ])
    }

    static func find(_ id: RoundID, _ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Round? {
        try connection.first(
            "SELECT \(columns) FROM round WHERE id = $1 AND workspace_id = $2",
            [.int(id.value), .int(workspace.value)]
        ) { try read($0) }
    }

    /// Newest first.
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [Round] {
        try connection.all(
            "SELECT \(columns) FROM round WHERE workspace_id = $1 ORDER BY id DESC", [.int(workspace.value)]
        ) { try read($0) }
    }

    /// The round, locked to the end of the transaction: whoever changes anything of it waits for whoever freezes it. Throws where it
    /// is not open.
    static func lock(_ id: RoundID, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws -> Round {
        try connection.execute(
            "UPDATE round SET status = status WHERE id = $1 AND workspace_id = $2",
            [.int(id.value), .int(workspace.value)])
        guard let round = try find(id, workspace, connection) else { throw WorkspaceError.notFound }
        guard round.status == .open else { throw WorkspaceError.invalid("round", "round.notOpen") }
        return round
    }

    /// Writes status, date, title, document, edition, freezes and reason.
    static func update(_ round: Round, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE round SET document_id = $4, title = $5, status = $6, due = $7, edition = $8, freezes = $9, reason = $10,
                version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(round.id.value), .int(round.workspace.value), .int(version), .int(round.document.value),
                .text(round.title), .text(round.status.rawValue), .optional(round.due?.description),
                .int(round.edition), .int(round.freezes), .optional(round.reason),
            ])
        try require(changed, round, connection)
    }

    private static func require(_ changed: Int, _ round: Round, _ connection: any ReadConnection) throws {
        guard changed == 0 else { return }
        guard let now = try find(round.id, round.workspace, connection) else { throw WorkspaceError.notFound }
        throw WorkspaceError.stale(round.subject, version: now.version)
    }

    private static func read(_ row: any Row) throws -> Round {
        Round(
            id: RoundID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            document: DocumentID(try row.int(2)), title: try row.text(3),
            status: try row.value(4, RoundStatus.init(rawValue:)), opened: try row.text(5), openedBy: try row.text(6),
            due: try row.textOrNil(7).flatMap { CalendarDate($0) }, edition: Int(try row.int(8)),
            freezes: Int(try row.int(9)), reason: try row.textOrNil(10), version: Int(try row.int(11)))
    }
}
