/// Random texts that nobody guesses: 32 bytes in the alphabet of addresses, 43 characters.
package enum Token {
    package static let bytes = 32

    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return base64URL((0..<bytes).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// What is kept of a token: SHA-256 as hexadecimal digits. `purpose` keeps tokens of different uses apart.
    package static func digest(_ token: String, purpose: String) -> String {
        var digest = Digest()
        digest.update("\(purpose):\(token)")
        return digest.finishHex()
    }

    static func base64URL(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let rest = bytes[place..<min(place + 3, bytes.count)]
            let word = rest.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - rest.count))
            for digit in 0...rest.count { text.append(alphabet[word >> (18 - 6 * digit) & 63]) }
            place += 3
        }
        return String(decoding: text, as: UTF8.self)
    }
}
