import Synchronization

/// How often something may be done: so many at once, then one after each pause.
package struct Rate: Hashable, Sendable {
    package var most: Int
    package var refillMilliseconds: Int64

    package init(most: Int, refillMilliseconds: Int64) {
        self.most = most
        self.refillMilliseconds = refillMilliseconds
    }
}

/// What is left of a rate.
struct RateLeft {
    private(set) var left: Int
    private(set) var filled: Int64

    init(_ rate: Rate, at now: Int64) {
        left = rate.most
        filled = now
    }

    /// Whether one more is allowed at this time (milliseconds since 1970).
    mutating func take(_ rate: Rate, at now: Int64) -> Bool {
        fill(rate, at: now)
        guard left > 0 else { return false }
        left -= 1
        return true
    }

    /// Whether nothing is missing: whoever comes next is treated as if she had never come.
    func isFull(_ rate: Rate, at now: Int64) -> Bool {
        Int64(rate.most - left) <= max(0, now - filled) / rate.refillMilliseconds
    }

    private mutating func fill(_ rate: Rate, at now: Int64) {
        let passed = max(0, now - filled) / rate.refillMilliseconds
        let isWhole = passed >= Int64(rate.most)
        left = isWhole ? rate.most : min(rate.most, left + Int(passed))
        filled = isWhole ? now : filled + passed * rate.refillMilliseconds
    }
}

/// How often something may be done by all together. Nothing is kept about who does it.
package final class Budget: Sendable {
    private let rate: Rate
    private let state: Mutex<RateLeft>

    package init(most: Int, refillMilliseconds: Int64) {
        rate = Rate(most: most, refillMilliseconds: refillMilliseconds)
        state = Mutex(RateLeft(rate, at: 0))
    }

    /// Whether one more is allowed at this time (milliseconds since 1970).
    package func take(at now: Int64) -> Bool { state.withLock { $0.take(rate, at: now) } }
}
