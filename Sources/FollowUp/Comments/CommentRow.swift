package import Domain
package import Store

/// Comments and whom they speak to. Every statement carries the workspace.
package enum CommentRow {
    private static let columns = """
        c.id, c.workspace_id, c.kind, c.subject_id, c.said, c.internal, c.author_id, c.author, c.institution_id, c.made,
        c.edited, c.removed, c.removed_by, c.version
        """

    package static func insert(_ comment: Comment, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO comment (id, workspace_id, kind, subject_id, said, internal, author_id, author, institution_id,
            made, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .int(comment.id.value), .int(comment.workspace.value), .text(comment.subject.kind.rawValue),
                .int(comment.subject.id), .text(comment.said), .flag(comment.isInternal), .int(comment.authorID.value),
                .text(comment.author), .optional(comment.institution?.value), .text(comment.made),
                .int(comment.version),
            ])
    }

    /// Whether it was still at that version.
    package static func update(_ comment: Comment, from version: Int, _ connection: any WriteConnection) throws -> Bool
    {
        try connection.execute(
            """
            UPDATE comment SET said = $1, edited = $2, removed = $3, removed_by = $4, version = $5
            WHERE id = $6 AND workspace_id = $7 AND version = $8
            """,
            [
                .text(comment.said), .optional(comment.edited), .optional(comment.removed),
                .optional(comment.removedBy),
                .int(version + 1), .int(comment.id.value), .int(comment.workspace.value), .int(version),
            ]) == 1
    }

    package static func find(
        _ id: CommentID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Comment? {
        try connection.first(
            "SELECT \(columns) FROM comment c WHERE c.id = $1 AND c.workspace_id = $2",
            [.int(id.value), .int(workspace.value)]
        ) { try read($0) }
    }

    /// The last 500, in the order in which they were said.
    package static func all(
        of subject: Subject, _ workspace: WorkspaceID, isInternalSeen: Bool, _ connection: any ReadConnection
    ) throws -> [Comment] {
        let newest = try connection.all(
            """
            SELECT \(columns) FROM comment c WHERE c.workspace_id = $1 AND c.kind = $2 AND c.subject_id = $3
            AND c.internal <= $4 ORDER BY c.id DESC LIMIT 500
            """,
            [.int(workspace.value), .text(subject.kind.rawValue), .int(subject.id), .flag(isInternalSeen)]
        ) { try read($0) }
        return newest.reversed()
    }

    package static func mention(
        _ accounts: [AccountID], in comment: CommentID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws -> [AccountID] {
        try accounts.filter { account in
            try connection.execute(
                """
                INSERT INTO comment_mention (comment_id, account_id, workspace_id) VALUES ($1, $2, $3)
                ON CONFLICT (comment_id, account_id) DO NOTHING
                """, [.int(comment.value), .int(account.value), .int(workspace.value)]) == 1
        }
    }

    /// Where somebody was spoken to, newest first, at most 100.
    package static func mentions(
        _ account: AccountID, _ workspace: WorkspaceID, isInternalSeen: Bool, onlyUnseen: Bool,
        _ connection: any ReadConnection
    ) throws -> [Mention] {
        try connection.all(
            """
            SELECT \(columns), n.seen FROM comment_mention n JOIN comment c ON c.id = n.comment_id
            WHERE n.workspace_id = $1 AND n.account_id = $2 AND c.removed IS NULL AND c.internal <= $3
            \(onlyUnseen ? "AND n.seen IS NULL" : "") ORDER BY n.comment_id DESC LIMIT 100
            """, [.int(workspace.value), .int(account.value), .flag(isInternalSeen)]
        ) { Mention(comment: try read($0), seen: try $0.textOrNil(14)) }
    }

    package static func see(
        _ account: AccountID, _ workspace: WorkspaceID, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "UPDATE comment_mention SET seen = $1 WHERE workspace_id = $2 AND account_id = $3 AND seen IS NULL",
            [.text(at), .int(workspace.value), .int(account.value)])
    }

    /// Who works in the workspace at this time.
    package static func people(
        _ workspace: WorkspaceID, at: String, _ connection: any ReadConnection
    ) throws -> [Colleague] {
        try connection.all(
            """
            SELECT a.id, a.name, a.email, a.language, m.role, m.institution_id
            FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.workspace_id = $1 AND a.disabled = 0 AND (m.until IS NULL OR m.until > $2) ORDER BY a.name
            """, [.int(workspace.value), .text(at)]
        ) { row in
            Colleague(
                account: AccountID(try row.int(0)), name: try row.text(1), email: try row.textOrNil(2),
                language: try row.textOrNil(3).map { LanguageTag($0) },
                role: try row.value(4, WorkspaceRole.init(rawValue:)),
                institution: try row.intOrNil(5).map { InstitutionID($0) })
        }
    }

    private static func read(_ row: any Row) throws -> Comment {
        Comment(
            id: CommentID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            subject: Subject(try row.value(2, SubjectKind.init(rawValue:)), try row.int(3)), said: try row.text(4),
            isInternal: try row.int(5) == 1, authorID: AccountID(try row.int(6)), author: try row.text(7),
            institution: try row.intOrNil(8).map { InstitutionID($0) }, made: try row.text(9),
            edited: try row.textOrNil(10), removed: try row.textOrNil(11), removedBy: try row.textOrNil(12),
            version: Int(try row.int(13)))
    }
}

/// A comment that speaks to somebody.
package struct Mention: Hashable, Sendable {
    package var comment: Comment
    /// When it was seen; nil: not yet.
    package var seen: String?
}

/// Somebody who works in the workspace.
package struct Colleague: Hashable, Sendable {
    package var account: AccountID
    package var name: String
    package var email: String?
    package var language: LanguageTag?
    package var role: WorkspaceRole
    package var institution: InstitutionID?
}
