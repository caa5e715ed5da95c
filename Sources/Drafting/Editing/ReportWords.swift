package import Domain

/// How long a text is.
package enum ReportWords {
    /// Words between white space that hold a letter or a figure; in Chinese every character counts.
    package static func count(_ text: String, _ language: LanguageTag) -> Int {
        guard language.rawValue.hasPrefix("zh") else {
            return text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
        }
        var (count, inWord) = (0, false)
        for scalar in text.unicodeScalars {
            let isWide = (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
            let isNarrow = !isWide && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isWide || (isNarrow && !inWord) { count += 1 }
            inWord = isNarrow
        }
        return count
    }

    package static func count(_ content: ReportParagraphContent, _ language: LanguageTag) -> Int {
        content.sentences.reduce(0) { $0 + count($1.text, language) }
    }
}
