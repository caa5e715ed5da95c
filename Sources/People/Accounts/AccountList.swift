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
            throw .store(error.description)
        }
    }

    /// Every account, by name.
    package func list() async throws(AccountError) -> [Account] {
        do throws(StoreError) {
            return try await database.read { try AccountRow.all($0) }
        } catch { throw .store(error.description) }
    }

    /// Ends an account's sessions and takes its key. Its name stays in the audit log.
    package func disable(_ name: String, by caller: Caller) async throws(AccountError) {
        let isKnown: Bool
        do throws(StoreError) {
            isKnown = try await database.change(at: clock.instant) { connection, log in
                guard let id = try AccountRow.disable(name, connection) else { return false }
                log.audit(AuditEntry(actor: caller.name, action: "account.disable", subject: "account/\(id)"))
                return true
            }.value
        } catch { throw .store(error.description) }
        guard isKnown else { throw .unknownName(name) }
    }
}
