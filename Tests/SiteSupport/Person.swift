package import Domain
import Frame
package import People
import Synchronization

/// Somebody who is signed in to a test's site.
package struct Person: Sendable {
    package let account: Account
    package let cookie: String
    /// The forms' token.
    package let csrf: String
    /// What she is in the workspace she was made for.
    package var member: Member?

    package init(named name: String, _ accounts: Accounts, _ role: Role = .none) async throws {
        let made = try await accounts.add(name, role, by: .system)
        let session = try await accounts.signIn(key: made.key)
        account = made.account
        cookie = "rapporteur=" + session.token
        csrf = session.signedIn.csrf
    }
}

/// Tokens of people in tests, in the place of those that the store keeps.
package final class TokenBook: Sendable {
    private let bearers = Mutex<[String: Bearer]>([:])

    /// A token that stands for somebody, with all her rights or these alone.
    package func issue(_ person: Person, _ rights: Set<Right>? = nil, in workspace: WorkspaceID? = nil) -> String {
        bearers.withLock { bearers in
            let token = "token-\(bearers.count)"
            bearers[token] = Bearer(account: person.account, workspace: workspace, rights: rights)
            return token
        }
    }

    var bearer: Authenticating {
        { token in self.bearers.withLock { $0[token] } }
    }
}
