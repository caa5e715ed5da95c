/// An address within this site that a form or link may lead back to.
package enum LocalPath {
    /// The path, if it is one of this site's: it begins with one slash, and holds nothing that a browser reads as another
    /// host, a scheme or a new header.
    package static func checked(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 2_000, text.hasPrefix("/"), !text.hasPrefix("//") else { return nil }
        let isClean = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        return isClean ? text : nil
    }
}
