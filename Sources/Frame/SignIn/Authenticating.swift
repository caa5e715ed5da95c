package import Domain
import HTTPTypes

/// Finds who a bearer token belongs to, and what it was made for; nil where it is unknown, ended, or of an account that is
/// disabled. Filled by whoever keeps tokens; the API of workspaces asks it.
package typealias Authenticating = @Sendable (_ token: String) async throws(WebError) -> Bearer?

/// An account that a token stands for, and the token's limits.
package struct Bearer: Sendable {
    package var account: Account
    /// The only workspace the token works in; nil: all of the account's.
    package var workspace: WorkspaceID?
    /// The only rights it gives; nil: all that the account has.
    package var rights: Set<Right>?

    package init(account: Account, workspace: WorkspaceID? = nil, rights: Set<Right>? = nil) {
        self.account = account
        self.workspace = workspace
        self.rights = rights
    }

    static let charactersMax = 500

    /// The token of `Authorization: Bearer …`; nil where there is no such header. A scheme that is not Bearer is no token.
    static func token(_ exchange: Exchange) -> String? {
        guard let header = exchange.incoming.headers[.authorization] else { return nil }
        let halves = header.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard halves.count == 2, halves[0].lowercased() == "bearer", halves[1].utf8.count <= charactersMax else {
            return ""
        }
        return String(halves[1])
    }
}
