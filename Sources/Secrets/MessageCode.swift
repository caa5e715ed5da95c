import Crypto

/// HMAC-SHA256 under a key that this process drew: what it signed is known again by this process alone, until it ends.
package struct MessageCode: Sendable {
    private let key = SymmetricKey(size: .bits256)

    package init() {}

    /// 64 hexadecimal digits.
    package func sign(_ text: String) -> String {
        Digest.hex(Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)))
    }

    /// In a time that does not depend on where they differ.
    package func isValid(_ code: String, of text: String) -> Bool {
        ConstantTime.isEqual(Array(code.utf8), Array(sign(text).utf8))
    }
}
