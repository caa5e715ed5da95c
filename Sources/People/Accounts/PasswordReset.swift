package import Domain
import Secrets
import Store

extension Accounts {
    /// How long a link for a new password is good.
    package static let resetSeconds: Int64 = 3_600

    /// Sends a link for a new password, where the address has an account. Nothing tells the caller whether it has: neither the answer
    /// nor the work, which is one transaction either way.
    package func requestReset(address: String, language: LanguageTag) async throws(AccountError) {
        guard let address = EmailAddress(address) else { return }
        let name = "mail/\(Token.digest(address.key, purpose: "throttle"))"
        let isAllowed = throttle.take(name, .mail, at: clock.milliseconds())
        let token = Token.make()
        let at = clock.instant
        let expires = instant(in: Self.resetSeconds)
        try await change { connection, log in
            try PasswordResetRow.removeExpired(at: at, connection)
            guard isAllowed, let account = try AccountRow.find(emailKey: address.key, connection), !account.isDisabled,
                let email = account.email
            else { return }
            try PasswordResetRow.insert(token, account.id, at: at, expires: expires, connection)
            let letter = OutboxMessage(
                kind: "passwordReset", address: email, language: account.language ?? language,
                arguments: [
                    "minutes": String(Self.resetSeconds / 60), "path": "/new-password?token=\(token)",
                ], account: account.id)
            try AccountLetters.owe(letter, at: at, connection)
            log.audit(
                AuditEntry(actor: account.name, action: "password.reset-asked", subject: "account/\(account.id)"))
        }
    }

    /// Whose password a link would change; nil for one that is of no use.
    package func resetting(token: String) async throws(AccountError) -> Account? {
        let at = clock.instant
        return try await read { try PasswordResetRow.account(token, at: at, $0) }
    }

    /// Sets a new password with a link, once. Every session ends; the device that the link was opened on is known from then on: the
    /// token is for its cookie. Signing in follows, second factor and all.
    package func reset(
        token: String, password: String, language: LanguageTag
    ) async throws(AccountError) -> String {
        guard let account = try await resetting(token: token) else { throw .linkUseless }
        let hash = try await hash(password, of: [account.name, account.email ?? ""])
        let letter = notice("passwordChanged", account, language)
        let device = Token.make()
        let at = clock.instant
        let known = instant(in: Self.deviceSeconds)
        try await change { connection, log in
            // Of two who come with the same link one is let in.
            guard try PasswordResetRow.use(token, connection) else { throw AccountError.linkUseless }
            try AccountRow.set(password: hash, account.id, connection)
            try PasswordResetRow.removeAll(account.id, connection)
            try SessionRow.removeAll(account.id, connection)
            try KnownDeviceRow.removeAll(account.id, connection)
            try KnownDeviceRow.put(device, account.id, at: at, expires: known, connection)
            try AccountLetters.owe(letter, at: at, connection)
            log.audit(AuditEntry(actor: account.name, action: "password.reset", subject: "account/\(account.id)"))
        }
        return device
    }
}

/// Links for new passwords, by the digest of their token.
enum PasswordResetRow {
    private static func digest(_ token: String) -> String { Token.digest(token, purpose: "reset") }

    static func insert(
        _ token: String, _ account: AccountID, at: String, expires: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "INSERT INTO password_reset (token_digest, account_id, made, expires) VALUES ($1, $2, $3, $4)",
            [.text(digest(token)), .int(account.value), .text(at), .text(expires)])
    }

    static func account(_ token: String, at: String, _ connection: any ReadConnection) throws -> Account? {
        try connection.first(
            """
            SELECT \(AccountRow.columns("a")) FROM password_reset p JOIN account a ON a.id = p.account_id
            WHERE p.token_digest = $1 AND p.expires > $2 AND a.disabled = 0
            """, [.text(digest(token)), .text(at)]
        ) { try AccountRow.read($0) }
    }

    /// Says whether it was there.
    static func use(_ token: String, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute("DELETE FROM password_reset WHERE token_digest = $1", [.text(digest(token))]) > 0
    }

    static func removeAll(_ account: AccountID, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM password_reset WHERE account_id = $1", [.int(account.value)])
    }

    static func removeExpired(at: String, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM password_reset WHERE expires <= $1", [.text(at)])
    }
}
