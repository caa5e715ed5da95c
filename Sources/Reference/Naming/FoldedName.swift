/// The form in which names and labels are compared: small letters without marks, without spaces and punctuation,
/// without "the", "and", "of"; `St` is `saint`.
///
/// Spaces go because real files break words with them (`Mala isie`), and because documents in six languages do not agree
/// where they belong. HTML entities for spaces, marks and quotes count as what they stand for.
enum FoldedName {
    static func key(of text: String) -> String {
        var key = ""
        var word = ""
        for scalar in (text.contains("&") ? withoutEntities(text) : text).unicodeScalars {
            append(scalar, to: &word) { ended in key += kept(&ended) }
        }
        return key + kept(&word)
    }

    /// Adds what a scalar stands for to the word; calls `end` where a word ends.
    private static func append(_ scalar: Unicode.Scalar, to word: inout String, end: (inout String) -> Void) {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: word.unicodeScalars.append(scalar)
        case 0x41...0x5A: word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 32)))
        case 0..<0x80: if !word.isEmpty { end(&word) }
        default: appendWide(scalar, to: &word, end: end)
        }
    }

    private static func appendWide(_ scalar: Unicode.Scalar, to word: inout String, end: (inout String) -> Void) {
        if let plain = plainForms[scalar] {
            word += plain
        } else if scalar.properties.generalCategory == .nonspacingMark || invisible.contains(scalar) {
            return
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            word += scalar.properties.lowercaseMapping.unicodeScalars.reduce(into: "") { lower, part in
                lower += plainForms[part] ?? String(part)
            }
        } else if !word.isEmpty {
            end(&word)
        }
    }

    private static func kept(_ word: inout String) -> String {
        defer { word = "" }
        switch word {
        case "the", "and", "of": return ""
        case "st": return "saint"
        default: return word
        }
    }

    /// Entities that UHRI and UPR Info leave in their text.
    private static func withoutEntities(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(9).firstIndex(of: ";") else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            result += entities[String(rest[rest.index(after: start)..<end])] ?? " "
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static let entities = ["lrm": "", "rlm": "", "zwnj": "", "zwj": "", "shy": ""]

    /// Tatweel, soft hyphen, zero-width and direction marks.
    private static let invisible: Set<Unicode.Scalar> = [
        "\u{640}", "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}",
        "\u{202A}", "\u{202B}", "\u{202C}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
    ]

    /// Letters whose variants writers mix: Latin with marks, Cyrillic io and short i, Arabic alef, ya and ta marbuta.
    private static let plainForms: [Unicode.Scalar: String] = {
        let groups: [(String, String)] = [
            ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("c", "çćčÇĆČ"), ("d", "ďđĎĐ"), ("e", "èéêëēėęěÈÉÊËĒĖĘĚ"), ("g", "ğģĞĢ"),
            ("i", "ìíîïīįıİÌÍÎÏĪĮ"), ("k", "ķĶ"), ("l", "łļĺľŁĻĹĽ"), ("n", "ñńņňÑŃŅŇ"), ("o", "òóôõöøōőÒÓÔÕÖØŌŐ"),
            ("r", "řŕŘŔ"), ("s", "śšşșŚŠŞȘ"), ("t", "ťţțŤŢȚ"), ("u", "ùúûüūůűųÙÚÛÜŪŮŰŲ"), ("y", "ýÿÝŸ"),
            ("z", "źżžŹŻŽ"), ("ss", "ß"), ("ae", "æÆ"), ("oe", "œŒ"), ("е", "ёЁ"), ("и", "йЙ"), ("ا", "أإآٱ"),
            ("ي", "ىئی"), ("و", "ؤ"), ("ه", "ة"), ("ك", "ک"),
        ]
        return groups.reduce(into: [:]) { forms, group in
            for scalar in group.1.unicodeScalars { forms[scalar] = group.0 }
        }
    }()
}
