import Secrets

/// Keys, passwords and second factors of an installation in one sealed file, `secrets.sealed`: a salt of 16 bytes and a text that is
/// sealed (ChaCha20-Poly1305) under a key that scrypt (N = 2^17, r = 8, p = 1) makes of a pass phrase.
enum SealedPart {
    static let name = "secrets.sealed"
    static let phraseCharactersMin = 12
    static let sizeBytesMax = 512 << 20
    private static let saltBytes = 16
    private static let place = "rapporteur-archive/secrets/1"

    static func seal(_ bytes: [UInt8], _ phrase: String) throws(ArchiveFault) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<saltBytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
        do throws(SealError) {
            return salt + (try Sealer(key: try key(phrase, salt)).seal(bytes, for: place))
        } catch { throw .passphrase }
    }

    static func open(_ bytes: [UInt8], _ phrase: String) throws(ArchiveFault) -> [UInt8] {
        guard bytes.count > saltBytes else { throw .passphrase }
        do throws(SealError) {
            return try Sealer(key: try key(phrase, Array(bytes.prefix(saltBytes)))).open(
                Array(bytes.dropFirst(saltBytes)), for: place)
        } catch { throw .passphrase }
    }

    private static func key(_ phrase: String, _ salt: [UInt8]) throws(SealError) -> [UInt8] {
        try Scrypt.derive(Scrypt.bytes(of: phrase), salt: salt, count: 32)
    }
}
