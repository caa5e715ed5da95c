package import Domain

/// A question that somebody follows.
package struct Watch: Hashable, Sendable {
    package enum Pace: String, Sendable, CaseIterable {
        case atOnce = "at-once"
        case daily, weekly

        /// How long it rests at least between two letters.
        var seconds: Int64 {
            switch self {
            case .atOnce: 15 * 60
            case .daily: 86_400
            case .weekly: 7 * 86_400
            }
        }
    }

    package var id: Int64
    package var question: WatchQuestion
    package var language: LanguageTag
    package var pace: Pace
    package var account: AccountID?
    package var asked: String
    package var confirmed: String?
    /// When its last letter went out.
    package var told: String?
    /// Up to where it was looked: a change of the record, or for what is published in other ways a moment, in milliseconds since 1970.
    var seen: Int64
}

/// Limits: what is open to everybody must not become a way to flood somebody.
package enum WatchLimits {
    /// Running and asked for, to one address and for one account.
    package static let perAddress = 20
    /// Letters that ask one address to confirm, before it answers.
    package static let askedPerAddress = 3
    /// Letters that ask, to all addresses together, that wait for an answer: within an hour, and in all.
    package static let askedPerHour = 60
    package static let askedInAll = 1_000
    package static let inAll = 100_000
    /// How long a letter that asks can be answered.
    package static let askedSeconds: Int64 = 48 * 3_600
    /// Published things looked at for one letter, and how long after its moment something is sure to be written, in milliseconds.
    static let newsMax = 100
    static let settledMilliseconds: Int64 = 60_000
    /// Recommendations named in one letter; more are counted.
    package static let namedMax = 25
    /// Changes looked at together, and how many times over in one round; the rest is looked at when the watch is due again.
    package static let changesMax = 20_000
    package static let windowsMax = 5
    /// Changes that a feed goes back.
    package static let feedChangesMax = 2_000
    /// Pages of the index that a feed asks for, and a look at changes.
    package static let feedPagesMax = 5
    package static let pagesMax = 200
}
