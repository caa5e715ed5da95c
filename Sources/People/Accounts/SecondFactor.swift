import Domain
import Secrets
import Store

/// A second factor while it is set up: shown once, to be scanned or typed.
package struct SecondFactorOffer: Sendable {
    /// `otpauth://totp/...`
    package var address: String
    /// In groups of four.
    package var secretText: String
}

/// How an account is guarded beside its password.
package struct SecondFactorState: Hashable, Sendable {
    /// Fixed-width UTC instant; nil where there is none in force.
    package var since: String?
    package var recoveryCodesLeft: Int
}

extension Accounts {
    /// The name that authenticators show.
    package static let issuer = "Rapporteur"

    package func secondFactor(of person: SignedIn) async throws(AccountError) -> SecondFactorState {
        let id = person.account.id
        return try await read { connection in
            SecondFactorState(
                since: try SecondFactorRow.find(id, connection)?.confirmed,
                recoveryCodesLeft: try SecondFactorRow.codesLeft(id, connection))
        }
    }

    /// Makes a secret that a first code will put in force. What is in force already stays: it has to be removed first.
    package func beginSecondFactor(_ person: SignedIn) async throws(AccountError) -> SecondFactorOffer {
        try requireConfirmed(person)
        let id = person.account.id
        let password = OneTimePassword.make()
        let sealed = try vault.seal(password.secret, for: Self.place(id))
        let isWritten = try await change { connection, _ in try SecondFactorRow.begin(id, sealed, connection) }
        guard isWritten else { throw .notFound }
        return offer(password, person.account)
    }

    /// The same offer again, while it is not in force.
    package func pendingSecondFactor(_ person: SignedIn) async throws(AccountError) -> SecondFactorOffer {
        try requireConfirmed(person)
        let id = person.account.id
        guard let factor = try await read({ try SecondFactorRow.find(id, $0) }), factor.confirmed == nil else {
            throw .notFound
        }
        return offer(OneTimePassword(secret: try vault.open(factor.secret, for: Self.place(id))), person.account)
    }

    private func offer(_ password: OneTimePassword, _ account: Account) -> SecondFactorOffer {
        let letters = Array(password.secretText)
        let groups = stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
        return SecondFactorOffer(
            address: password.address(issuer: Self.issuer, account: account.email ?? account.name),
            secretText: groups.joined(separator: " "))
    }

    /// Puts the factor in force with its first code. The recovery codes are shown this once; other sessions end.
    package func confirmSecondFactor(
        _ person: SignedIn, token: String, code: String
    ) async throws(AccountError) -> [String] {
        try requireConfirmed(person)
        let id = person.account.id
        guard let factor = try await read({ try SecondFactorRow.find(id, $0) }), factor.confirmed == nil else {
            throw .notFound
        }
        let name = "enrol/\(id)"
        let step = try checked(code, factor, id, throttledAs: name)
        let codes = RecoveryCodes.make()
        let digests = codes.map { RecoveryCodes.digest($0, account: id.value) }
        let at = clock.instant
        let digest = Token.digest(token, purpose: "session")
        try await change { connection, log in
            guard try SecondFactorRow.use(step: step, id, connection) else { throw AccountError.codeRefused }
            try SecondFactorRow.confirm(id, at: at, connection)
            try SecondFactorRow.replaceCodes(id, digests, connection)
            try connection.execute("UPDATE session SET second_factor = 1 WHERE token_digest = $1", [.text(digest)])
            try SessionRow.removeAll(id, but: digest, connection)
            log.audit(Self.factorEntry(person, "add"))
        }
        throttle.giveBack(name)
        return codes
    }

    /// Goes back to the password alone.
    package func removeSecondFactor(_ person: SignedIn) async throws(AccountError) {
        try requireConfirmed(person)
        try await change { connection, log in
            try SecondFactorRow.remove(person.account.id, connection)
            try connection.execute(
                "UPDATE session SET second_factor = 0 WHERE account_id = $1", [.int(person.account.id.value)])
            log.audit(Self.factorEntry(person, "remove"))
        }
    }

    /// New codes on paper; the old ones are good for nothing.
    package func renewRecoveryCodes(_ person: SignedIn) async throws(AccountError) -> [String] {
        try requireConfirmed(person)
        let id = person.account.id
        let codes = RecoveryCodes.make()
        let digests = codes.map { RecoveryCodes.digest($0, account: id.value) }
        try await change { connection, log in
            guard try SecondFactorRow.find(id, connection)?.confirmed != nil else { throw AccountError.notFound }
            try SecondFactorRow.replaceCodes(id, digests, connection)
            log.audit(Self.factorEntry(person, "codes"))
        }
        return codes
    }

    /// Opens the session that a password began, with a code of the authenticator or one from paper. Each is good once.
    package func signIn(ticket: String, code: String, browser: Browser) async throws(AccountError) -> NewSession {
        let digest = Token.digest(ticket, purpose: "session")
        let at = clock.instant
        let idle = idleSince
        let found = try await read { connection in
            try SessionRow.find(tokenDigest: digest, at: at, idleSince: idle, isPending: true, connection).map {
                (account: $0.account, factor: try SecondFactorRow.find($0.account.id, connection))
            }
        }
        guard let (account, factor) = found, let factor, factor.confirmed != nil else { throw .linkUseless }
        // Who has a device that is known is never waiting for somebody who has none.
        let isKnown = try await isKnownDevice(browser, account.id)
        let name = isKnown ? "code/\(account.id)/known" : "code/\(account.id)/other"
        let use = try use(of: code, factor, account.id, throttledAs: name)
        let (token, device) = (Token.make(), Token.make())
        let session = try await newSession(account, method: "password", browser, hasSecondFactor: true)
        let known = instant(in: Self.deviceSeconds)
        try await change { connection, log in
            guard try use(connection) else { throw AccountError.codeRefused }
            try SessionRow.remove(tokenDigest: digest, connection)
            try session.insert(tokenDigest: Token.digest(token, purpose: "session"), connection)
            try KnownDeviceRow.put(device, account.id, at: at, expires: known, connection)
            log.audit(Self.opened(account, "password+code"))
        }
        throttle.giveBack(name)
        return NewSession(token: token, deviceToken: device, signedIn: signedIn(account, session, token, []))
    }

    /// How a code is used up in the transaction that opens the session.
    private func use(
        of code: String, _ factor: SecondFactorRow.Factor, _ account: AccountID, throttledAs name: String
    ) throws(AccountError) -> @Sendable (any WriteConnection) throws -> Bool {
        let typed = code.filter { !$0.isWhitespace }
        if typed.count == OneTimePassword.digits, typed.allSatisfy(\.isNumber) {
            let step = try checked(typed, factor, account, throttledAs: name)
            return { try SecondFactorRow.use(step: step, account, $0) }
        }
        guard throttle.take(name, .code, at: clock.milliseconds()) else { throw .tooManyAttempts }
        let digest = RecoveryCodes.digest(typed, account: account.value)
        let at = clock.instant
        return { try SecondFactorRow.use(code: digest, account, at: at, $0) }
    }

    /// The step of a code that fits.
    private func checked(
        _ code: String, _ factor: SecondFactorRow.Factor, _ account: AccountID, throttledAs name: String
    ) throws(AccountError) -> Int64 {
        guard throttle.take(name, .code, at: clock.milliseconds()) else { throw .tooManyAttempts }
        let password = OneTimePassword(secret: try vault.open(factor.secret, for: Self.place(account)))
        let typed = code.filter { !$0.isWhitespace }
        guard let step = password.step(of: typed, at: clock.milliseconds(), after: factor.lastStep) else {
            throw .codeRefused
        }
        return step
    }

    private func isKnownDevice(_ browser: Browser, _ account: AccountID) async throws(AccountError) -> Bool {
        guard let token = browser.deviceToken else { return false }
        let at = clock.instant
        return try await read { try KnownDeviceRow.isKnown(KnownDeviceRow.digest(token), account, at: at, $0) }
    }

    private static func place(_ account: AccountID) -> String { "account/\(account)/second-factor" }

    private static func factorEntry(_ person: SignedIn, _ what: String) -> AuditEntry {
        AuditEntry(
            actor: person.account.name, action: "second-factor.\(what)", subject: "account/\(person.account.id)")
    }
}
