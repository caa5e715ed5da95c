import Domain
import Store

/// Private addresses of calendars. Only the digest of a token is kept.
enum CalendarTokenRow {
    static func insert(
        _ digest: String, _ account: AccountID, _ workspace: WorkspaceID, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "INSERT INTO calendar_token (digest, workspace_id, account_id, made) VALUES ($1, $2, $3, $4)",
            [.text(digest), .int(workspace.value), .int(account.value), .text(at)])
    }

    /// How many were there.
    static func revoke(
        _ account: AccountID, _ workspace: WorkspaceID, at: String, _ connection: any WriteConnection
    ) throws -> Int {
        try connection.execute(
            """
            UPDATE calendar_token SET revoked = $3 WHERE account_id = $1 AND workspace_id = $2 AND revoked IS NULL
            """, [.int(account.value), .int(workspace.value), .text(at)])
    }

    /// Since when there is one.
    static func made(
        _ account: AccountID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> String? {
        try connection.first(
            """
            SELECT made FROM calendar_token WHERE account_id = $1 AND workspace_id = $2 AND revoked IS NULL
            ORDER BY made DESC LIMIT 1
            """, [.int(account.value), .int(workspace.value)]
        ) { try $0.text(0) }
    }

    static func owner(
        _ digest: String, _ connection: any ReadConnection
    ) throws -> (account: AccountID, workspace: WorkspaceID)? {
        try connection.first(
            "SELECT account_id, workspace_id FROM calendar_token WHERE digest = $1 AND revoked IS NULL", [.text(digest)]
        ) { (AccountID(try $0.int(0)), WorkspaceID(try $0.int(1))) }
    }
}
