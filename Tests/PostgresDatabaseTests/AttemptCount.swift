import Synchronization

/// Counts how often a closure ran.
final class AttemptCount: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}
