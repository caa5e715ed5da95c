import Synchronization

/// The lock on wrong pass phrases, for each key: five at once, then one every five minutes. A right one opens it again. Kept in
/// memory: apart from signing in, and gone with the process.
final class PhraseTries: Sendable {
    private struct Tries {
        var wrong = 0
        var last: Int64 = 0
    }

    static let wrongMax = 5
    static let pauseMilliseconds: Int64 = 300_000
    private let tries = Mutex<[Int64: Tries]>([:])

    /// Counts one try; for how many seconds none is allowed, where none is.
    func begin(_ key: Int64, at now: Int64) throws(SubmissionError) {
        let wait: Int64 = tries.withLock { tries in
            var own = tries[key] ?? Tries()
            if own.wrong >= Self.wrongMax {
                let left = own.last + Self.pauseMilliseconds - now
                if left > 0 { return left }
            }
            own.wrong += 1
            own.last = now
            tries[key] = own
            return 0
        }
        if wait > 0 { throw .phraseLocked(seconds: Int((wait + 999) / 1_000)) }
    }

    func succeeded(_ key: Int64) { tries.withLock { $0[key] = nil } }
}
