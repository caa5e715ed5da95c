package import Domain
import Secrets
import Store

extension Accounts {
    /// Makes an account and its sign-in key.
    package func add(_ name: String, _ role: Role, by caller: Caller) async throws(AccountError) -> NewAccount {
        guard Account.isName(name) else { throw .nameUnusable(name) }
        let key = Token.make()
        let at = clock.instant
        do throws(StoreError) {
            let account = Account(
                id: AccountID(try await ids.take("account").lowerBound), name: name, role: role, created: at)
            try await database.change(at: at) { connection, log in
                try AccountRow.insert(account, keyDigest: Token.digest(key, purpose: "key"), connection)
                log.audit(
                    AuditEntry(
                        actor: caller.name, action: "account.add", subject: "account/\(account.id)",
                        detail: "{\"role\":\"\(role.rawValue)\"}"))
            }
            return NewAccount(account: account, key: key)
        } catch {
            if case .constraint(.unique, _) = error { throw .nameTaken(name) }
            throw AccountError(error)
        }
    }

    /// Every account, by name.
    package func list() async throws(AccountError) -> [Account] { try await read { try AccountRow.all($0) } }

    /// Ends an account's sessions and tokens and takes its key. Its name stays in the audit log.
    package func disable(_ name: String, by caller: Caller) async throws(AccountError) {
        let at = clock.instant
        let isKnown = try await change { connection, log in
            guard let id = try AccountRow.disable(name, at: at, connection) else { return false }
            log.audit(AuditEntry(actor: caller.name, action: "account.disable", subject: "account/\(id)"))
            return true
        }
        guard isKnown else { throw .unknownName(name) }
    }

    /// In which language letters to this person are; nil: each workspace's.
    package func choose(language: LanguageTag?, _ person: SignedIn) async throws(AccountError) {
        try await note { try AccountRow.set(language: language, person.account.id, $0) }
    }
}
