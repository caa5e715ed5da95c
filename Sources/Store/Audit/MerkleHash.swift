import Secrets

/// The hashes of RFC 6962, section 2.1: a leaf and a node never have the same bytes under the hash.
package enum MerkleHash {
    package static let bytes = 32

    /// The root of a tree without leaves.
    package static let empty = Digest.sha256([])

    package static func leaf(_ entry: [UInt8]) -> [UInt8] {
        var digest = Digest()
        digest.update([0x00])
        digest.update(entry)
        return digest.finish()
    }

    package static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var digest = Digest()
        digest.update([0x01])
        digest.update(left)
        digest.update(right)
        return digest.finish()
    }

    /// 64 hexadecimal digits, or nil.
    package static func read(hex: some StringProtocol) -> [UInt8]? {
        let digits = Array(hex.utf8)
        guard digits.count == 2 * bytes else { return nil }
        var hash: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[place]), let low = value(digits[place + 1]) else { return nil }
            hash.append(high << 4 | low)
        }
        return hash
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 97...102: digit - 87
        default: nil
        }
    }
}
