import Crypto
import CryptoExtras
import Foundation

/// scrypt (RFC 7914) for what people remember or write down: receipts and pass phrases that open keys.
package enum Scrypt {
    /// N = 2^17, r = 8, p = 1: 128 MiB each time.
    package static let protected = PasswordHash.Cost(logN: 17, blockSize: 8, parallelism: 1)

    /// `count` bytes from a secret and a salt. Takes as long as the cost says: not for the cooperative pool.
    package static func derive(
        _ secret: [UInt8], salt: [UInt8], count: Int, cost: PasswordHash.Cost = protected
    ) throws(SealError) -> [UInt8] {
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: secret, salt: salt, outputByteCount: count, rounds: 1 << cost.logN, blockSize: cost.blockSize,
                parallelism: cost.parallelism)
            return key.withUnsafeBytes { Array($0) }
        } catch { throw .refused }
    }

    /// A pass phrase as bytes: the same letters typed on another keyboard may come composed otherwise, so NFC first.
    package static func bytes(of phrase: String) -> [UInt8] { Array(phrase.precomposedStringWithCanonicalMapping.utf8) }
}
