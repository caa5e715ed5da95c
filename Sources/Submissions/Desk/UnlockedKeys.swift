import Synchronization

/// Keys that recipients unlocked: in memory, of one session and for ten minutes at most.
final class UnlockedKeys: Sendable {
    struct Entry: Sendable {
        var id: Int64
        var key: OpenedKey
        var until: Int64
    }

    static let milliseconds: Int64 = 600_000
    private let entries = Mutex<[Int64: Entry]>([:])

    func keep(_ key: OpenedKey, id: Int64, session: Int64, at now: Int64) {
        entries.withLock { $0[session] = Entry(id: id, key: key, until: now + Self.milliseconds) }
    }

    /// The session's key, while its time lasts.
    func key(session: Int64, at now: Int64) -> Entry? {
        entries.withLock { entries in
            guard let entry = entries[session] else { return nil }
            if entry.until > now { return entry }
            entries[session] = nil
            return nil
        }
    }

    func forget(session: Int64) { entries.withLock { $0[session] = nil } }
    func forget(key id: Int64) { entries.withLock { $0 = $0.filter { $0.value.id != id } } }

    var sessions: [Int64] { entries.withLock { Array($0.keys) } }

    /// Keeps those of sessions that are open and whose time lasts.
    func keep(only open: Set<Int64>, at now: Int64) {
        entries.withLock { $0 = $0.filter { open.contains($0.key) && $0.value.until > now } }
    }
}
