/// Numbers of ASCII words of at most sixteen bytes, whatever their case: nearly all words of a text, found without going over
/// their letters one by one.
final class ShortWords {
    static let bytesMax = 16
    private static let none = UInt32.max

    /// A word in small letters, filled up with zeros.
    struct Key: Equatable {
        fileprivate let low: UInt64
        fileprivate let high: UInt64
    }

    private struct Entry {
        let key: Key
        let value: UInt32
    }

    /// Empty places hold `none`.
    private var entries: UnsafeMutableBufferPointer<Entry>
    private var count = 0

    init() { entries = Self.empty(512) }

    deinit { entries.deallocate() }

    private static func empty(_ capacity: Int) -> UnsafeMutableBufferPointer<Entry> {
        let entries = UnsafeMutableBufferPointer<Entry>.allocate(capacity: capacity)
        entries.initialize(repeating: Entry(key: Key(low: 0, high: 0), value: none))
        return entries
    }

    /// The key of `text[start..<end]`, which is ASCII and of 1 to 16 bytes.
    @inline(__always) static func key(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Key {
        let bytes = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped) + start
        let count = end - start
        var low: UInt64 = 0
        var high: UInt64 = 0
        if start + bytesMax <= text.count {
            low = bytes.loadUnaligned(as: UInt64.self)
            if count < 8 {
                low &= (1 << UInt64(count &* 8)) &- 1
            } else if count > 8 {
                high = (bytes + 8).loadUnaligned(as: UInt64.self) & UInt64.max >> UInt64((bytesMax &- count) &* 8)
            }
        } else {
            for index in 0..<count {
                let byte = UInt64(bytes.load(fromByteOffset: index, as: UInt8.self))
                if index < 8 { low |= byte << UInt64(index * 8) } else { high |= byte << UInt64(index * 8 - 64) }
            }
        }
        return Key(low: lowered(low.littleEndian), high: lowered(high.littleEndian))
    }

    /// Eight ASCII letters in small letters.
    @inline(__always) private static func lowered(_ letters: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let isA = letters &+ ones &* (0x80 - 0x41)
        let isAboveZ = letters &+ ones &* (0x7F - 0x5A)
        return letters | (isA ^ isAboveZ) & (ones &* 0x80) >> 2
    }

    /// The number of a word; nil where it has none yet.
    @inline(__always) func value(_ key: Key) -> UInt32? {
        let entries = entries.baseAddress.unsafelyUnwrapped
        let mask = self.entries.count &- 1
        var slot = Self.hash(key) & mask
        while entries[slot].value != Self.none {
            if entries[slot].key == key { return entries[slot].value }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    /// Gives a number to a word that has none.
    func insert(_ key: Key, _ value: UInt32) {
        if (count + 1) * 2 > entries.count {
            let old = entries
            entries = Self.empty(old.count * 2)
            for entry in old where entry.value != Self.none { place(entry) }
            old.deallocate()
        }
        place(Entry(key: key, value: value))
        count += 1
    }

    private func place(_ entry: Entry) {
        let mask = entries.count - 1
        var slot = Self.hash(entry.key) & mask
        while entries[slot].value != Self.none { slot = (slot + 1) & mask }
        entries[slot] = entry
    }

    @inline(__always) private static func hash(_ key: Key) -> Int {
        let product = (key.low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xA076_1D64_78BD_642F ^ key.high)
        return Int(truncatingIfNeeded: product.high ^ product.low)
    }
}
