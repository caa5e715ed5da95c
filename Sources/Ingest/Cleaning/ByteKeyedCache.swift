#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Remembers what was made of a label, found again by the label's bytes without making a string of them.
///
/// Holds at most `entriesMax` labels of ordinary length; nothing else is remembered, so that a hostile file cannot fill the memory.
struct ByteKeyedCache<Value> {
    private struct Entry {
        var hash: UInt64
        var start: Int
        var length: Int
        var value: Value
    }

    private static var keyBytesMax: Int { 600 }

    private let entriesMax: Int
    private var slots: [Int32] = Array(repeating: -1, count: 256)
    private var entries: [Entry] = []
    private var arena: [UInt8] = []

    init(entriesMax: Int = 50_000) { self.entriesMax = entriesMax }

    /// The value remembered for these bytes, made now if there is none.
    mutating func value(for key: UnsafeBufferPointer<UInt8>, make: () -> Value) -> Value {
        let hash = Self.hash(key)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let entry = Int(slots[slot])
            if entries[entry].hash == hash, matches(entry, key) { return entries[entry].value }
            slot = (slot + 1) & (slots.count - 1)
        }
        let value = make()
        guard entries.count < entriesMax, key.count <= Self.keyBytesMax else { return value }
        slots[slot] = Int32(entries.count)
        entries.append(Entry(hash: hash, start: arena.count, length: key.count, value: value))
        arena.append(contentsOf: key)
        if entries.count * 2 > slots.count { grow() }
        return value
    }

    private func matches(_ entry: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = entries[entry].start
        guard entries[entry].length == key.count else { return false }
        guard let base = key.baseAddress, !key.isEmpty else { return true }
        return arena.withUnsafeBufferPointer { known in
            known.baseAddress.map { memcmp($0 + start, base, key.count) == 0 } ?? false
        }
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(key.count)
        let raw = UnsafeRawBufferPointer(key)
        var index = 0
        while index + 8 <= raw.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            index += 8
        }
        while index < raw.count {
            hash = (hash ^ UInt64(raw[index])) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            index += 1
        }
        return hash ^ hash >> 29
    }
}
