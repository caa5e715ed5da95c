package import Domain
import Secrets
package import Store

/// Accounts, their keys and sessions.
package struct Accounts: Sendable {
    let database: any Database
    let clock: Clock
    let ids: IDAllocator
    let attempts: AttemptBucket

    /// Keep one for the process: it counts the attempts to sign in.
    package init(database: any Database, clock: Clock) {
        self.database = database
        self.clock = clock
        ids = IDAllocator(database)
        attempts = AttemptBucket()
    }
}

/// An account that was just made. The key is shown once: the store keeps its digest alone.
package struct NewAccount: Sendable {
    package var account: Account
    package var key: String
}

/// A session that was just opened. The token goes into a cookie; the store keeps its digest alone.
package struct NewSession: Sendable {
    package var token: String
    package var signedIn: SignedIn
}

/// Who is signed in.
package struct SignedIn: Sendable {
    package var account: Account
    /// Must come back with every form.
    package var csrf: String
    /// Fixed-width UTC instant.
    package var expires: String
}

/// Why accounts did not do what was asked.
package enum AccountError: Error, Hashable, Sendable {
    case nameTaken(String)
    /// Empty, too long, with a colon or a control character.
    case nameUnusable(String)
    case unknownName(String)
    /// The key fits no account, or one that is disabled.
    case keyRefused
    /// Too many keys that fit nobody, from anywhere, in the last minutes.
    case tooManyAttempts
    case store(String)
}
