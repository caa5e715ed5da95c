package import Domain
import Secrets
import Store

extension Accounts {
    /// From signing in to the end, whatever is done.
    package static let sessionSeconds: Int64 = 12 * 3_600
    /// Without a page asked for.
    package static let idleSeconds: Int64 = 2 * 3_600
    /// How long after proving who one is sensitive things may be done.
    package static let confirmedSeconds: Int64 = 600
    /// A device that signed in is known for so long.
    package static let deviceSeconds: Int64 = 400 * 86_400
    /// How exactly a session knows when it was used.
    static let seenSeconds: Int64 = 60

    /// Opens a session for whoever has the key. Only keys that fit nobody count as attempts, so that nobody who guesses keeps
    /// others out.
    package func signIn(key: String, browser: Browser = .unknown) async throws(AccountError) -> NewSession {
        let digest = Token.digest(key, purpose: "key")
        guard let account = try await read({ try AccountRow.holding(keyDigest: digest, $0) }) else {
            throw attempts.take(at: clock.milliseconds()) ? .keyRefused : .tooManyAttempts
        }
        return try await enter(account, method: "key", browser)
    }

    /// The next step for somebody who gave a right key or password: a session, or, as `codeNeeded`, a ticket for the second factor.
    func enter(
        _ account: Account, method: String, _ browser: Browser, renewedPassword: String? = nil
    ) async throws(AccountError) -> NewSession {
        let needsCode = try await read { try SecondFactorRow.find(account.id, $0)?.confirmed != nil }
        let (token, device) = (Token.make(), Token.make())
        let session = try await newSession(account, method: needsCode ? SessionRow.pending : method, browser)
        let now = clock.instant
        let idle = idleSince
        let known = instant(in: Self.deviceSeconds)
        try await change { connection, log in
            try SessionRow.removeExpired(at: now, idleSince: idle, connection)
            if let renewedPassword { try AccountRow.set(password: renewedPassword, account.id, connection) }
            try session.insert(tokenDigest: Token.digest(token, purpose: "session"), connection)
            guard !needsCode else { return }
            try KnownDeviceRow.put(device, account.id, at: now, expires: known, connection)
            log.audit(Self.opened(account, method))
        }
        guard !needsCode else { throw .codeNeeded(ticket: token) }
        return NewSession(token: token, deviceToken: device, signedIn: signedIn(account, session, token, []))
    }

    /// A session that is about to be; pending ones last ten minutes.
    func newSession(
        _ account: Account, method: String, _ browser: Browser, hasSecondFactor: Bool = false
    ) async throws(AccountError) -> SessionRow {
        let seconds = method == SessionRow.pending ? Self.confirmedSeconds : Self.sessionSeconds
        return SessionRow(
            id: try await take("session"), account: account.id, created: clock.instant, expires: instant(in: seconds),
            device: browser.hint, method: method, hasSecondFactor: hasSecondFactor)
    }

    static func opened(_ account: Account, _ method: String) -> AuditEntry {
        AuditEntry(
            actor: account.name, action: "session.open", subject: "account/\(account.id)",
            detail: "{\"method\":\"\(method)\"}")
    }

    var idleSince: String { instant(in: -Self.idleSeconds) }

    /// Who a token belongs to; nil for one that is unknown, expired, idle for too long, or of a disabled account.
    package func session(token: String) async throws(AccountError) -> SignedIn? {
        let digest = Token.digest(token, purpose: "session")
        let at = clock.instant
        let idle = idleSince
        let found = try await read { connection in
            try SessionRow.find(tokenDigest: digest, at: at, idleSince: idle, connection).map {
                ($0, try WorkspaceRow.memberships(of: $0.account, at: at, connection))
            }
        }
        guard let ((session, account), members) = found else { return nil }
        if session.lastSeen < instant(in: -Self.seenSeconds) {
            try await note { try SessionRow.seen(tokenDigest: digest, at: at, $0) }
        }
        return signedIn(account, session, token, members)
    }

    /// Ends a session; an unknown token is no error.
    package func signOut(token: String) async throws(AccountError) {
        let digest = Token.digest(token, purpose: "session")
        try await note { try SessionRow.remove(tokenDigest: digest, $0) }
    }

    /// Everything that is open for this person, last used first.
    package func sessions(of person: SignedIn) async throws(AccountError) -> [OpenSession] {
        let at = clock.instant
        let idle = idleSince
        let rows = try await read { try SessionRow.all(person.account.id, at: at, idleSince: idle, $0) }
        return rows.map { OpenSession($0, isOwn: $0.id == person.sessionID) }
    }

    /// Ends one session of this person; `notFound` for anybody else's.
    package func end(session id: Int64, of person: SignedIn) async throws(AccountError) {
        try await change { connection, log in
            guard try SessionRow.remove(id: id, person.account.id, connection) else { throw AccountError.notFound }
            log.audit(Self.ended(person, count: "one"))
        }
    }

    /// Ends all but this one, and forgets every device: for the day something was lost.
    package func endOtherSessions(of person: SignedIn, token: String) async throws(AccountError) {
        let digest = Token.digest(token, purpose: "session")
        try await change { connection, log in
            try SessionRow.removeAll(person.account.id, but: digest, connection)
            try KnownDeviceRow.removeAll(person.account.id, connection)
            log.audit(Self.ended(person, count: "others"))
        }
    }

    private static func ended(_ person: SignedIn, count: String) -> AuditEntry {
        AuditEntry(
            actor: person.account.name, action: "session.end", subject: "account/\(person.account.id)",
            detail: "{\"which\":\"\(count)\"}")
    }

    /// The form token follows from the session's own, so that nothing more is kept.
    func signedIn(_ account: Account, _ session: SessionRow, _ token: String, _ members: [Member]) -> SignedIn {
        SignedIn(
            account: account, csrf: Token.digest(token, purpose: "csrf"), expires: session.expires,
            sessionID: session.id, method: session.method, hasSecondFactor: session.hasSecondFactor,
            isConfirmed: session.confirmed > instant(in: -Self.confirmedSeconds), members: members)
    }
}

/// A session that was just opened. The tokens go into cookies; the store keeps their digests alone.
package struct NewSession: Sendable {
    package var token: String
    /// Makes the device known.
    package var deviceToken: String
    package var signedIn: SignedIn
}

/// Who is signed in.
package struct SignedIn: Sendable {
    package var account: Account
    /// Must come back with every form.
    package var csrf: String
    /// Fixed-width UTC instant.
    package var expires: String
    package var sessionID: Int64
    /// `key`, `password` or `outside`.
    package var method: String
    package var hasSecondFactor: Bool
    /// Proved who she is in the last ten minutes: sensitive things may be done.
    package var isConfirmed: Bool
    /// What she is in workspaces, by their names.
    package var members: [Member]

    /// Who asks, for operations on the shared record.
    package var caller: Caller { Caller(account, members) }
}

/// A session as its owner sees it.
package struct OpenSession: Hashable, Sendable {
    package var id: Int64
    /// Fixed-width UTC instants.
    package var opened: String
    package var lastSeen: String
    package var expires: String
    /// `firefox/linux`
    package var device: String
    package var method: String
    package var hasSecondFactor: Bool
    /// The one that asks.
    package var isOwn: Bool

    init(_ row: SessionRow, isOwn: Bool) {
        id = row.id
        opened = row.created
        lastSeen = row.lastSeen
        expires = row.expires
        device = row.device
        method = row.method
        hasSecondFactor = row.hasSecondFactor
        self.isOwn = isOwn
    }
}
