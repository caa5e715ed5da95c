/// The form in which names and labels are compared: small letters without marks, without spaces and punctuation,
/// without "the", "and", "of"; `St` is `saint`.
///
/// Spaces go because real files break words with them (`Mala isie`), and because documents in six languages do not agree
/// where they belong. HTML entities for spaces, marks and quotes count as what they stand for.
struct FoldedName {
    private var key: [UInt8] = []
    /// Where the word that is being written began in the key.
    private var wordStart = 0

    static func key(of text: String) -> String {
        var name = FoldedName()
        name.key.reserveCapacity(text.utf8.count)
        for scalar in (text.utf8.contains(0x26) ? withoutEntities(text) : text).unicodeScalars { name.append(scalar) }
        name.endWord()
        return String(decoding: name.key, as: UTF8.self)
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: key.append(UInt8(scalar.value))
        case 0x41...0x5A: key.append(UInt8(scalar.value + 32))
        case 0..<0x80: endWord()
        // Chinese characters have no case and no marks.
        case 0x4E00...0x9FFF: key.append(contentsOf: UTF8.encode(scalar) ?? .init())
        default: appendWide(scalar)
        }
    }

    private mutating func appendWide(_ scalar: Unicode.Scalar) {
        let plain = scalar.value < Self.plainForms.count ? Self.plainForms[Int(scalar.value)] : .unknown
        switch plain {
        case .letters(let letters): key.append(contentsOf: letters)
        case .nothing: return
        case .unknown:
            if Self.invisible.contains(scalar) || scalar.properties.generalCategory == .nonspacingMark { return }
            guard scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal else { return endWord() }
            key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// Drops the word when it is one that writers leave out.
    private mutating func endWord() {
        switch key[wordStart...] {
        case [0x74, 0x68, 0x65], [0x61, 0x6E, 0x64], [0x6F, 0x66]: key.removeSubrange(wordStart...)
        case [0x73, 0x74]: key.replaceSubrange(wordStart..., with: "saint".utf8)
        default: break
        }
        wordStart = key.count
    }

    /// Entities that UHRI and UPR Info leave in their text. `&` that begins none stays.
    private static func withoutEntities(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...].dropFirst()
            guard let end = rest.prefix(9).firstIndex(of: ";"), let meaning = meaning(of: rest[..<end]) else {
                result += "&"
                continue
            }
            result += meaning
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// `ocirc` is `o`, `#233` its character, `lrm` nothing; other names stand for a space or a punctuation mark.
    private static func meaning(of entity: Substring) -> String? {
        if entity.first == "#" {
            return UInt32(entity.dropFirst()).flatMap(Unicode.Scalar.init).map { String($0) }
        }
        guard !entity.isEmpty, entity.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        if ["lrm", "rlm", "zwnj", "zwj", "shy"].contains(entity) { return "" }
        let marks = ["acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "caron"]
        return marks.contains(String(entity.dropFirst())) ? String(entity.prefix(1)) : " "
    }

    /// Zero-width and direction marks.
    private static let invisible: Set<Unicode.Scalar> = [
        "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}",
        "\u{202A}", "\u{202B}", "\u{202C}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
    ]

    private enum Form {
        case letters([UInt8])
        case nothing
        case unknown
    }

    /// The letters that writers mix, up to the Arabic block: Latin with marks, Cyrillic io and short i, Arabic alef, ya and
    /// ta marbuta; tatweel, soft hyphen and combining marks go.
    private static let plainForms: [Form] = {
        var forms = [Form](repeating: .unknown, count: 0x700)
        for value in 0x430...0x45F { forms[value] = .letters(utf8(UInt32(value))) }
        for value in 0x410...0x42F { forms[value] = .letters(utf8(UInt32(value + 32))) }
        for value in 0x620...0x64A { forms[value] = .letters(utf8(UInt32(value))) }
        let groups: [(String, String)] = [
            ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("c", "çćčÇĆČ"), ("d", "ďđĎĐ"), ("e", "èéêëēėęěÈÉÊËĒĖĘĚ"), ("g", "ğģĞĢ"),
            ("i", "ìíîïīįıİÌÍÎÏĪĮ"), ("k", "ķĶ"), ("l", "łļĺľŁĻĹĽ"), ("n", "ñńņňÑŃŅŇ"), ("o", "òóôõöøōőÒÓÔÕÖØŌŐ"),
            ("r", "řŕŘŔ"), ("s", "śšşșŚŠŞȘ"), ("t", "ťţțŤŢȚ"), ("u", "ùúûüūůűųÙÚÛÜŪŮŰŲ"), ("y", "ýÿÝŸ"),
            ("z", "źżžŹŻŽ"), ("ss", "ß"), ("ae", "æÆ"), ("oe", "œŒ"), ("е", "ёЁ"), ("и", "йЙ"), ("ا", "أإآٱ"),
            ("ي", "ىئی"), ("و", "ؤ"), ("ه", "ة"), ("ك", "ک"),
        ]
        for (plain, variants) in groups {
            for scalar in variants.unicodeScalars { forms[Int(scalar.value)] = .letters(Array(plain.utf8)) }
        }
        for value in Array(0x300...0x36F) + Array(0x64B...0x65F) + [0xAD, 0x640, 0x670] { forms[value] = .nothing }
        return forms
    }()

    private static func utf8(_ value: UInt32) -> [UInt8] {
        Unicode.Scalar(value).map { Array(String($0).utf8) } ?? []
    }
}
