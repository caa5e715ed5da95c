import Domain
import Store

/// Whose sheet: a workspace's own, or that of somebody it asked.
struct SheetPlace: Hashable, Sendable {
    var moment: MomentID
    var screening: ScreeningID
    var workspace: WorkspaceID
    var account: AccountID?
}

/// Sheets and what is being written on them: read by their own side alone.
enum SheetRow {
    static func find(
        _ place: SheetPlace, _ connection: any ReadConnection
    ) throws -> (id: Int64, handedIn: String?)? {
        try connection.first(
            """
            SELECT id, handed_in FROM screening_sheet WHERE moment_id = $1 AND workspace_id = $2
                AND (account_id = $3 OR ($3 = 0 AND account_id IS NULL))
            """,
            [.int(place.moment.value), .int(place.workspace.value), .int(place.account?.value ?? 0)]
        ) { (try $0.int(0), try $0.textOrNil(1)) }
    }

    static func make(_ place: SheetPlace, _ connection: any WriteConnection) throws -> Int64 {
        if let known = try find(place, connection) { return known.id }
        let id = try IDAllocator.take("screening_sheet", 1, connection).lowerBound
        try connection.execute(
            """
            INSERT INTO screening_sheet (id, screening_id, moment_id, workspace_id, account_id) VALUES ($1, $2, $3, $4, $5)
            """,
            [
                .int(id), .int(place.screening.value), .int(place.moment.value), .int(place.workspace.value),
                .optional(place.account?.value),
            ])
        return id
    }

    static func handIn(
        _ id: Int64, _ workspace: WorkspaceID, by name: String, at: String, _ connection: any WriteConnection
    )
        throws
    {
        try connection.execute(
            "UPDATE screening_sheet SET handed_in = $3, handed_in_by = $4 WHERE id = $1 AND workspace_id = $2",
            [.int(id), .int(workspace.value), .text(at), .text(name)])
        try connection.execute(
            "DELETE FROM screening_draft WHERE sheet_id = $1 AND workspace_id = $2",
            [.int(id), .int(workspace.value)])
    }

    static func versions(_ id: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [String:
        Int]
    {
        var found: [String: Int] = [:]
        try connection.query(
            "SELECT section, version FROM screening_section WHERE sheet_id = $1 AND workspace_id = $2",
            [.int(id), .int(workspace.value)]
        ) { found[try $0.text(0)] = Int(try $0.int(1)) }
        return found
    }

    /// False where another version stands; 0 stands for a section in which nothing was written.
    static func advance(
        _ section: String, version: Int, of id: Int64, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws -> Bool {
        if version == 0 {
            return try connection.execute(
                """
                INSERT INTO screening_section (sheet_id, workspace_id, section, version) VALUES ($1, $2, $3, 1)
                ON CONFLICT (sheet_id, section) DO NOTHING
                """, [.int(id), .int(workspace.value), .text(section)]) > 0
        }
        return try connection.execute(
            """
            UPDATE screening_section SET version = version + 1
            WHERE sheet_id = $1 AND workspace_id = $2 AND section = $3 AND version = $4
            """, [.int(id), .int(workspace.value), .text(section), .int(version)]) > 0
    }

    static func drafts(
        _ id: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [String: AnswerDraft] {
        var found: [String: AnswerDraft] = [:]
        try connection.query(
            """
            SELECT question, answer, reason, evidence, link FROM screening_draft
            WHERE sheet_id = $1 AND workspace_id = $2
            """, [.int(id), .int(workspace.value)]
        ) { row in
            let question = try row.text(0)
            found[question] = AnswerDraft(
                question: question, reply: ScreeningReply(rawValue: try row.text(1)), reason: try row.text(2),
                evidence: try row.text(3), link: try row.text(4))
        }
        return found
    }

    /// Keeps what is written, or that nothing is.
    static func write(
        _ draft: AnswerDraft, isKept: Bool, on id: Int64, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM screening_draft WHERE sheet_id = $1 AND workspace_id = $2 AND question = $3",
            [.int(id), .int(workspace.value), .text(draft.question)])
        guard isKept else { return }
        try connection.execute(
            """
            INSERT INTO screening_draft (sheet_id, workspace_id, question, answer, reason, evidence, link)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .int(id), .int(workspace.value), .text(draft.question), .text(draft.reply?.rawValue ?? ""),
                .text(draft.reason), .text(draft.evidence), .text(draft.link),
            ])
    }
}
