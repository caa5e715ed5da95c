import Language

/// Text as it is meant, without what fonts and page layout put into it.
enum PlainText {
    /// One form for what programs write differently: no soft hyphens, zero-width or bidi control characters and no tatweel; ligatures
    /// and the presentation forms of Arabic letters as the letters they stand for; every space a plain one, every bullet `•`. The order
    /// of characters stays (programs give logical order).
    static func of(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 || $0 < 0x20 }) else { return text }
        var result = String.UnicodeScalarView()
        var forms = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isPresentationForm(scalar) {
                forms.append(scalar)
                continue
            }
            flush(&forms, into: &result)
            append(scalar, to: &result)
        }
        flush(&forms, into: &result)
        return String(result)
    }

    /// The same with runs of white space as one space and none at the ends.
    static func paragraph(_ text: String) -> String {
        of(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0x09, 0x0A: result.append(scalar)
        // Soft hyphen; Arabic letter mark; tatweel; zero-width and bidi marks; byte order mark.
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x0640, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
            break
        case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: result.append(" ")
        case 0x2010, 0x2011: result.append("-")
        // Latin ligatures.
        case 0xFB00...0xFB06: result.append(contentsOf: ligatures[Int(scalar.value) - 0xFB00].unicodeScalars)
        // Bullets of the symbol fonts.
        case 0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC: result.append("\u{2022}")
        default: result.append(scalar)
        }
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

    private static func isPresentationForm(_ scalar: Unicode.Scalar) -> Bool {
        // The ornate parentheses between them stand for themselves.
        (0xFB50...0xFDFF).contains(scalar.value) || (0xFE70...0xFEFE).contains(scalar.value)
    }

    private static func flush(_ forms: inout String.UnicodeScalarView, into result: inout String.UnicodeScalarView) {
        guard !forms.isEmpty else { return }
        result.append(contentsOf: TextFolding.plainForm(String(forms)).unicodeScalars)
        forms.removeAll()
    }
}
