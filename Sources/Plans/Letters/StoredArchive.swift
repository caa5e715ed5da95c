/// A ZIP archive of files that are packed already: stored, not compressed again. Names are UTF-8.
package struct StoredArchive: Sendable {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    package init() {}

    /// Adds a file. Files are few and small: more than 65,535, or 4 GiB, are not for this.
    package mutating func add(_ name: String, _ bytes: [UInt8]) {
        let offset = UInt32(body.count)
        let name = Array(name.utf8)
        // Version 2.0, UTF-8 names, stored, 1 January 1980.
        var head: [UInt8] = []
        head += Self.two(20) + Self.two(0x0800) + Self.two(0) + Self.two(0) + Self.two(0x21)
        head += Self.four(Self.checksum(bytes)) + Self.four(UInt32(bytes.count)) + Self.four(UInt32(bytes.count))
        head += Self.two(UInt16(name.count)) + Self.two(0)
        body += [0x50, 0x4B, 0x03, 0x04] + head + name + bytes
        directory += [0x50, 0x4B, 0x01, 0x02] + Self.two(20) + head
        directory += Self.two(0) + Self.two(0) + Self.two(0) + Self.four(0) + Self.four(offset) + name
        count += 1
    }

    /// The whole archive.
    package var bytes: [UInt8] {
        body + directory + [0x50, 0x4B, 0x05, 0x06] + Self.two(0) + Self.two(0) + Self.two(count) + Self.two(count)
            + Self.four(UInt32(directory.count)) + Self.four(UInt32(body.count)) + Self.two(0)
    }

    private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
    private static func four(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }

    /// CRC-32 as ZIP has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF) { crc, byte in table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }
}
