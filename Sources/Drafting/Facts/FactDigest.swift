import Secrets

/// What tells that a source changed.
package enum FactDigest {
    /// SHA-256 over fields with their lengths, its first 16 hexadecimal digits.
    package static func of(_ fields: [String]) -> String {
        var digest = Digest()
        for field in fields { digest.update("\(field.utf8.count):\(field) ") }
        return String(digest.finishHex().prefix(16))
    }
}
