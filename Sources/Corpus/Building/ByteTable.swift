/// Numbers byte strings in the order they come, from 0, with a 32-bit value beside each.
///
/// Open addressing over one arena of bytes: the dictionary of the standard library would make a `String` of every token.
final class ByteTable {
    private var slots: UnsafeMutableBufferPointer<UInt32>
    private var hashes: [UInt32] = []
    private var starts: [UInt32] = [0]
    private var arena: [UInt8] = []
    var values: [UInt32] = []

    init(capacity: Int = 1_024) {
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: 0)
    }

    deinit { slots.deallocate() }

    var count: Int { hashes.count }

    /// The bytes of the string with this number.
    func withBytes<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        arena.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(starts[index])..<Int(starts[index + 1])]))
        }
    }

    /// The arena and where strings begin in it, for reading all of them.
    func withAll<Result>(_ body: (UnsafeBufferPointer<UInt8>, [UInt32]) -> Result) -> Result {
        arena.withUnsafeBufferPointer { body($0, starts) }
    }

    /// The number of `key`; `isNew` where it had none, its value then being 0.
    func insert(_ key: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
        let hash = Self.hash(key)
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if hashes[index] == hash, equals(index, key) { return (index, false) }
            slot = (slot + 1) & mask
        }
        slots[slot] = UInt32(count + 1)
        hashes.append(hash)
        arena.append(contentsOf: key)
        starts.append(UInt32(arena.count))
        values.append(0)
        if count * 2 > slots.count { grow() }
        return (count - 1, true)
    }

    @inline(__always) private func equals(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[index])
        guard Int(starts[index + 1]) - start == key.count else { return false }
        return arena.withUnsafeBufferPointer { arena in
            for offset in 0..<key.count where arena[start + offset] != key[offset] { return false }
            return true
        }
    }

    private func grow() {
        let larger = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: slots.count * 2)
        larger.initialize(repeating: 0)
        let mask = larger.count - 1
        for (index, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
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
