/// How a piece of text ends and begins: what tells paragraphs, headings and running sentences apart.
enum LineEnding {
    /// Behind a full stop, question mark or the like, closing quotes and parentheses not counted.
    static func isSentenceEnd(_ text: String) -> Bool {
        last(text).map { ".!?。！？؟".unicodeScalars.contains($0) } ?? false
    }
    static func isColon(_ text: String) -> Bool { last(text).map { ":：".unicodeScalars.contains($0) } ?? false }
    static func isSemicolon(_ text: String) -> Bool { last(text).map { ";；؛".unicodeScalars.contains($0) } ?? false }

    /// Whether a list goes on behind this item: it ends in a semicolon, perhaps with "and" behind.
    static func goesOn(_ text: String) -> Bool {
        if isSemicolon(text) { return true }
        let tail = FlowText.of(text.suffix(12))
        return conjunctions.contains { tail.hasSuffix($0) }
    }

    /// Whether something may begin behind it: not in the middle of a sentence.
    static func isComplete(_ text: String) -> Bool { isSentenceEnd(text) || isColon(text) || goesOn(text) }

    /// Whether the text may be the beginning of a sentence or heading.
    static func beginsLarge(_ text: some StringProtocol) -> Bool {
        for scalar in text.unicodeScalars {
            if scalar.properties.isLowercase { return false }
            if scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal { return true }
        }
        return false
    }

    static func beginsSmall(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase ?? false
    }

    private static let conjunctions = [
        "; and", "; or", "; et", "; ou", "; y", "; o", "; и", "; или", "；和", "؛ و", ", and",
    ]

    private static func last(_ text: String) -> Unicode.Scalar? {
        let rest = withoutSign(text.unicodeScalars[...])
        return rest.last {
            !$0.properties.isWhitespace && !FlowText.isInvisible($0) && !"\")]”’»）》”*".unicodeScalars.contains($0)
        }
    }

    /// Without the number of a note behind the last mark: `was built.12`, `in 2018.8`.
    private static func withoutSign(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        var rest = text
        var digits = 0
        while let last = rest.last, digits < 4, (0x30...0x39).contains(last.value) {
            rest.removeLast()
            digits += 1
        }
        guard (1...3).contains(digits) else { return text }
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        guard let mark = rest.last, ".;:,!?”\")".unicodeScalars.contains(mark) else { return text }
        if mark == "." {
            let word = String(
                String.UnicodeScalarView(rest.dropLast().reversed().prefix { $0.properties.isAlphabetic }.reversed()))
            if abbreviations.contains(word.lowercased()) { return text }
        }
        // `3.5` is a number; a year before the mark is none of its digits.
        let before = rest.dropLast().reversed().prefix { (0x30...0x39).contains($0.value) }.count
        return (1...3).contains(before) && mark == "." ? text : rest
    }

    /// Behind these a number belongs to the text.
    private static let abbreviations: Set<String> = [
        "art", "arts", "no", "nos", "para", "paras", "par", "parr", "párr", "párrs", "núm", "núms", "vol", "p", "pp",
        "п", "пп", "ст", "sect",
        "chap", "cap", "inc", "apdo", "n",
    ]
}
