package import Domain

/// Accounts and their keys' digests.
package enum AccountRow {
    private static let columns = "id, name, role, disabled, created"

    package static func insert(_ account: Account, keyDigest: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO account (id, name, role, key_digest, disabled, created) VALUES ($1, $2, $3, $4, $5, $6)",
            [
                .int(account.id.value), .text(account.name), .text(account.role.rawValue), .text(keyDigest),
                .flag(account.isDisabled), .text(account.created),
            ])
    }

    /// By name.
    package static func all(_ connection: any ReadConnection) throws -> [Account] {
        try connection.all("SELECT \(columns) FROM account ORDER BY name") { try read($0) }
    }

    /// The account that may sign in with this key.
    package static func holding(keyDigest: String, _ connection: any ReadConnection) throws -> Account? {
        try connection.first(
            "SELECT \(columns) FROM account WHERE key_digest = $1 AND disabled = 0", [.text(keyDigest)]
        ) { try read($0) }
    }

    /// Takes the key and the sessions; nil where no account has this name.
    package static func disable(_ name: String, _ connection: any WriteConnection) throws -> AccountID? {
        let id = try connection.first("SELECT id FROM account WHERE name = $1", [.text(name)]) {
            AccountID(try $0.int(0))
        }
        guard let id else { return nil }
        try connection.execute("UPDATE account SET disabled = 1 WHERE id = $1", [.int(id.value)])
        try connection.execute("DELETE FROM session WHERE account_id = $1", [.int(id.value)])
        return id
    }

    static func read(_ row: any Row, from column: Int = 0) throws -> Account {
        Account(
            id: AccountID(try row.int(column)), name: try row.text(column + 1),
            role: try row.value(column + 2, Role.init(rawValue:)), isDisabled: try row.int(column + 3) == 1,
            created: try row.text(column + 4))
    }
}

/// Sessions by the digest of their token.
package enum SessionRow {
    package static func insert(
        tokenDigest: String, _ account: AccountID, at: String, expires: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "INSERT INTO session (token_digest, account_id, created, expires) VALUES ($1, $2, $3, $4)",
            [.text(tokenDigest), .int(account.value), .text(at), .text(expires)])
    }

    /// Nil where there is none, it is over, or its account is disabled.
    package static func find(
        tokenDigest: String, at: String, _ connection: any ReadConnection
    ) throws -> (account: Account, expires: String)? {
        try connection.first(
            """
            SELECT s.expires, a.id, a.name, a.role, a.disabled, a.created FROM session s JOIN account a ON a.id = s.account_id
            WHERE s.token_digest = $1 AND s.expires > $2 AND a.disabled = 0
            """, [.text(tokenDigest), .text(at)]
        ) { (account: try AccountRow.read($0, from: 1), expires: try $0.text(0)) }
    }

    package static func remove(tokenDigest: String, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM session WHERE token_digest = $1", [.text(tokenDigest)])
    }

    package static func removeExpired(at: String, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM session WHERE expires <= $1", [.text(at)])
    }
}
