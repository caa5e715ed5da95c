/// A fast 64-bit checksum against damage by accident: four lanes of multiply and fold, as in wyhash. No defence against intent.
struct Checksum {
    private static let primes: (UInt64, UInt64, UInt64, UInt64) = (
        0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3
    )

    private var lanes: (UInt64, UInt64, UInt64, UInt64) = primes
    private var bytes: UInt64 = 0

    /// Adds bytes; every part but the last is a multiple of 32 long.
    mutating func add(_ part: UnsafeRawBufferPointer) {
        bytes &+= UInt64(part.count)
        var index = 0
        while index + 32 <= part.count {
            func word(_ offset: Int) -> UInt64 { part.loadUnaligned(fromByteOffset: index + offset, as: UInt64.self) }
            lanes.0 = Self.mix(lanes.0 ^ word(0), Self.primes.0)
            lanes.1 = Self.mix(lanes.1 ^ word(8), Self.primes.1)
            lanes.2 = Self.mix(lanes.2 ^ word(16), Self.primes.2)
            lanes.3 = Self.mix(lanes.3 ^ word(24), Self.primes.3)
            index += 32
        }
        while index < part.count {
            lanes.0 = Self.mix(lanes.0 ^ UInt64(part[index]) &+ 1, Self.primes.1)
            index += 1
        }
    }

    var value: UInt64 {
        var value = bytes
        for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { value = Self.mix(value ^ lane, Self.primes.2) &+ lane }
        return value
    }

    @inline(__always) private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        // A lane must not fall to zero for good.
        return product.high ^ product.low &+ right
    }

    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum = Checksum()
        sum.add(bytes)
        return sum.value
    }
}
