package import Domain
package import Secrets
package import Store

/// Accounts, how their owners prove who they are, and their sessions.
package struct Accounts: Sendable {
    let database: any Database
    package let clock: Clock
    let ids: IDAllocator
    /// Keys that fit nobody: twenty at once, then one every three seconds, for all together.
    let attempts: Budget
    let throttle: SignInThrottle
    let passwords: PasswordWorker
    let vault: SecretVault

    /// Keep one for the process: it counts the attempts to sign in. `keyFile` holds the key that seals secrets the program needs again;
    /// without one they last as long as this value.
    package init(
        database: any Database, clock: Clock, keyFile: String? = nil, cost: PasswordHash.Cost = .house
    ) {
        self.database = database
        self.clock = clock
        ids = IDAllocator(database)
        attempts = Budget(most: 20, refillMilliseconds: 3_000)
        throttle = SignInThrottle()
        passwords = PasswordWorker(cost: cost)
        vault = SecretVault(keyFile)
    }

    /// The file of that key in the data folder.
    package static let keyName = "accounts.key"

    func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(AccountError) -> T {
        do throws(StoreError) { return try await database.read(body) } catch { throw AccountError(error) }
    }

    /// One transaction with its entries in the audit log.
    func change<T: Sendable>(
        _ body: @Sendable @escaping (any WriteConnection, inout LogDraft) throws -> T
    ) async throws(AccountError) -> T {
        do throws(StoreError) { return try await database.change(at: clock.instant, body).value } catch {
            throw AccountError(error)
        }
    }

    /// One transaction of which the audit log says nothing: what is only kept for a while.
    func note(_ body: @Sendable @escaping (any WriteConnection) throws -> Void) async throws(AccountError) {
        do throws(StoreError) { try await database.write(body) } catch { throw AccountError(error) }
    }

    func take(_ kind: String) async throws(AccountError) -> Int64 {
        do throws(StoreError) { return try await ids.take(kind).lowerBound } catch { throw AccountError(error) }
    }

    /// The instant so many seconds from now.
    func instant(in seconds: Int64) -> String { Clock.instant(clock.milliseconds() + seconds * 1_000) }
}

/// An account that was just made. The key is shown once: the store keeps its digest alone.
package struct NewAccount: Sendable {
    package var account: Account
    package var key: String
}

/// Why accounts did not do what was asked.
package enum AccountError: Error, Hashable, Sendable {
    case nameTaken(String)
    /// Empty, too long, with a colon or a control character.
    case nameUnusable(String)
    case unknownName(String)
    /// The key fits no account, or one that is disabled.
    case keyRefused
    /// Address and password do not belong together; which of them is wrong is not said.
    case signInRefused
    /// Too many that did not fit, in the last minutes: keys from anywhere, or passwords of one address from devices it does not know.
    case tooManyAttempts
    /// The password was right, and a code of the second factor is still to come, with this ticket.
    case codeNeeded(ticket: String)
    case codeRefused
    /// The account has no address to sign in with.
    case addressMissing
    case passwordUnfit(PasswordRule.Trouble)
    /// A link that was used, is too old, was withdrawn or never was.
    case linkUseless
    /// Only right after proving once more who one is.
    case confirmationNeeded
    case notFound
    /// The outside provider: what it said or did not say, for the log.
    case outside(String)
    /// Who signed in at the provider has no account here.
    case outsideUnknown
    /// More tokens than one person needs.
    case tooManyTokens
    /// More people sign in at this moment than passwords can be checked for.
    case busy
    case store(String)

    init(_ error: StoreError) {
        if case .abandoned(let own as AccountError) = error { self = own } else { self = .store(error.description) }
    }
}
