package import Domain
package import People

/// Somebody who is signed in to a test's site.
package struct Person: Sendable {
    package let account: Account
    package let cookie: String
    /// The forms' token.
    package let csrf: String
    /// What she is in the workspace she was made for.
    package var member: Member?

    package init(named name: String, _ accounts: Accounts) async throws {
        let made = try await accounts.add(name, .none, by: .system)
        let session = try await accounts.signIn(key: made.key)
        account = made.account
        cookie = "rapporteur=" + session.token
        csrf = session.signedIn.csrf
    }
}
