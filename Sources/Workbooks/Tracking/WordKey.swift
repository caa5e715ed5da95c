import Language

/// Forms of words for comparing what people type: small letters without accents, Arabic letters in one spelling, words parted by single
/// spaces.
enum WordKey {
    static func of(_ text: String) -> String { words(text).joined(separator: " ") }

    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in TextFolding.fold(text).unicodeScalars {
            switch scalar {
            case "أ", "إ", "آ", "ٱ": word.unicodeScalars.append("ا")
            case "ى": word.unicodeScalars.append("ي")
            case "ـ": continue
            case _ where scalar.properties.isAlphabetic || digit(scalar) != nil:
                if let digit = digit(scalar) {
                    word += String(digit)
                } else {
                    word.unicodeScalars.append(scalar)
                }
            case _ where !word.isEmpty && scalar.properties.generalCategory == .nonspacingMark: continue
            default:
                if !word.isEmpty { words.append(word) }
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// A decimal digit of any script.
    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue else {
            return nil
        }
        return Int(value)
    }

    /// Whether `words` stand in `text` (both keys), as whole words; for Chinese and Japanese, which part no words, anywhere.
    static func contains(_ words: String, in text: String) -> Bool {
        if words.unicodeScalars.contains(where: { (0x3400...0x9FFF).contains($0.value) }) {
            return text.contains(words)
        }
        return (" " + text + " ").contains(" " + words + " ")
    }
}
