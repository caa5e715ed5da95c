import Synchronization

/// How often something may be done by all together: so many at once, then one after each pause. Nothing is kept about who does it.
final class Budget: Sendable {
    private struct State {
        var left: Int
        var filled: Int64 = 0
    }

    private let most: Int
    private let refillMilliseconds: Int64
    private let state: Mutex<State>

    init(most: Int, refillMilliseconds: Int64) {
        self.most = most
        self.refillMilliseconds = refillMilliseconds
        state = Mutex(State(left: most))
    }

    /// Whether one more is allowed at this time (milliseconds since 1970).
    func take(at now: Int64) -> Bool {
        state.withLock { state in
            let passed = max(0, now - state.filled) / refillMilliseconds
            state.left = passed >= Int64(most) ? most : min(most, state.left + Int(passed))
            state.filled = passed >= Int64(most) ? now : state.filled + passed * refillMilliseconds
            guard state.left > 0 else { return false }
            state.left -= 1
            return true
        }
    }
}
