/// Random texts that nobody guesses: 32 bytes in the alphabet of addresses, 43 characters.
package enum Token {
    package static let bytes = 32

    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<bytes).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// What is kept of a token: SHA-256 as hexadecimal digits. `purpose` keeps tokens of different uses apart.
    package static func digest(_ token: String, purpose: String) -> String {
        var digest = Digest()
        digest.update("\(purpose):\(token)")
        return digest.finishHex()
    }
}
