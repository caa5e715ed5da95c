import Crypto

/// Time-based one-time passwords as every authenticator makes them: RFC 6238 with SHA-1, six digits, steps of 30 seconds.
package struct OneTimePassword: Sendable {
    package static let secretBytes = 20
    package static let stepSeconds: Int64 = 30
    package static let digits = 6
    /// How many steps a clock may be ahead or behind.
    package static let drift: Int64 = 1

    package let secret: [UInt8]

    package init(secret: [UInt8]) { self.secret = secret }

    package static func make() -> OneTimePassword {
        var generator = SystemRandomNumberGenerator()
        return OneTimePassword(
            secret: (0..<secretBytes).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// The secret as people type it where no picture can be read: base32 (RFC 4648, 6) without padding.
    package var secretText: String { Base32.encode(secret) }

    /// The step of a time in milliseconds since 1970.
    package static func step(at milliseconds: Int64) -> Int64 { milliseconds / 1_000 / stepSeconds }

    /// The code of a step (RFC 4226, 5.3).
    package func code(step: Int64) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 15)
        let word = mac[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let digits = String(word % 1_000_000)
        return String(repeating: "0", count: Self.digits - digits.count) + digits
    }

    /// The step whose code this is, near `milliseconds` and after `last`; nil where there is none. A code that was used is of no use
    /// to whoever saw it.
    package func step(of code: String, at milliseconds: Int64, after last: Int64) -> Int64? {
        let now = Self.step(at: milliseconds)
        var found: Int64?
        for step in (now - Self.drift)...(now + Self.drift) where ConstantTime.isEqual(self.code(step: step), code) {
            if step > last, found == nil { found = step }
        }
        return found
    }

    /// What a picture says to an authenticator.
    package func address(issuer: String, account: String) -> String {
        "otpauth://totp/\(Self.encoded(issuer)):\(Self.encoded(account))?secret=\(secretText)&issuer=\(Self.encoded(issuer))"
    }

    private static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126, 64: out.unicodeScalars.append(Unicode.Scalar(byte))
            default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}

/// Base32 (RFC 4648, 6) without padding.
package enum Base32 {
    package static func encode(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var text: [UInt8] = []
        var word = 0
        var bits = 0
        for byte in bytes {
            word = (word << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[word >> bits & 31])
            }
        }
        if bits > 0 { text.append(alphabet[word << (5 - bits) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }
}
