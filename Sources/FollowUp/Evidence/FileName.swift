/// Names of files, as they may be shown and sent.
package enum FileName {
    package static let charactersMax = 120

    /// The name without its folder, without control characters and marks that turn the direction of writing; never empty.
    package static func cleaned(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let scalars = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
            default: true
            }
        }
        var clean = String(String.UnicodeScalarView(scalars))
        while let first = clean.first, first == "." || first.isWhitespace { clean.removeFirst() }
        while let last = clean.last, last == "." || last.isWhitespace { clean.removeLast() }
        guard clean.count > charactersMax else { return clean.isEmpty ? "file" : clean }
        // Cut in the middle: what the name ends with says what the file is.
        return clean.prefix(charactersMax - 13) + "…" + clean.suffix(12)
    }

    /// `Content-Disposition` for saving under that name (RFC 6266): plain ASCII for old programs, UTF-8 for the others.
    package static func attachment(_ name: String) -> String {
        let clean = cleaned(name)
        let plain = clean.unicodeScalars.map { scalar in
            scalar.isASCII && scalar != "\"" && scalar != "\\" && scalar != "%" ? Character(scalar) : "_"
        }
        let encoded = clean.utf8.map { byte -> String in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            if isPlain || byte == 45 || byte == 46 || byte == 95 { return String(UnicodeScalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return "attachment; filename=\"\(String(plain))\"; filename*=UTF-8''\(encoded.joined())"
    }
}
