/// An e-mail address as a name to sign in with: what is before and after the one at-sign, without the forms that only machines write
/// (quoted names, addresses of hosts).
package struct EmailAddress: Hashable, Sendable {
    package static let lengthMax = 254
    /// As it was written, without blanks around it.
    package let text: String
    /// Small letters throughout: two spellings of one address are one account.
    package let key: String

    package init?(_ written: String) {
        var text = Substring(written)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= Self.lengthMax, Self.isLocal(parts[0]), Self.isDomain(parts[1])
        else { return nil }
        self.text = String(text)
        key = text.lowercased()
    }

    private static func isLocal(_ text: Substring) -> Bool {
        (1...64).contains(text.utf8.count) && text.first != "." && text.last != "." && !text.contains("..")
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    ? isLetterOrDigit(scalar) || ".!#$%&'*+/=?^_`{|}~-".unicodeScalars.contains(scalar)
                    : scalar.properties.isAlphabetic
            }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.unicodeScalars.allSatisfy {
                        $0.isASCII ? isLetterOrDigit($0) || $0 == "-" : $0.properties.isAlphabetic
                    }
            }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
}
