/// Numbers byte strings in the order they come, from 0, with a 32-bit value beside each.
///
/// Open addressing over one arena of bytes: the dictionary of the standard library would make a `String` of every token.
final class ByteTable {
    private struct Entry {
        let hash: UInt32
        let start: UInt32
        let end: UInt32
        var value: UInt32
    }

    private var slots: UnsafeMutableBufferPointer<UInt32>
    private var entries: UnsafeMutableBufferPointer<Entry>
    private var arena: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0
    private var bytes = 0

    /// `capacity` is a power of two.
    init(capacity: Int = 1_024) {
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: 0)
        entries = .allocate(capacity: capacity)
        arena = .allocate(capacity: capacity * 8)
    }

    deinit {
        slots.deallocate()
        entries.deallocate()
        arena.deallocate()
    }

    /// The string with this number; good until the next insertion.
    subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        let entry = entries[index]
        return UnsafeBufferPointer(rebasing: arena[Int(entry.start)..<Int(entry.end)])
    }

    func value(_ index: Int) -> UInt32 { entries[index].value }
    func setValue(_ index: Int, _ value: UInt32) { entries[index].value = value }

    /// The number of `key`; `isNew` where it had none, its value then being 0.
    func insert(_ key: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
        let hash = Self.hash(key)
        let slots = slots
        let entries = entries
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if entries[index].hash == hash, equals(entries[index], key) { return (index, false) }
            slot = (slot + 1) & mask
        }
        slots[slot] = UInt32(count + 1)
        append(key, hash)
        return (count - 1, true)
    }

    @inline(__always) private func equals(_ entry: Entry, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(entry.end - entry.start) == key.count else { return false }
        let own = arena.baseAddress.unsafelyUnwrapped + Int(entry.start)
        for offset in 0..<key.count where own[offset] != key[offset] { return false }
        return true
    }

    private func append(_ key: UnsafeBufferPointer<UInt8>, _ hash: UInt32) {
        if count == entries.count { entries = Self.doubled(entries, used: count) }
        while bytes + key.count > arena.count { arena = Self.doubled(arena, used: bytes) }
        for offset in key.indices { arena[bytes + offset] = key[offset] }
        let entry = Entry(hash: hash, start: UInt32(bytes), end: UInt32(bytes + key.count), value: 0)
        (entries.baseAddress.unsafelyUnwrapped + count).initialize(to: entry)
        count += 1
        bytes += key.count
        if count * 2 > slots.count { growSlots() }
    }

    private static func doubled<Element: BitwiseCopyable>(
        _ old: UnsafeMutableBufferPointer<Element>, used: Int
    ) -> UnsafeMutableBufferPointer<Element> {
        let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: old.count * 2)
        if let from = old.baseAddress { larger.baseAddress?.initialize(from: from, count: used) }
        old.deallocate()
        return larger
    }

    private func growSlots() {
        let larger = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: slots.count * 2)
        larger.initialize(repeating: 0)
        let mask = larger.count - 1
        for index in 0..<count {
            var slot = Int(entries[index].hash) & mask
            while larger[slot] != 0 { slot = (slot + 1) & mask }
            larger[slot] = UInt32(index + 1)
        }
        slots.deallocate()
        slots = larger
    }

    @inline(__always) private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(key.count)
        var index = 0
        let raw = UnsafeRawBufferPointer(key)
        while index + 8 <= key.count {
            state = mix(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var tail: UInt64 = 0
        while index < key.count {
            tail = tail << 8 | UInt64(key[index])
            index += 1
        }
        state = mix(state ^ tail)
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    @inline(__always) private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}
