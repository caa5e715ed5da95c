import Domain
import Store

/// Reviews of practices and emerging issues.
enum ReviewRow {
    /// The author is read for itself alone: reviewers may not know who it is. Of other workspaces no reviewer's name is read.
    private static func select(for reader: String, author: String = "0") -> String {
        """
        SELECT r.id, r.subject_kind, r.subject_id, r.edition, \(author), r.workspace_id, r.verdict, r.reasons, r.language,
            CASE WHEN r.workspace_id = \(reader) THEN r.reviewer ELSE '' END, r.taken, r.said, r.version, w.name
        FROM practice_review r JOIN workspace w ON w.id = r.workspace_id
        """
    }

    /// For the author: all of one subject that were said, the latest first.
    static func said(
        of subject: Subject, author: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PracticeReview] {
        try connection.all(
            """
            \(select(for: "$3", author: "r.author_id")) WHERE r.subject_kind = $1 AND r.subject_id = $2 AND r.author_id = $3 AND r.verdict IS NOT NULL
            ORDER BY r.id DESC
            """, [.text(subject.kind.rawValue), .int(subject.id), .int(author.value)], read)
    }

    /// For a reviewing workspace: its own, and once it has said its own, those of others too.
    static func seen(
        of subject: Subject, edition: Int, by workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PracticeReview] {
        try connection.all(
            """
            \(select(for: "$4")) WHERE r.subject_kind = $1 AND r.subject_id = $2 AND r.edition = $3 AND r.author_id <> $4
                AND (r.workspace_id = $4 OR (r.verdict IS NOT NULL AND EXISTS (
                    SELECT 1 FROM practice_review o WHERE o.subject_kind = r.subject_kind AND o.subject_id = r.subject_id
                        AND o.edition = r.edition AND o.workspace_id = $4 AND o.verdict IS NOT NULL)))
            ORDER BY r.id
            """,
            [
                .text(subject.kind.rawValue), .int(subject.id), .int(edition), .int(workspace.value),
            ], read)
    }

    static func own(
        of subject: Subject, edition: Int, by workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> PracticeReview? {
        try connection.first(
            """
            \(select(for: "$4")) WHERE r.subject_kind = $1 AND r.subject_id = $2 AND r.edition = $3 AND r.workspace_id = $4
            """,
            [.text(subject.kind.rawValue), .int(subject.id), .int(edition), .int(workspace.value)], read)
    }

    /// Everything a workspace reviewed, the latest first.
    static func all(by workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [PracticeReview] {
        try connection.all(
            "\(select(for: "$1")) WHERE r.workspace_id = $1 ORDER BY r.id DESC LIMIT \(PracticeLimits.perWorkspaceMax)",
            [.int(workspace.value)], read)
    }

    /// How many workspaces said that it can be published.
    static func publishing(
        _ subject: Subject, edition: Int, _ connection: any ReadConnection
    ) throws -> Int {
        try connection.count(
            """
            SELECT COUNT(*) FROM practice_review WHERE subject_kind = $1 AND subject_id = $2 AND edition = $3
                AND verdict = 'publish' AND workspace_id <> author_id
            """, [.text(subject.kind.rawValue), .int(subject.id), .int(edition)])
    }

    static func insert(_ review: PracticeReview, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO practice_review (id, subject_kind, subject_id, edition, author_id, workspace_id, verdict, reasons,
                language, reviewer, taken, said, version)
            VALUES ($1, $2, $3, $4, $5, $6, NULL, '', $7, $8, $9, NULL, 1)
            """,
            [
                .int(review.id.value), .text(review.subject.kind.rawValue), .int(review.subject.id),
                .int(review.edition), .int(review.author.value), .int(review.workspace.value),
                .text(review.language.rawValue), .text(review.reviewer), .text(review.taken),
            ])
    }

    /// Says what was not said yet; false where it was.
    static func say(
        _ review: PracticeReview, _ verdict: PracticeReview.Verdict, _ reasons: String, _ language: LanguageTag,
        by name: String, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE practice_review SET verdict = $3, reasons = $4, language = $5, reviewer = $6, said = $7,
                version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND verdict IS NULL
            """,
            [
                .int(review.id.value), .int(review.workspace.value), .text(verdict.rawValue), .text(reasons),
                .text(language.rawValue), .text(name), .text(at),
            ]) == 1
    }

    /// Whether somebody works in a workspace.
    static func isMember(
        _ account: AccountID, of workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Bool {
        try connection.count(
            "SELECT COUNT(*) FROM membership WHERE workspace_id = $1 AND account_id = $2 AND until IS NULL",
            [.int(workspace.value), .int(account.value)]) > 0
    }

    /// Whether another workspace that somebody works in has spoken on this edition already.
    static func hasSpokenElsewhere(
        _ account: AccountID, than workspace: WorkspaceID, on subject: Subject, edition: Int,
        _ connection: any ReadConnection
    ) throws -> Bool {
        try connection.count(
            """
            SELECT COUNT(*) FROM practice_review r JOIN membership m ON m.workspace_id = r.workspace_id
            WHERE r.subject_kind = $1 AND r.subject_id = $2 AND r.edition = $3 AND r.verdict IS NOT NULL
                AND m.account_id = $4 AND m.until IS NULL AND r.workspace_id <> $5
            """,
            [
                .text(subject.kind.rawValue), .int(subject.id), .int(edition), .int(account.value),
                .int(workspace.value),
            ]) > 0
    }

    private static func read(_ row: any Row) throws -> PracticeReview {
        PracticeReview(
            id: PracticeReviewID(try row.int(0)),
            subject: Subject(try row.value(1, SubjectKind.init(rawValue:)), try row.int(2)),
            edition: Int(try row.int(3)), author: WorkspaceID(try row.int(4)), workspace: WorkspaceID(try row.int(5)),
            verdict: try row.textOrNil(6).flatMap { PracticeReview.Verdict(rawValue: $0) },
            reasons: try row.text(7), language: LanguageTag(try row.text(8)), reviewer: try row.text(9),
            taken: try row.text(10), said: try row.textOrNil(11), version: Int(try row.int(12)),
            reviewers: try row.text(13))
    }
}
