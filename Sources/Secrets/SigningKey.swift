import Crypto

/// An Ed25519 key that signs. Its public half is what others check with.
package struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// 32 bytes, as `KeyFile` keeps them.
    package init(seed: [UInt8]) throws(SealError) {
        do { key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed) } catch { throw .refused }
    }

    package var verifying: VerifyingKey { VerifyingKey(key.publicKey) }

    /// 64 bytes.
    package func sign(_ text: String) throws(SealError) -> [UInt8] {
        do { return Array(try key.signature(for: Array(text.utf8))) } catch { throw .refused }
    }
}

/// The public half of a signing key.
package struct VerifyingKey: Sendable {
    private let key: Curve25519.Signing.PublicKey

    init(_ key: Curve25519.Signing.PublicKey) { self.key = key }

    /// 32 bytes; nil for others.
    package init?(_ bytes: [UInt8]) {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return nil }
        self.key = key
    }

    package var bytes: [UInt8] { Array(key.rawRepresentation) }
    /// The first 16 hexadecimal digits of the key's SHA-256: names it.
    package var id: String { String(Digest.sha256Hex(bytes).prefix(16)) }

    package func isValid(_ signature: [UInt8], of text: String) -> Bool {
        key.isValidSignature(signature, for: Array(text.utf8))
    }
}

extension SigningKey: CustomStringConvertible {
    /// Says what it is and nothing of its bytes: whatever prints a value that holds one prints no secret.
    package var description: String { "a signing key" }
}
