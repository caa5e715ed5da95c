import Synchronization

/// How often keys that fit nobody may be tried: twenty at once, then one every three seconds. Nothing is kept about who tries.
final class AttemptBucket: Sendable {
    private struct State {
        var tokens = AttemptBucket.attemptsMax
        var filled: Int64 = 0
    }

    private static let attemptsMax = 20
    private static let refillMilliseconds: Int64 = 3_000
    private let state = Mutex(State())

    /// Whether one more attempt is allowed at this time (milliseconds since 1970).
    func take(at now: Int64) -> Bool {
        state.withLock { state in
            let passed = max(0, now - state.filled) / Self.refillMilliseconds
            if passed >= Self.attemptsMax {
                state.tokens = Self.attemptsMax
                state.filled = now
            } else {
                state.tokens = min(Self.attemptsMax, state.tokens + Int(passed))
                state.filled += passed * Self.refillMilliseconds
            }
            guard state.tokens > 0 else { return false }
            state.tokens -= 1
            return true
        }
    }
}
