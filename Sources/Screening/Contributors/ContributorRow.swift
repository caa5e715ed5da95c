import Domain
import Store

/// Who is asked to contribute. Names are read with the choice of whoever has them, in the same statement.
enum ContributorRow {
    /// Whether whoever reads sees the name of contributor `c`: $1 is the workspace that reads, $2 says whether the reader is one of those
    /// who ask contributors there.
    static let showsName = "(c.named = 1 OR (c.workspace_id = $1 AND $2 = 1))"

    /// With the institution she comes from, if any: that is whom a committee or a ministry would call the contributor.
    static let name = """
        CASE WHEN i.name IS NULL THEN a.name ELSE a.name || ', ' || i.name END
        """
    static let joins = """
        JOIN account a ON a.id = c.account_id
        LEFT JOIN membership n ON n.workspace_id = c.workspace_id AND n.account_id = c.account_id
        LEFT JOIN institution i ON i.id = n.institution_id AND i.workspace_id = c.workspace_id
        """

    /// For a workspace that takes part.
    static func all(
        _ id: ScreeningID, _ workspace: WorkspaceID, asks: Bool, _ connection: any ReadConnection
    ) throws -> [ScreeningContributor] {
        try connection.all(
            """
            SELECT c.workspace_id, c.account_id, c.number, c.named, CASE WHEN \(showsName) THEN \(name) ELSE NULL END,
                c.asked, c.ended
            FROM screening_contributor c \(joins)
            WHERE c.screening_id = $3 AND \(CaseRow.takesPart("c.screening_id", "$1"))
            ORDER BY c.workspace_id, c.number
            """, [.int(workspace.value), .flag(asks), .int(id.value)], read)
    }

    /// Somebody's own invitation, while it stands and the workspace takes part.
    static func find(
        _ id: ScreeningID, _ account: AccountID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> ScreeningContributor? {
        try connection.first(
            """
            SELECT c.workspace_id, c.account_id, c.number, c.named, \(name), c.asked, c.ended
            FROM screening_contributor c \(joins)
            WHERE c.screening_id = $1 AND c.account_id = $2 AND c.workspace_id = $3 AND c.ended IS NULL
                AND \(CaseRow.takesPart("c.screening_id", "$3"))
            """, [.int(id.value), .int(account.value), .int(workspace.value)], read)
    }

    static func screenings(
        of account: AccountID, in workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ScreeningCase] {
        try connection.all(
            """
            SELECT \(CaseRow.columns) FROM screening s JOIN screening_contributor c ON c.screening_id = s.id
            WHERE c.account_id = $1 AND c.workspace_id = $2 AND c.ended IS NULL AND s.withdrawn = 0
                AND \(CaseRow.takesPart("s.id", "$2"))
            ORDER BY s.id DESC LIMIT \(ScreeningLimits.listMax)
            """, [.int(account.value), .int(workspace.value)], CaseRow.read)
    }

    /// Those that somebody is asked about no longer, or cannot answer any more, and that still show her name.
    static func naming(
        _ account: AccountID, in workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ScreeningCase] {
        try connection.all(
            """
            SELECT \(CaseRow.columns) FROM screening s JOIN screening_contributor c ON c.screening_id = s.id
            WHERE c.account_id = $1 AND c.workspace_id = $2 AND c.named = 1 AND s.withdrawn = 0
                AND (c.ended IS NOT NULL OR NOT \(CaseRow.takesPart("s.id", "$2")))
            ORDER BY s.id DESC LIMIT \(ScreeningLimits.listMax)
            """, [.int(account.value), .int(workspace.value)], CaseRow.read)
    }

    /// Asks somebody, or asks her again.
    static func put(
        _ account: AccountID, in id: ScreeningID, _ workspace: WorkspaceID, by name: String, at: String,
        _ connection: any WriteConnection
    ) throws {
        let number = try connection.count(
            "SELECT COUNT(*) FROM screening_contributor WHERE screening_id = $1 AND workspace_id = $2",
            [.int(id.value), .int(workspace.value)])
        try connection.execute(
            """
            INSERT INTO screening_contributor (screening_id, workspace_id, account_id, number, named, asked, asked_by)
            VALUES ($1, $2, $3, $4, 0, $5, $6)
            ON CONFLICT (screening_id, workspace_id, account_id)
            DO UPDATE SET ended = NULL, asked = excluded.asked, asked_by = excluded.asked_by
            """,
            [
                .int(id.value), .int(workspace.value), .int(account.value), .int(number + 1), .text(at),
                .text(name),
            ])
    }

    static func end(
        _ account: AccountID, in id: ScreeningID, _ workspace: WorkspaceID, at: String,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE screening_contributor SET ended = $4
            WHERE screening_id = $1 AND workspace_id = $2 AND account_id = $3 AND ended IS NULL
            """, [.int(id.value), .int(workspace.value), .int(account.value), .text(at)]) > 0
    }

    /// False where she never was asked.
    static func name(
        _ isNamed: Bool, _ account: AccountID, in id: ScreeningID, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE screening_contributor SET named = $4
            WHERE screening_id = $1 AND workspace_id = $2 AND account_id = $3
            """, [.int(id.value), .int(workspace.value), .int(account.value), .flag(isNamed)]) > 0
    }

    /// Members of the workspace, now, by role; the store's own `members` says which can be asked.
    static func members(
        _ workspace: WorkspaceID, at: String, _ connection: any ReadConnection
    ) throws -> [(account: AccountID, name: String, role: WorkspaceRole, institution: InstitutionID?)] {
        try connection.all(
            """
            SELECT a.id, a.name, m.role, m.institution_id FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.workspace_id = $1 AND a.disabled = 0 AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
            ORDER BY a.name, a.id LIMIT 5000
            """, [.int(workspace.value), .text(at)]
        ) {
            (
                AccountID(try $0.int(0)), try $0.text(1), try $0.value(2, WorkspaceRole.init(rawValue:)),
                try $0.intOrNil(3).map { InstitutionID($0) }
            )
        }
    }

    private static func read(_ row: any Row) throws -> ScreeningContributor {
        ScreeningContributor(
            workspace: WorkspaceID(try row.int(0)), account: AccountID(try row.int(1)), number: Int(try row.int(2)),
            isNamed: try row.int(3) == 1, name: try row.textOrNil(4), asked: try row.text(5),
            ended: try row.textOrNil(6))
    }
}
