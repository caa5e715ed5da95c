import Domain
import Store

/// Messages and contacts of an introduction; who may read the introduction was read before, in the same transaction.
enum ThreadRow {
    struct Message {
        var id: Int64
        var workspace: WorkspaceID
        var author: String
        var text: String
        var made: String
        var deleted: String?
    }

    static func insert(
        _ id: Int64, _ introduction: IntroductionID, _ text: String, by author: String, at: String,
        _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO introduction_message (id, introduction_id, workspace_id, author, body, made, deleted)
            VALUES ($1, $2, $3, $4, $5, $6, NULL)
            """,
            [
                .int(id), .int(introduction.value), .int(workspace.value), .text(author), .text(text), .text(at),
            ])
    }

    /// Takes the text of an own message away; the row stays. False where there is none.
    static func delete(
        _ id: Int64, _ introduction: IntroductionID, at: String, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE introduction_message SET body = '', deleted = $4
            WHERE id = $1 AND introduction_id = $2 AND workspace_id = $3 AND deleted IS NULL
            """, [.int(id), .int(introduction.value), .int(workspace.value), .text(at)]) == 1
    }

    /// The latest last.
    static func messages(_ introduction: IntroductionID, _ connection: any ReadConnection) throws -> [Message] {
        try connection.all(
            """
            SELECT id, workspace_id, author, body, made, deleted FROM introduction_message WHERE introduction_id = $1
            ORDER BY made, id LIMIT \(AgreementLimits.messagesMax)
            """, [.int(introduction.value)]
        ) { row in
            Message(
                id: try row.int(0), workspace: WorkspaceID(try row.int(1)), author: try row.text(2),
                text: try row.text(3), made: try row.text(4), deleted: try row.textOrNil(5))
        }
    }

    /// How many there are in all, and of one workspace since an instant.
    static func counts(
        _ introduction: IntroductionID, _ workspace: WorkspaceID, since: String, _ connection: any ReadConnection
    ) throws -> (all: Int, recent: Int) {
        (
            try connection.count(
                "SELECT COUNT(*) FROM introduction_message WHERE introduction_id = $1", [.int(introduction.value)]),
            try connection.count(
                """
                SELECT COUNT(*) FROM introduction_message WHERE introduction_id = $1 AND workspace_id = $2 AND made > $3
                """, [.int(introduction.value), .int(workspace.value), .text(since)])
        )
    }

    static func put(
        _ contact: IntroductionContact, _ introduction: IntroductionID, at: String, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws {
        try remove(introduction, workspace, connection)
        try connection.execute(
            """
            INSERT INTO introduction_contact (introduction_id, workspace_id, name, office, email, consented)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .int(introduction.value), .int(workspace.value), .text(contact.name), .text(contact.office),
                .text(contact.email), .text(at),
            ])
    }

    static func remove(
        _ introduction: IntroductionID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM introduction_contact WHERE introduction_id = $1 AND workspace_id = $2",
            [.int(introduction.value), .int(workspace.value)])
    }

    /// By side.
    static func contacts(
        _ introduction: IntroductionID, _ connection: any ReadConnection
    ) throws -> [WorkspaceID: IntroductionContact] {
        let rows = try connection.all(
            """
            SELECT workspace_id, name, office, email, consented FROM introduction_contact WHERE introduction_id = $1
            """, [.int(introduction.value)]
        ) { row in
            (
                WorkspaceID(try row.int(0)),
                IntroductionContact(
                    name: try row.text(1), office: try row.text(2), email: try row.text(3),
                    consented: try row.text(4))
            )
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}
