import Domain
import Store

/// Workspaces and who is what in them.
enum WorkspaceRow {
    private static let columns =
        "w.id, w.slug, w.name, w.state, w.language, w.time_zone, w.closed, w.created, w.kind, w.actor_kind, w.region"
    private static let width = 11

    static func insert(_ workspace: Workspace, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO workspace (
                id, slug, name, state, language, time_zone, closed, created, kind, actor_kind, region)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .int(workspace.id.value), .text(workspace.slug), .text(workspace.name),
                .text(workspace.state?.rawValue ?? ""),
                .text(workspace.language.rawValue), .text(workspace.timeZone), .flag(workspace.isClosed),
                .text(workspace.created), .text(workspace.kind.rawValue), .optional(workspace.actor?.rawValue),
                .optional(workspace.region),
            ])
    }

    /// By name.
    static func all(_ connection: any ReadConnection) throws -> [Workspace] {
        try connection.all("SELECT \(columns) FROM workspace w ORDER BY w.name, w.id") { try read($0) }
    }

    static func find(slug: String, _ connection: any ReadConnection) throws -> Workspace? {
        try connection.first("SELECT \(columns) FROM workspace w WHERE w.slug = $1", [.text(slug)]) { try read($0) }
    }

    static func find(id: WorkspaceID, _ connection: any ReadConnection) throws -> Workspace? {
        try connection.first("SELECT \(columns) FROM workspace w WHERE w.id = $1", [.int(id.value)]) { try read($0) }
    }

    /// What people call it, and its letters' language and days.
    static func update(_ workspace: Workspace, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE workspace SET name = $1, language = $2, time_zone = $3 WHERE id = $4",
            [
                .text(workspace.name), .text(workspace.language.rawValue), .text(workspace.timeZone),
                .int(workspace.id.value),
            ])
    }

    /// What an account is in a workspace at this time; nil where it is nothing there.
    static func member(
        slug: String, _ account: Account, at: String, _ connection: any ReadConnection
    ) throws -> Member? {
        try connection.first(
            "\(memberships) WHERE w.slug = $1 AND m.account_id = $2 AND w.closed = 0 AND (m.until IS NULL OR m.until > $3)",
            [.text(slug), .int(account.id.value), .text(at)]
        ) { try member($0, account) }
    }

    /// Everything an account is, by the workspace's name.
    static func memberships(
        of account: Account, at: String, _ connection: any ReadConnection
    ) throws -> [Member] {
        try connection.all(
            """
            \(memberships) WHERE m.account_id = $1 AND w.closed = 0 AND (m.until IS NULL OR m.until > $2)
            ORDER BY w.name, w.id
            """, [.int(account.id.value), .text(at)]
        ) { try member($0, account) }
    }

    private static let memberships = """
        SELECT \(columns), m.role, m.institution_id FROM membership m JOIN workspace w ON w.id = m.workspace_id
        """

    private static func member(_ row: any Row, _ account: Account) throws -> Member {
        Member(
            workspace: try read(row), account: account.id, name: account.name,
            role: try row.value(width, WorkspaceRole.init(rawValue:)),
            institution: try row.intOrNil(width + 1).map { InstitutionID($0) })
    }

    private static func read(_ row: any Row) throws -> Workspace {
        let state = try row.text(3)
        return Workspace(
            id: WorkspaceID(try row.int(0)), slug: try row.text(1), name: try row.text(2),
            kind: try row.value(8, WorkspaceKind.init(rawValue:)), state: state.isEmpty ? nil : StateCode(state),
            actor: try row.isNull(9) ? nil : row.value(9, ActorKind.init(rawValue:)), region: try row.textOrNil(10),
            language: LanguageTag(try row.text(4)), timeZone: try row.text(5), created: try row.text(7),
            isClosed: try row.int(6) == 1)
    }
}
