import Synchronization

/// Hands one hint to every listener. A listener that is behind gets one hint for all it missed.
package final class HintBroadcast: Sendable {
    private struct State {
        var next = 0
        var ended = false
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// A stream whose first hint is there at once. It ends when the listener goes away or the database is closed.
    package func stream() -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number: Int? = state.withLock { state in
                guard !state.ended else { return nil }
                state.next += 1
                state.listeners[state.next] = continuation
                return state.next
            }
            guard let number else { return continuation.finish() }
            continuation.onTermination = { [weak self] _ in
                _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
            }
            continuation.yield()
        }
    }

    package func give() {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.yield() }
    }

    package func end() {
        let listeners = state.withLock { state in
            defer { state.listeners = [:] }
            state.ended = true
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }
}
