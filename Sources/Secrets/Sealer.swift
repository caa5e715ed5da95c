import Crypto

/// Why something stays sealed.
package enum SealError: Error, Hashable, Sendable {
    /// Another key, another place, or changed bytes.
    case refused
    /// The key file cannot be read or made: the path and the system's reason.
    case keyUnusable(path: String, reason: String)
}

/// Encrypts with ChaCha20-Poly1305 under one key. What was sealed for one place opens only as that place.
package struct Sealer: Sendable {
    private let key: SymmetricKey

    /// 32 bytes.
    package init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

    /// Nonce, cipher text and tag.
    package func seal(_ bytes: [UInt8], for place: String) throws(SealError) -> [UInt8] {
        do {
            return Array(try ChaChaPoly.seal(bytes, using: key, authenticating: Array(place.utf8)).combined)
        } catch { throw .refused }
    }

    package func open(_ sealed: [UInt8], for place: String) throws(SealError) -> [UInt8] {
        do {
            return Array(
                try ChaChaPoly.open(
                    ChaChaPoly.SealedBox(combined: sealed), using: key, authenticating: Array(place.utf8))
            )
        } catch { throw .refused }
    }
}

extension Sealer: CustomStringConvertible {
    /// Says what it is and nothing of its bytes: whatever prints a value that holds one prints no secret.
    package var description: String { "a sealing key" }
}
