import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt (RFC 7914) with a salt of its own. Cost and salt stand beside the hash, so that the cost can
/// grow: `scrypt$15$8$1$<salt>$<hash>`, salt and hash in base64url.
package struct PasswordHash: Hashable, Sendable {
    /// N as a power of two, r and p.
    package struct Cost: Hashable, Sendable {
        package var logN: Int
        package var blockSize: Int
        package var parallelism: Int

        package init(logN: Int, blockSize: Int, parallelism: Int) {
            self.logN = logN
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// 32 MiB and some 90 ms on a server of today.
        package static let house = Cost(logN: 15, blockSize: 8, parallelism: 1)

        /// What is taken from a store: a damaged row cannot ask for gigabytes.
        fileprivate var isWithinLimits: Bool {
            (4...20).contains(logN) && (1...16).contains(blockSize) && (1...4).contains(parallelism)
        }
    }

    private static let saltBytes = 16
    private static let hashBytes = 32

    package let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a password under a new salt. Takes as long as the cost says: not for the cooperative pool.
    package init(_ password: String, cost: Cost = .house) throws(PasswordHashError) {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<Self.saltBytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
        hash = try Self.derive(password, salt, cost)
        self.salt = salt
        self.cost = cost
    }

    /// Reads what `text` wrote; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let logN = Int(parts[1]), let block = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Base64URL.decode(parts[4]),
            let hash = Base64URL.decode(parts[5]), hash.count == Self.hashBytes, !salt.isEmpty
        else { return nil }
        cost = Cost(logN: logN, blockSize: block, parallelism: parallelism)
        guard cost.isWithinLimits else { return nil }
        self.salt = salt
        self.hash = hash
    }

    package var text: String {
        "scrypt$\(cost.logN)$\(cost.blockSize)$\(cost.parallelism)$\(Base64URL.encode(salt))$\(Base64URL.encode(hash))"
    }

    /// Whether this is the password; in a time that does not depend on where they differ.
    package func fits(_ password: String) -> Bool {
        guard let other = try? Self.derive(password, salt, cost) else { return false }
        return ConstantTime.isEqual(hash, other)
    }

    /// The same letters typed on another keyboard may come composed otherwise: NFC first.
    private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) throws(PasswordHashError) -> [UInt8] {
        let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: bytes, salt: salt, outputByteCount: hashBytes, rounds: 1 << cost.logN, blockSize: cost.blockSize,
                parallelism: cost.parallelism)
            return key.withUnsafeBytes { Array($0) }
        } catch { throw PasswordHashError(reason: "\(error)") }
    }
}

/// Why scrypt gave nothing: as a rule for want of memory.
package struct PasswordHashError: Error, Hashable, Sendable {
    package let reason: String
}
