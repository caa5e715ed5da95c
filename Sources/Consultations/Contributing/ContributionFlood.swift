import Synchronization

/// How often people without an account may send: thirty at once, then one every twenty seconds, for all of them together. Nothing is
/// kept about who sends.
final class ContributionFlood: Sendable {
    private struct State {
        var left = ContributionFlood.most
        var filled: Int64 = 0
    }

    private static let most = 30
    private static let refillMilliseconds: Int64 = 20_000
    private let state = Mutex(State())

    /// Whether one more is taken at this time (milliseconds since 1970).
    func take(at now: Int64) -> Bool {
        state.withLock { state in
            let passed = max(0, now - state.filled) / Self.refillMilliseconds
            if passed >= Self.most {
                state.left = Self.most
                state.filled = now
            } else {
                state.left = min(Self.most, state.left + Int(passed))
                state.filled += passed * Self.refillMilliseconds
            }
            guard state.left > 0 else { return false }
            state.left -= 1
            return true
        }
    }
}
