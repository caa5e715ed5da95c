package import Domain

/// Sessions by the digest of their token. Nothing is kept of where somebody is but the family of browser and system.
package struct SessionRow: Hashable, Sendable {
    package var id: Int64
    package var account: AccountID
    /// Fixed-width UTC instants.
    package var created: String
    package var expires: String
    package var lastSeen: String
    /// `firefox/linux`
    package var device: String
    /// `key`, `password`, `outside`; `pending`: a password was given, and a code is still to come.
    package var method: String
    package var hasSecondFactor: Bool
    /// When this person last proved who she is.
    package var confirmed: String

    package init(
        id: Int64, account: AccountID, created: String, expires: String, device: String, method: String,
        hasSecondFactor: Bool
    ) {
        self.id = id
        self.account = account
        self.created = created
        self.expires = expires
        self.device = device
        self.method = method
        self.hasSecondFactor = hasSecondFactor
        lastSeen = created
        confirmed = created
    }

    package static let pending = "pending"
    private static let columns = """
        s.id, s.account_id, s.created, s.expires, s.last_seen, s.device, s.method, s.second_factor, s.confirmed
        """
    private static let width = 9

    package func insert(tokenDigest: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO session (token_digest, id, account_id, created, expires, last_seen, device, method, second_factor,
            confirmed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .text(tokenDigest), .int(id), .int(account.value), .text(created), .text(expires), .text(lastSeen),
                .text(device), .text(method), .flag(hasSecondFactor), .text(confirmed),
            ])
    }

    /// Nil where there is none, it is over, nobody used it since `idleSince`, or its account is disabled.
    package static func find(
        tokenDigest: String, at: String, idleSince: String, isPending: Bool = false, _ connection: any ReadConnection
    ) throws -> (session: SessionRow, account: Account)? {
        try connection.first(
            """
            SELECT \(columns), \(AccountRow.columns("a")) FROM session s JOIN account a ON a.id = s.account_id
            WHERE s.token_digest = $1 AND s.expires > $2 AND s.last_seen > $3 AND a.disabled = 0
            AND s.method \(isPending ? "=" : "<>") 'pending'
            """, [.text(tokenDigest), .text(at), .text(idleSince)]
        ) { (session: try read($0), account: try AccountRow.read($0, from: width)) }
    }

    /// Those that are open, last used first.
    package static func all(
        _ account: AccountID, at: String, idleSince: String, _ connection: any ReadConnection
    ) throws -> [SessionRow] {
        try connection.all(
            """
            SELECT \(columns) FROM session s WHERE s.account_id = $1 AND s.expires > $2 AND s.last_seen > $3
            AND s.method <> 'pending' ORDER BY s.last_seen DESC, s.id DESC
            """, [.int(account.value), .text(at), .text(idleSince)]
        ) { try read($0) }
    }

    package static func seen(tokenDigest: String, at: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE session SET last_seen = $1 WHERE token_digest = $2 AND last_seen < $1",
            [.text(at), .text(tokenDigest)])
    }

    package static func remove(tokenDigest: String, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM session WHERE token_digest = $1", [.text(tokenDigest)])
    }

    /// Says whether there was one.
    package static func remove(id: Int64, _ account: AccountID, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            "DELETE FROM session WHERE id = $1 AND account_id = $2", [.int(id), .int(account.value)]) > 0
    }

    /// All of an account, but one that stays.
    package static func removeAll(
        _ account: AccountID, but tokenDigest: String? = nil, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM session WHERE account_id = $1 AND token_digest <> $2",
            [.int(account.value), .text(tokenDigest ?? "")])
    }

    package static func removeExpired(at: String, idleSince: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            "DELETE FROM session WHERE expires <= $1 OR last_seen <= $2", [.text(at), .text(idleSince)])
    }

    private static func read(_ row: any Row) throws -> SessionRow {
        var session = SessionRow(
            id: try row.int(0), account: AccountID(try row.int(1)), created: try row.text(2), expires: try row.text(3),
            device: try row.text(5), method: try row.text(6), hasSecondFactor: try row.int(7) == 1)
        session.lastSeen = try row.text(4)
        session.confirmed = try row.text(8)
        return session
    }
}
