import Domain
import Secrets
import Store

extension Accounts {
    /// Opens a session for an address and its password, or throws `codeNeeded` where a second factor is set up. Unknown addresses and
    /// wrong passwords are refused alike, after the same work.
    package func signIn(
        address: String, password: String, browser: Browser
    ) async throws(AccountError) -> NewSession {
        guard let address = EmailAddress(address), password.count <= 2 * PasswordRule.lengthMax else {
            throw .signInRefused
        }
        let found = try await candidate(address, browser)
        let name =
            found.isKnownDevice
            ? "device/\(found.deviceDigest)" : "address/\(Token.digest(address.key, purpose: "throttle"))"
        guard throttle.take(name, .password, at: clock.milliseconds()) else { throw .tooManyAttempts }
        let check = try await passwords.fits(password, found.password)
        guard check.fits, let account = found.account else { throw .signInRefused }
        throttle.giveBack(name)
        return try await enter(account, method: "password", browser, renewedPassword: check.renewed)
    }

    private struct Candidate: Sendable {
        var account: Account?
        var password: String?
        var isKnownDevice = false
        var deviceDigest = ""
    }

    private func candidate(_ address: EmailAddress, _ browser: Browser) async throws(AccountError) -> Candidate {
        let at = clock.instant
        return try await read { connection in
            guard let account = try AccountRow.find(emailKey: address.key, connection), !account.isDisabled else {
                return Candidate()
            }
            var found = Candidate(account: account, password: try AccountRow.password(account.id, connection))
            guard let token = browser.deviceToken else { return found }
            found.deviceDigest = KnownDeviceRow.digest(token)
            found.isKnownDevice = try KnownDeviceRow.isKnown(found.deviceDigest, account.id, at: at, connection)
            return found
        }
    }

    /// Proves once more who is at the keyboard: with the password, or with the sign-in key of an account that has one.
    package func confirm(_ person: SignedIn, token: String, secret: String) async throws(AccountError) {
        let name = "confirm/\(person.sessionID)"
        guard throttle.take(name, .password, at: clock.milliseconds()) else { throw .tooManyAttempts }
        let id = person.account.id
        let keyDigest = Token.digest(secret.filter { !$0.isWhitespace }, purpose: "key")
        let kept = try await read { connection in
            (
                password: try AccountRow.password(id, connection),
                isKey: try AccountRow.holding(keyDigest: keyDigest, connection)?.id == id
            )
        }
        if !kept.isKey {
            guard try await passwords.fits(secret, kept.password).fits else { throw .signInRefused }
        }
        throttle.giveBack(name)
        let digest = Token.digest(token, purpose: "session")
        let at = clock.instant
        try await note { connection in
            try connection.execute(
                "UPDATE session SET confirmed = $1 WHERE token_digest = $2", [.text(at), .text(digest)])
        }
    }

    /// Throws where the last proof is too old for what is to be done.
    func requireConfirmed(_ person: SignedIn) throws(AccountError) {
        if !person.isConfirmed { throw .confirmationNeeded }
    }
}
