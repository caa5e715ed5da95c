/// Hides how long something is: everything of one class of sizes is sealed as equally many bytes.
package enum Padding {
    /// The smallest class; each of the next is twice as large.
    package static let leastBytes = 4_096

    /// Four bytes with the length, the bytes, and zeros up to the class.
    package static func padded(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt32(clamping: bytes.count)
        var size = leastBytes
        while size < bytes.count + 4 { size *= 2 }
        var padded: [UInt8] = []
        padded.reserveCapacity(size)
        for shift in [24, 16, 8, 0] as [UInt32] { padded.append(UInt8(truncatingIfNeeded: count >> shift)) }
        padded += bytes
        padded += [UInt8](repeating: 0, count: size - padded.count)
        return padded
    }

    /// Nil for what `padded` did not make.
    package static func unpadded(_ padded: [UInt8]) -> [UInt8]? {
        guard padded.count >= leastBytes else { return nil }
        let count = padded.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard count <= padded.count - 4 else { return nil }
        return Array(padded[4..<(4 + count)])
    }
}
