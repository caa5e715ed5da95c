package import Domain

/// Accounts and their keys' digests.
package enum AccountRow {
    private static let columns = "id, name, role, disabled, created, email, language"

    /// The same columns of a joined table.
    package static func columns(_ table: String) -> String {
        columns.split(separator: ", ").map { "\(table).\($0)" }.joined(separator: ", ")
    }

    /// `emailKey` is the address folded; `keyDigest` is nil for an account without a sign-in key.
    package static func insert(
        _ account: Account, keyDigest: String?, emailKey: String? = nil, password: String? = nil,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO account (id, name, role, key_digest, disabled, created, email, email_key, password, language)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .int(account.id.value), .text(account.name), .text(account.role.rawValue), .optional(keyDigest),
                .flag(account.isDisabled), .text(account.created), .optional(account.email), .optional(emailKey),
                .optional(password), .optional(account.language?.rawValue),
            ])
    }

    /// By name.
    package static func all(_ connection: any ReadConnection) throws -> [Account] {
        try connection.all("SELECT \(columns) FROM account ORDER BY name") { try read($0) }
    }

    package static func find(name: String, _ connection: any ReadConnection) throws -> Account? {
        try connection.first("SELECT \(columns) FROM account WHERE name = $1", [.text(name)]) { try read($0) }
    }

    /// Disabled ones too.
    package static func find(emailKey: String, _ connection: any ReadConnection) throws -> Account? {
        try connection.first("SELECT \(columns) FROM account WHERE email_key = $1", [.text(emailKey)]) {
            try read($0)
        }
    }

    /// The account that may sign in with this key.
    package static func holding(keyDigest: String, _ connection: any ReadConnection) throws -> Account? {
        try connection.first(
            "SELECT \(columns) FROM account WHERE key_digest = $1 AND disabled = 0", [.text(keyDigest)]
        ) { try read($0) }
    }

    /// The password's hash; nil where the account has none.
    package static func password(_ id: AccountID, _ connection: any ReadConnection) throws -> String? {
        try connection.first("SELECT password FROM account WHERE id = $1 AND disabled = 0", [.int(id.value)]) {
            try $0.textOrNil(0)
        } ?? nil
    }

    package static func set(password: String, _ id: AccountID, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE account SET password = $1 WHERE id = $2", [.text(password), .int(id.value)])
    }

    package static func set(language: LanguageTag?, _ id: AccountID, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE account SET language = $1 WHERE id = $2", [.optional(language?.rawValue), .int(id.value)])
    }

    /// Ends sessions, tokens, devices and links; nil where no account has this name.
    package static func disable(_ name: String, at: String, _ connection: any WriteConnection) throws -> AccountID? {
        let id = try connection.first("SELECT id FROM account WHERE name = $1", [.text(name)]) {
            AccountID(try $0.int(0))
        }
        guard let id else { return nil }
        try connection.execute("UPDATE account SET disabled = 1 WHERE id = $1", [.int(id.value)])
        for table in ["session", "known_device", "password_reset"] {
            try connection.execute("DELETE FROM \(table) WHERE account_id = $1", [.int(id.value)])
        }
        try connection.execute(
            "UPDATE api_token SET revoked = $1 WHERE account_id = $2 AND revoked IS NULL", [.text(at), .int(id.value)])
        return id
    }

    package static func read(_ row: any Row, from column: Int = 0) throws -> Account {
        Account(
            id: AccountID(try row.int(column)), name: try row.text(column + 1),
            role: try row.value(column + 2, Role.init(rawValue:)), isDisabled: try row.int(column + 3) == 1,
            created: try row.text(column + 4), email: try row.textOrNil(column + 5),
            language: try row.textOrNil(column + 6).map { LanguageTag($0) })
    }
}
