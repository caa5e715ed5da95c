import Domain
import Secrets
import Store

enum APITokenRow {
    private static let columns = """
        t.id, t.account_id, t.workspace_id, w.name, t.name, t.scope, t.made, t.expires, t.last_used, t.revoked
        """
    private static let width = 10

    private static func digest(_ token: String) -> String { Token.digest(token, purpose: "api") }

    static func insert(_ value: APIToken, token: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO api_token (id, account_id, workspace_id, name, scope, token_digest, made, expires)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .int(value.id), .int(value.account.value), .int(value.workspace.value), .text(value.name),
                .text(value.scope.rawValue), .text(digest(token)), .text(value.made), .text(value.expires),
            ])
    }

    static func all(_ account: AccountID, _ connection: any ReadConnection) throws -> [APIToken] {
        try connection.all(
            """
            SELECT \(columns) FROM api_token t JOIN workspace w ON w.id = t.workspace_id
            WHERE t.account_id = $1 ORDER BY t.id DESC LIMIT 200
            """, [.int(account.value)]
        ) { try read($0) }
    }

    static func open(
        _ token: String, at: String, _ connection: any ReadConnection
    ) throws -> (account: Account, token: APIToken)? {
        try connection.first(
            """
            SELECT \(columns), \(AccountRow.columns("a")) FROM api_token t JOIN workspace w ON w.id = t.workspace_id
            JOIN account a ON a.id = t.account_id
            WHERE t.token_digest = $1 AND t.expires > $2 AND t.revoked IS NULL AND a.disabled = 0
            """, [.text(digest(token)), .text(at)]
        ) { (account: try AccountRow.read($0, from: width), token: try read($0)) }
    }

    static func used(_ id: Int64, at: String, _ connection: any WriteConnection) throws {
        try connection.execute("UPDATE api_token SET last_used = $1 WHERE id = $2", [.text(at), .int(id)])
    }

    static func revoke(
        _ id: Int64, _ account: AccountID, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            "UPDATE api_token SET revoked = $1 WHERE id = $2 AND account_id = $3 AND revoked IS NULL",
            [.text(at), .int(id), .int(account.value)]) > 0
    }

    private static func read(_ row: any Row) throws -> APIToken {
        APIToken(
            id: try row.int(0), account: AccountID(try row.int(1)), workspace: WorkspaceID(try row.int(2)),
            workspaceName: try row.text(3), name: try row.text(4),
            scope: try row.value(5, APIToken.Scope.init(rawValue:)), made: try row.text(6), expires: try row.text(7),
            lastUsed: try row.textOrNil(8), revoked: try row.textOrNil(9))
    }
}
