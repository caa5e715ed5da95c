import Domain
import Secrets
import Store

/// Signing in at a provider of OpenID Connect: authorization code with PKCE, state and nonce (RFC 9700). It opens accounts that are
/// there already; it makes one only for somebody who comes with the link of an invitation to the address that the provider has verified.
package struct OutsideSignIn: Sendable {
    package struct Configuration: Hashable, Sendable {
        package var issuer: String
        package var clientID: String
        package var clientSecret: String
        /// As the button calls it.
        package var name: String
        /// Where readers reach this server, without a slash at the end.
        package var publicAddress: String

        package init(issuer: String, clientID: String, clientSecret: String, name: String, publicAddress: String) {
            self.issuer = issuer
            self.clientID = clientID
            self.clientSecret = clientSecret
            self.name = name
            self.publicAddress = publicAddress
        }
    }

    /// Where the provider sends people back to.
    package static let returnPath = "/sign-in/outside/return"
    private static let seconds: Int64 = 600

    package let configuration: Configuration
    private let accounts: Accounts
    private let provider: OutsideProvider

    /// Nil where the issuer's address is neither https nor on this machine.
    package init?(_ configuration: Configuration, _ accounts: Accounts) {
        guard OutsideHTTP.isAllowed(configuration.issuer) else { return nil }
        self.configuration = configuration
        self.accounts = accounts
        provider = OutsideProvider(issuer: configuration.issuer)
    }

    private var redirect: String { configuration.publicAddress + Self.returnPath }
    private var now: Int64 { accounts.clock.milliseconds() / 1_000 }

    /// The way to the provider, and what binds the way back to this browser.
    package struct Beginning: Sendable {
        package var address: String
        package var browserToken: String
    }

    /// `replaces`: somebody who proves once more who she is; that session ends when the new one begins.
    package func begin(back: String?, replaces: SignedIn? = nil) async throws(AccountError) -> Beginning {
        guard accounts.throttle.take("provider", .provider, at: accounts.clock.milliseconds()) else {
            throw .tooManyAttempts
        }
        let metadata = try await provider.metadata(at: now)
        let (state, nonce, verifier, browser) = (Token.make(), Token.make(), Token.make(), Token.make())
        let expires = accounts.instant(in: Self.seconds)
        let at = accounts.clock.instant
        let row = OutsideSignInRow(
            verifier: verifier, nonce: nonce, browserDigest: Token.digest(browser, purpose: "browser"), back: back,
            replaces: replaces?.sessionID)
        try await accounts.note { connection in
            try OutsideSignInRow.removeExpired(at: at, connection)
            try row.insert(state: state, expires: expires, connection)
        }
        var fields = [
            ("response_type", "code"), ("client_id", configuration.clientID), ("redirect_uri", redirect),
            ("scope", "openid email"), ("state", state), ("nonce", nonce), ("code_challenge_method", "S256"),
            ("code_challenge", Base64URL.encode(Digest.sha256(Array(verifier.utf8)))),
        ]
        if replaces != nil { fields.append(("prompt", "login")) }
        let joint = metadata.authorizationEndpoint.contains("?") ? "&" : "?"
        return Beginning(
            address: metadata.authorizationEndpoint + joint + FormCoding.text(fields), browserToken: browser)
    }

    /// What the provider sent a person back with.
    package struct Return: Sendable {
        package var code: String
        package var state: String
        /// `iss` (RFC 9207), where the provider sends it.
        package var issuer: String?
        package var browserToken: String?

        package init(code: String, state: String, issuer: String?, browserToken: String?) {
            self.code = code
            self.state = state
            self.issuer = issuer
            self.browserToken = browserToken
        }
    }

    /// Opens a session for whoever the provider says came back, once. Throws `codeNeeded` where the account has a second factor here.
    package func finish(
        _ answer: Return, browser: Browser, joining invitations: Invitations
    ) async throws(AccountError) -> (session: NewSession, back: String?) {
        let at = accounts.clock.instant
        let state = answer.state
        let begun = try await accounts.change { connection, _ in
            try OutsideSignInRow.take(state: state, at: at, connection)
        }
        guard let begun, let token = answer.browserToken,
            ConstantTime.isEqual(Token.digest(token, purpose: "browser"), begun.browserDigest)
        else { throw .linkUseless }
        if let issuer = answer.issuer, issuer != configuration.issuer { throw .outside("another issuer answered") }
        let idToken = try await provider.token(
            code: answer.code, verifier: begun.verifier, redirect: redirect,
            client: (configuration.clientID, configuration.clientSecret), at: now)
        let claims = try await provider.verify(
            idToken,
            IDToken.Expectation(
                issuer: configuration.issuer, clientID: configuration.clientID, nonce: begun.nonce, now: now))
        let (account, isNew) = try await account(of: claims, begun.back, invitations)
        if let replaces = begun.replaces {
            try await accounts.note { _ = try SessionRow.remove(id: replaces, account.id, $0) }
        }
        return (try await accounts.enter(account, method: "outside", browser), isNew ? nil : begun.back)
    }

    /// The account that belongs to a subject; the first time, the one with the address that the provider has verified.
    private func account(
        of claims: IDToken, _ back: String?, _ invitations: Invitations
    ) async throws(AccountError) -> (account: Account, isNew: Bool) {
        let issuer = configuration.issuer
        let address = claims.verifiedEmail.flatMap { EmailAddress($0) }
        let at = accounts.clock.instant
        let found = try await accounts.change { connection, log -> Account? in
            if let known = try OutsideIdentityRow.account(issuer, claims.subject, connection) { return known }
            guard let address, let account = try AccountRow.find(emailKey: address.key, connection),
                !account.isDisabled,
                // An address that was given to somebody else at the provider opens nobody's account.
                try OutsideIdentityRow.count(issuer, account.id, connection) == 0
            else { return nil }
            try OutsideIdentityRow.insert(issuer, claims.subject, account.id, at: at, connection)
            log.audit(
                AuditEntry(actor: account.name, action: "account.link", subject: "account/\(account.id)"))
            return account
        }
        if let found {
            guard !found.isDisabled else { throw .outsideUnknown }
            return (found, false)
        }
        guard let address, let link = JoinLink(back) else { throw .outsideUnknown }
        do throws(WorkspaceError) {
            return (
                try await invitations.join(
                    token: link.token, name: link.name, address, at: issuer, subject: claims.subject), true
            )
        } catch { throw .outsideUnknown }
    }
}
