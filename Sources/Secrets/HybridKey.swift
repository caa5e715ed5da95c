import Crypto
import Foundation

/// The private half of a key that others seal to: HPKE (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305, in base mode.
package struct HybridKey: Sendable {
    private let key: Curve25519.KeyAgreement.PrivateKey

    /// A new key.
    package init() { key = Curve25519.KeyAgreement.PrivateKey() }

    /// From 32 bytes.
    package init(_ bytes: [UInt8]) throws(SealError) {
        do { key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes) } catch { throw .refused }
    }

    /// 32 bytes. Whoever asks wipes them after use.
    package var bytes: [UInt8] { Array(key.rawRepresentation) }
    package var publicKey: HybridPublicKey { HybridPublicKey(key.publicKey) }

    /// What `HybridPublicKey.seal` sealed for this key and this place.
    package func open(_ sealed: [UInt8], for place: String) throws(SealError) -> [UInt8] {
        let length = HybridPublicKey.encapsulatedBytes
        guard sealed.count > length else { throw .refused }
        do {
            var recipient = try HPKE.Recipient(
                privateKey: key, ciphersuite: HybridPublicKey.suite, info: Data(place.utf8),
                encapsulatedKey: Data(sealed.prefix(length)))
            return Array(try recipient.open(Data(sealed.dropFirst(length))))
        } catch { throw .refused }
    }
}

/// The public half.
package struct HybridPublicKey: Sendable {
    static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    static let encapsulatedBytes = 32

    private let key: Curve25519.KeyAgreement.PublicKey

    init(_ key: Curve25519.KeyAgreement.PublicKey) { self.key = key }

    /// 32 bytes; nil for others.
    package init?(_ bytes: [UInt8]) {
        guard let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes) else { return nil }
        self.key = key
    }

    package var bytes: [UInt8] { Array(key.rawRepresentation) }

    /// The encapsulated key and the cipher text. Opens only as the same place.
    package func seal(_ bytes: [UInt8], for place: String) throws(SealError) -> [UInt8] {
        do {
            var sender = try HPKE.Sender(recipientKey: key, ciphersuite: Self.suite, info: Data(place.utf8))
            let sealed = try sender.seal(Data(bytes))
            return Array(sender.encapsulatedKey) + Array(sealed)
        } catch { throw .refused }
    }
}

extension HybridKey: CustomStringConvertible {
    /// Says what it is and nothing of its bytes: whatever prints a value that holds one prints no secret.
    package var description: String { "a private key" }
}
