/// Bytes of a file being written.
struct TagBytes {
    var bytes: [UInt8] = []

    mutating func put(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ number: Double) { put(number.bitPattern) }

    mutating func put(_ number: Float) {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A number that is not negative, in one to nine bytes.
    mutating func put(count: Int) {
        var left = UInt64(max(0, count))
        while left >= 0x80 {
            bytes.append(UInt8(left & 0x7F) | 0x80)
            left >>= 7
        }
        bytes.append(UInt8(left))
    }

    mutating func put(_ text: String) {
        put(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Each step is one to one, so that no change within eight bytes goes unseen.
    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var sum = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
        bytes.withUnsafeBytes { bytes in
            var at = 0
            while at + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                sum = mix(sum, word)
                at += 8
            }
            while at < bytes.count {
                sum = mix(sum, UInt64(bytes[at]))
                at += 1
            }
        }
        return sum
    }

    @inline(__always) private static func mix(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let product = (sum ^ word) &* 0x9FB2_1C65_1E98_DF25
        return product ^ (product >> 32)
    }
}

/// Bytes of a file being read; nil where they end or make no sense.
struct TagByteReader {
    let bytes: [UInt8]
    private(set) var at: Int

    init(bytes: [UInt8], at: Int) {
        self.bytes = bytes
        self.at = at
    }

    var left: Int { bytes.count - at }

    mutating func byte() -> UInt8? {
        guard at < bytes.count else { return nil }
        defer { at += 1 }
        return bytes[at]
    }

    mutating func fixed() -> UInt64? {
        guard left >= 8 else { return nil }
        defer { at += 8 }
        return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
    }

    /// A number that is finite.
    mutating func double() -> Double? {
        guard let pattern = fixed() else { return nil }
        let number = Double(bitPattern: pattern)
        return number.isFinite ? number : nil
    }

    mutating func float() -> Float? {
        guard left >= 4 else { return nil }
        defer { at += 4 }
        let pattern = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: UInt32.self) }
        let number = Float(bitPattern: UInt32(littleEndian: pattern))
        return number.isFinite ? number : nil
    }

    @inline(__always) mutating func count() -> Int? {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 56 {
            guard at < bytes.count else { return nil }
            let byte = bytes[at]
            at += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(number) }
            shift += 7
        }
        return nil
    }

    mutating func string() -> String? {
        guard let length = count(), length <= min(left, 10_000) else { return nil }
        defer { at += length }
        return String(validating: bytes[at..<at + length], as: UTF8.self)
    }
}
