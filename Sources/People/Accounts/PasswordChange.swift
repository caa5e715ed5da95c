package import Domain
import Secrets
import Store

extension Accounts {
    /// Gives an account its password, or another one. Other sessions end; the person is told by e-mail.
    package func change(
        password: String, _ person: SignedIn, token: String, language: LanguageTag
    ) async throws(AccountError) {
        try requireConfirmed(person)
        guard let email = person.account.email else { throw .addressMissing }
        let hash = try await hash(password, of: [person.account.name, email])
        let digest = Token.digest(token, purpose: "session")
        let letter = notice("passwordChanged", person.account, language)
        let at = clock.instant
        try await change { connection, log in
            try AccountRow.set(password: hash, person.account.id, connection)
            try SessionRow.removeAll(person.account.id, but: digest, connection)
            try PasswordResetRow.removeAll(person.account.id, connection)
            try AccountLetters.owe(letter, at: at, connection)
            log.audit(
                AuditEntry(
                    actor: person.account.name, action: "password.change", subject: "account/\(person.account.id)"))
        }
    }

    /// A hash of a password that keeps the rule.
    func hash(_ password: String, of about: [String]) async throws(AccountError) -> String {
        if let trouble = PasswordRule.trouble(password, about: about) { throw .passwordUnfit(trouble) }
        return try await passwords.hash(password)
    }

    /// A letter that tells of a change; nil for whoever has no address.
    func notice(_ kind: String, _ account: Account, _ language: LanguageTag) -> OutboxMessage? {
        account.email.map {
            OutboxMessage(
                kind: kind, address: $0, language: account.language ?? language, arguments: ["name": account.name],
                account: account.id)
        }
    }
}

/// Letters that belong to no workspace.
enum AccountLetters {
    static func owe(_ message: OutboxMessage?, at: String, _ connection: any WriteConnection) throws {
        guard let message else { return }
        try OutboxRow.insert([message], ids: try IDAllocator.take("outbox", 1, connection), at: at, connection)
    }
}
