/// Numbers for strings that are the same on every machine and in every run.
enum TagHash {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always) static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    @inline(__always) static func mix(_ number: UInt64, into hash: UInt64) -> UInt64 {
        (hash ^ number) &* 0x9E37_79B9_7F4A_7C15 ^ (hash >> 29)
    }

    /// Spreads every bit over the 32 that are kept.
    @inline(__always) static func finish(_ hash: UInt64) -> UInt32 {
        var value = hash
        value ^= value >> 33
        value = value &* 0xFF51_AFD7_ED55_8CCD
        value ^= value >> 33
        value = value &* 0xC4CE_B9FE_1A85_EC53
        return UInt32(truncatingIfNeeded: value >> 32)
    }

    static func of(_ text: String) -> UInt64 { text.utf8.reduce(start) { add($1, to: $0) } }
}
