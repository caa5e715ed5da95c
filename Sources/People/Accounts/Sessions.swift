import Domain
import Secrets
import Store

extension Accounts {
    package static let sessionSeconds: Int64 = 12 * 3_600

    /// Opens a session for whoever has the key. Only keys that fit nobody count as attempts, so that nobody who guesses keeps
    /// others out.
    package func signIn(key: String) async throws(AccountError) -> NewSession {
        let digest = Token.digest(key, purpose: "key")
        guard try await isKnown(digest) else {
            throw attempts.take(at: clock.milliseconds()) ? .keyRefused : .tooManyAttempts
        }
        let token = Token.make()
        let at = clock.instant
        let expires = Clock.instant(clock.milliseconds() + Self.sessionSeconds * 1_000)
        let account: Account?
        do throws(StoreError) {
            account = try await database.change(at: at) { connection, log in
                try SessionRow.removeExpired(at: at, connection)
                guard let account = try AccountRow.holding(keyDigest: digest, connection) else { return nil }
                try SessionRow.insert(
                    tokenDigest: Token.digest(token, purpose: "session"), account.id, at: at, expires: expires,
                    connection)
                log.audit(
                    AuditEntry(actor: account.name, action: "session.open", subject: "account/\(account.id)"))
                return account
            }.value
        } catch { throw .store(error.description) }
        guard let account else { throw .keyRefused }
        return NewSession(token: token, signedIn: signedIn(account, token, expires))
    }

    private func isKnown(_ keyDigest: String) async throws(AccountError) -> Bool {
        do throws(StoreError) {
            return try await database.read { try AccountRow.holding(keyDigest: keyDigest, $0) != nil }
        } catch { throw .store(error.description) }
    }

    /// Who a token belongs to; nil for one that is unknown, expired, or of a disabled account.
    package func session(token: String) async throws(AccountError) -> SignedIn? {
        let digest = Token.digest(token, purpose: "session")
        let at = clock.instant
        do throws(StoreError) {
            let found = try await database.read { try SessionRow.find(tokenDigest: digest, at: at, $0) }
            return found.map { signedIn($0.account, token, $0.expires) }
        } catch { throw .store(error.description) }
    }

    /// Ends a session; an unknown token is no error.
    package func signOut(token: String) async throws(AccountError) {
        let digest = Token.digest(token, purpose: "session")
        do throws(StoreError) {
            try await database.write { try SessionRow.remove(tokenDigest: digest, $0) }
        } catch { throw .store(error.description) }
    }

    /// The form token follows from the session's own, so that nothing more is kept.
    private func signedIn(_ account: Account, _ token: String, _ expires: String) -> SignedIn {
        SignedIn(account: account, csrf: Token.digest(token, purpose: "csrf"), expires: expires)
    }
}
