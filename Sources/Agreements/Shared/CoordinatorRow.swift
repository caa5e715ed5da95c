import Domain
import People
import Store

/// Who works on cooperation in a workspace, for letters to it.
enum CoordinatorRow {
    /// Most people of one workspace that a letter goes to.
    static let peopleMax = 50

    /// Owes each coordinator of a workspace, or where it has none each administrator, a letter in their own language. Its text names
    /// who did something and where, and never what was written.
    static func tell(
        _ workspace: WorkspaceID, _ kind: String, path: String, _ change: inout WorkspaceChange
    ) throws {
        for reader in try readers(workspace, at: change.at, change.connection) {
            change.mail(
                OutboxMessage(
                    kind: kind, address: reader.address, language: reader.language,
                    arguments: [
                        "workspace": reader.workspace, "other": change.member.workspace.name,
                        "path": "/workspaces/\(reader.slug)\(path)",
                    ], account: reader.account, workspace: workspace))
        }
    }

    private struct Reader {
        var account: AccountID
        var address: String
        var language: LanguageTag
        var slug: String
        var workspace: String
        var role: WorkspaceRole
    }

    private static func readers(
        _ workspace: WorkspaceID, at: String, _ connection: any ReadConnection
    ) throws -> [Reader] {
        let all = try connection.all(
            """
            SELECT a.id, a.email, COALESCE(a.language, w.language), w.slug, w.name, m.role FROM membership m
            JOIN account a ON a.id = m.account_id JOIN workspace w ON w.id = m.workspace_id
            WHERE m.workspace_id = $1 AND m.role IN ('coordinator', 'administrator') AND a.disabled = 0
                AND a.email IS NOT NULL AND w.closed = 0 AND (m.until IS NULL OR m.until > $2)
            ORDER BY m.role DESC, a.id LIMIT \(peopleMax)
            """, [.int(workspace.value), .text(at)]
        ) { row in
            Reader(
                account: AccountID(try row.int(0)), address: try row.text(1), language: LanguageTag(try row.text(2)),
                slug: try row.text(3), workspace: try row.text(4),
                role: try row.value(5, WorkspaceRole.init(rawValue:)))
        }
        let coordinators = all.filter { $0.role == .coordinator }
        return coordinators.isEmpty ? all : coordinators
    }
}
