import Domain
import Store

/// What accounts are in workspaces, and what they were.
enum MembershipRow {
    struct Held: Sendable {
        var role: WorkspaceRole
        var institution: InstitutionID?
        var until: String?
        var version: Int
    }

    static func find(
        _ account: AccountID, in workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Held? {
        try connection.first(
            """
            SELECT role, institution_id, until, version FROM membership WHERE workspace_id = $1 AND account_id = $2
            """, [.int(workspace.value), .int(account.value)]
        ) {
            Held(
                role: try $0.value(0, WorkspaceRole.init(rawValue:)),
                institution: try $0.intOrNil(1).map { InstitutionID($0) }, until: try $0.textOrNil(2),
                version: Int(try $0.int(3)))
        }
    }

    /// Who answers for an institution now.
    static func accounts(
        of institution: InstitutionID, in workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [AccountID] {
        try connection.all(
            """
            SELECT account_id FROM membership WHERE workspace_id = $1 AND institution_id = $2 AND until IS NULL
            ORDER BY account_id
            """, [.int(workspace.value), .int(institution.value)]
        ) { AccountID(try $0.int(0)) }
    }

    /// Whether somebody, or somebody else than one account, ever answered for it.
    static func hadPeople(
        _ institution: InstitutionID, but account: AccountID? = nil, in workspace: WorkspaceID,
        _ connection: any ReadConnection
    ) throws -> Bool {
        try connection.count(
            """
            SELECT count(*) FROM membership_period
            WHERE workspace_id = $1 AND institution_id = $2 AND account_id <> $3
            """, [.int(workspace.value), .int(institution.value), .int(account?.value ?? 0)]) > 0
    }

    /// People of an institution whom a letter reaches.
    static func readers(of institution: InstitutionID, _ change: WorkspaceChange) throws -> [Reader] {
        try change.connection.all(
            """
            SELECT a.id, a.email, COALESCE(a.language, i.language), i.name FROM membership m
            JOIN account a ON a.id = m.account_id JOIN institution i ON i.id = m.institution_id
            WHERE m.workspace_id = $1 AND m.institution_id = $2 AND m.until IS NULL AND a.disabled = 0
                AND a.email IS NOT NULL ORDER BY a.id
            """, [.int(change.workspace.value), .int(institution.value)]
        ) { row in
            Reader(
                account: AccountID(try row.int(0)), address: try row.text(1),
                language: try row.textOrNil(2).map { LanguageTag($0) } ?? change.member.workspace.language,
                institution: try row.text(3))
        }
    }

    struct Reader: Sendable {
        var account: AccountID
        var address: String
        var language: LanguageTag
        var institution: String
    }

    /// Makes somebody a member, or something else than before.
    static func put(
        _ account: AccountID, _ role: WorkspaceRole, _ institution: InstitutionID?, in workspace: WorkspaceID,
        at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO membership (workspace_id, account_id, role, institution_id, since) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (workspace_id, account_id)
            DO UPDATE SET role = excluded.role, institution_id = excluded.institution_id, since = excluded.since, until = NULL,
                version = membership.version + 1
            """,
            [
                .int(workspace.value), .int(account.value), .text(role.rawValue), .optional(institution?.value),
                .text(at),
            ])
        try closePeriod(account, in: workspace, at: at, successor: nil, connection)
        let id = try IDAllocator.take("membership_period", 1, connection).lowerBound
        try connection.execute(
            """
            INSERT INTO membership_period (id, workspace_id, account_id, role, institution_id, since)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .int(id), .int(workspace.value), .int(account.value), .text(role.rawValue),
                .optional(institution?.value), .text(at),
            ])
    }

    /// Ends a membership of this version; false where it has another.
    static func end(
        _ account: AccountID, version: Int, successor: AccountID?, in workspace: WorkspaceID, at: String,
        _ connection: any WriteConnection
    ) throws -> Bool {
        let count = try connection.execute(
            """
            UPDATE membership SET until = $1, version = version + 1
            WHERE workspace_id = $2 AND account_id = $3 AND version = $4 AND until IS NULL
            """, [.text(at), .int(workspace.value), .int(account.value), .int(version)])
        guard count > 0 else { return false }
        try closePeriod(account, in: workspace, at: at, successor: successor, connection)
        return true
    }

    private static func closePeriod(
        _ account: AccountID, in workspace: WorkspaceID, at: String, successor: AccountID?,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE membership_period SET until = $1, successor_id = $2
            WHERE workspace_id = $3 AND account_id = $4 AND until IS NULL
            """, [.text(at), .optional(successor?.value), .int(workspace.value), .int(account.value)])
    }

    /// Makes changes of who is in a workspace wait for each other, so that its last administrator cannot be two people who end each
    /// other.
    static func lock(_ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        try connection.execute("UPDATE workspace SET closed = closed WHERE id = $1", [.int(workspace.value)])
    }

    static func administrators(
        but account: AccountID, in workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Int {
        try connection.count(
            """
            SELECT count(*) FROM membership m JOIN account a ON a.id = m.account_id WHERE m.workspace_id = $1
            AND m.role = 'administrator' AND m.until IS NULL AND m.account_id <> $2 AND a.disabled = 0
            """, [.int(workspace.value), .int(account.value)])
    }
}
