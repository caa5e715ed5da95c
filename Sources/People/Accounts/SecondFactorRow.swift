import Domain
import Store

/// Authenticators and the codes on paper.
enum SecondFactorRow {
    struct Factor: Sendable {
        /// Sealed.
        var secret: [UInt8]
        /// Nil while it is being set up.
        var confirmed: String?
        var lastStep: Int64
    }

    static func find(_ account: AccountID, _ connection: any ReadConnection) throws -> Factor? {
        try connection.first(
            "SELECT secret, confirmed, last_step FROM second_factor WHERE account_id = $1", [.int(account.value)]
        ) { Factor(secret: try $0.bytes(0), confirmed: try $0.textOrNil(1), lastStep: try $0.int(2)) }
    }

    /// Begins anew; one that is in force stays. Says whether it was written.
    static func begin(_ account: AccountID, _ secret: [UInt8], _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO second_factor (account_id, secret, confirmed, last_step) VALUES ($1, $2, NULL, 0)
            ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, last_step = 0
            WHERE second_factor.confirmed IS NULL
            """, [.int(account.value), .bytes(secret)]) > 0
    }

    static func confirm(_ account: AccountID, at: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE second_factor SET confirmed = $1 WHERE account_id = $2", [.text(at), .int(account.value)])
    }

    /// Uses a step up; false where it, or a later one, was used before: of two who come with the same code one is let in.
    static func use(step: Int64, _ account: AccountID, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            "UPDATE second_factor SET last_step = $1 WHERE account_id = $2 AND last_step < $1",
            [.int(step), .int(account.value)]) > 0
    }

    static func remove(_ account: AccountID, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM second_factor WHERE account_id = $1", [.int(account.value)])
        try connection.execute("DELETE FROM recovery_code WHERE account_id = $1", [.int(account.value)])
    }

    static func replaceCodes(_ account: AccountID, _ digests: [String], _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM recovery_code WHERE account_id = $1", [.int(account.value)])
        for digest in digests {
            try connection.execute(
                "INSERT INTO recovery_code (account_id, digest) VALUES ($1, $2)",
                [.int(account.value), .text(digest)])
        }
    }

    /// Uses a code up; false where there is none such, or it was used.
    static func use(
        code digest: String, _ account: AccountID, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            "UPDATE recovery_code SET used = $1 WHERE account_id = $2 AND digest = $3 AND used IS NULL",
            [.text(at), .int(account.value), .text(digest)]) > 0
    }

    static func codesLeft(_ account: AccountID, _ connection: any ReadConnection) throws -> Int {
        try connection.count(
            "SELECT count(*) FROM recovery_code WHERE account_id = $1 AND used IS NULL", [.int(account.value)])
    }
}
