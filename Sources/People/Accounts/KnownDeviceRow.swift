import Domain
import Secrets
import Store

/// Devices that signed in before, by the digest of what their cookie holds.
enum KnownDeviceRow {
    /// Of one account, the oldest beyond this many are forgotten.
    private static let devicesMax = 20

    static func digest(_ token: String) -> String { Token.digest(token, purpose: "device") }

    static func isKnown(
        _ digest: String, _ account: AccountID, at: String, _ connection: any ReadConnection
    ) throws -> Bool {
        try connection.count(
            "SELECT count(*) FROM known_device WHERE token_digest = $1 AND account_id = $2 AND expires > $3",
            [.text(digest), .int(account.value), .text(at)]) > 0
    }

    static func put(
        _ token: String, _ account: AccountID, at: String, expires: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "INSERT INTO known_device (token_digest, account_id, made, expires) VALUES ($1, $2, $3, $4)",
            [.text(digest(token)), .int(account.value), .text(at), .text(expires)])
        try connection.execute(
            """
            DELETE FROM known_device WHERE account_id = $1 AND token_digest NOT IN (
                SELECT token_digest FROM known_device WHERE account_id = $1 AND expires > $2
                ORDER BY made DESC, token_digest LIMIT \(devicesMax))
            """, [.int(account.value), .text(at)])
    }

    static func removeAll(_ account: AccountID, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM known_device WHERE account_id = $1", [.int(account.value)])
    }
}
