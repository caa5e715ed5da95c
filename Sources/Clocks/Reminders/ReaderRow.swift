import Domain
import Store

/// Somebody who is a member of a workspace now, as reminders and calendars need to know them.
struct Reader: Hashable, Sendable {
    var account: AccountID
    var name: String
    var email: String?
    var language: LanguageTag?
    var role: WorkspaceRole
    var institution: InstitutionID?

    func member(of workspace: Workspace) -> Member {
        Member(workspace: workspace, account: account, name: name, role: role, institution: institution)
    }
}

enum ReaderRow {
    private static let select = """
        SELECT a.id, a.name, a.email, a.language, m.role, m.institution_id FROM membership m
        JOIN account a ON a.id = m.account_id
        WHERE m.workspace_id = $1 AND a.disabled = 0 AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
        """

    /// By name.
    static func all(_ workspace: WorkspaceID, at: String, _ connection: any ReadConnection) throws -> [Reader] {
        try connection.all(select + " ORDER BY a.name, a.id", [.int(workspace.value), .text(at)]) { try read($0) }
    }

    static func find(
        _ account: AccountID, _ workspace: WorkspaceID, at: String, _ connection: any ReadConnection
    ) throws -> Reader? {
        try connection.first(
            select + " AND a.id = $3", [.int(workspace.value), .text(at), .int(account.value)]
        ) { try read($0) }
    }

    static func isMember(
        _ account: AccountID, _ workspace: WorkspaceID, at: String, _ connection: any ReadConnection
    ) throws -> Bool {
        try find(account, workspace, at: at, connection) != nil
    }

    private static func read(_ row: any Row) throws -> Reader {
        Reader(
            account: AccountID(try row.int(0)), name: try row.text(1), email: try row.textOrNil(2),
            language: try row.textOrNil(3).map { LanguageTag($0) },
            role: try row.value(4, WorkspaceRole.init(rawValue:)),
            institution: try row.intOrNil(5).map { InstitutionID($0) })
    }
}
