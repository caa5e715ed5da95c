/// An e-mail address of the plain kind: ASCII, one `@`, nothing that ends a header or begins another receiver.
package struct MailAddress: Hashable, Sendable {
    package let text: String
    package let domain: String

    package init?(_ text: String) {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, (1...64).contains(halves[0].utf8.count), (1...253).contains(halves[1].utf8.count),
            halves[0].utf8.allSatisfy(Self.isLocal), !halves[0].hasPrefix("."), !halves[0].hasSuffix("."),
            !halves[0].contains("..")
        else { return nil }
        for label in halves[1].split(separator: ".", omittingEmptySubsequences: false) {
            guard (1...63).contains(label.utf8.count), !label.hasPrefix("-"), !label.hasSuffix("-"),
                label.utf8.allSatisfy({ Self.isAlphanumeric($0) || $0 == UInt8(ascii: "-") })
            else { return nil }
        }
        self.text = text
        domain = String(halves[1])
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    /// RFC 5322's atext, and dots between.
    private static func isLocal(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }
}

/// An address with the name that stands before it: `Ministry of Justice <upr@example.org>`, or the address alone.
package struct Mailbox: Hashable, Sendable {
    package let name: String?
    package let address: MailAddress

    package init?(_ text: String) {
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            guard let address = MailAddress(text) else { return nil }
            self.init(name: nil, address: address)
            return
        }
        guard let address = MailAddress(String(text[text.index(after: open)...].dropLast())) else { return nil }
        let name = text[..<open].drop(while: \.isWhitespace)
        let end = name.lastIndex { !$0.isWhitespace }.map { name.index(after: $0) } ?? name.startIndex
        self.init(name: name.startIndex == end ? nil : String(name[..<end]), address: address)
    }

    package init(name: String?, address: MailAddress) {
        self.name = name
        self.address = address
    }
}
