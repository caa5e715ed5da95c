import Crypto

/// SHA-256 over bytes that come in pieces.
package struct Digest: Sendable {
    private var hash = SHA256()

    package init() {}

    package mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }
    package mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { hash.update(bufferPointer: $0) } }
    package mutating func update(_ text: String) { update(Array(text.utf8)) }

    /// The 32 bytes over everything so far.
    package func finish() -> [UInt8] { Array(hash.finalize()) }
    /// The same as 64 hexadecimal digits in small letters.
    package func finishHex() -> String { Self.hex(finish()) }

    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = Digest()
        digest.update(bytes)
        return digest.finish()
    }

    package static func sha256Hex(_ bytes: [UInt8]) -> String { hex(sha256(bytes)) }
    package static func sha256Hex(_ text: String) -> String { sha256Hex(Array(text.utf8)) }

    package static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
