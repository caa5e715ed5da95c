/// Puts the lines of one paragraph together again.
enum LineJoining {
    static func join(_ lines: some Sequence<String>) -> String {
        var text = ""
        for line in lines where !line.isEmpty {
            if !text.isEmpty, !joinsWithoutSpace(text, line) { text.append(" ") }
            var wasSpace = text.last == " "
            for character in line {
                let isSpace = character.isWhitespace
                if isSpace, wasSpace { continue }
                text.append(isSpace ? " " : character)
                wasSpace = isSpace
            }
        }
        return text
    }

    /// Words broken at their own hyphen or slash (`ill-` `treatment`, `and/` `or`), and Chinese, which has no spaces.
    private static func joinsWithoutSpace(_ left: String, _ right: String) -> Bool {
        guard let last = left.last, let first = right.first else { return false }
        if last == "-" || last == "/" || last == "\u{2010}" {
            guard let before = left.dropLast().last else { return false }
            return before.isLetter && (first.isLetter)
        }
        return isIdeographic(last) && isIdeographic(first)
    }

    private static func isIdeographic(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return (0x3000...0x9FFF).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value)
    }
}
