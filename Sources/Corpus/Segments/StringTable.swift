/// Byte strings one after another, found by number or, where sorted, by content.
struct StringTable {
    let offsets: UnsafeBufferPointer<UInt32>
    let bytes: UnsafeBufferPointer<UInt8>

    init?(_ reader: inout SectionReader) {
        guard let offsets = reader.read(UInt32.self), let bytes = reader.read(UInt8.self), let last = offsets.last,
            Int(last) == bytes.count
        else { return nil }
        self.offsets = offsets
        self.bytes = bytes
    }

    var count: Int { offsets.count - 1 }

    subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(offsets[index])..<Int(offsets[index + 1])])
    }

    func string(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

    /// The first string that does not sort before `key`.
    func lowerBound(_ key: UnsafeBufferPointer<UInt8>) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) >> 1
            if ByteOrder.precedes(self[middle], key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func index(of key: UnsafeBufferPointer<UInt8>) -> Int? {
        let index = lowerBound(key)
        return index < count && self[index].elementsEqual(key) ? index : nil
    }

    static func write(_ strings: some Sequence<UnsafeBufferPointer<UInt8>>, to sections: inout SectionWriter) {
        var offsets: [UInt32] = [0]
        var bytes: [UInt8] = []
        for string in strings {
            bytes.append(contentsOf: string)
            offsets.append(UInt32(bytes.count))
        }
        sections.append(offsets)
        sections.append(bytes)
    }

    static func write(_ strings: [String], to sections: inout SectionWriter) {
        var offsets: [UInt32] = [0]
        var bytes: [UInt8] = []
        for string in strings {
            bytes.append(contentsOf: string.utf8)
            offsets.append(UInt32(bytes.count))
        }
        sections.append(offsets)
        sections.append(bytes)
    }
}

/// The order of byte strings, which is the order of their code points.
enum ByteOrder {
    static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        let shared = min(left.count, right.count)
        for index in 0..<shared where left[index] != right[index] { return left[index] < right[index] }
        return left.count < right.count
    }

    /// The first eight bytes as a number of the same order; shorter strings are filled up with zeros.
    static func start(_ string: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var start: UInt64 = 0
        for index in 0..<8 { start = start << 8 | (index < string.count ? UInt64(string[index]) : 0) }
        return start
    }

    static func hasPrefix(_ string: UnsafeBufferPointer<UInt8>, _ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
        string.count >= prefix.count && string.prefix(prefix.count).elementsEqual(prefix)
    }
}
