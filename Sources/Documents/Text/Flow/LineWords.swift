/// Puts broken lines together. A word broken by the layout (`discrimi-` `nation`) loses its hyphen; a hyphen of its own
/// (`so-` `called`, `follow-` `up`) stays. The document's own words decide which of both it is.
struct LineWords: Sendable {
    private let words: Set<String>

    init(_ lines: [CleanLine]) {
        guard lines.contains(where: { $0.text.hasSuffix("-") || $0.text.hasSuffix("\u{AD}") }) else {
            words = []
            return
        }
        var words: Set<String> = []
        for line in lines {
            for word in line.text.split(whereSeparator: { !$0.isLetter && $0 != "-" }) where word.count > 1 {
                words.insert(word.lowercased())
            }
        }
        self.words = words
    }

    func join(_ lines: some Sequence<String>) -> String {
        var text = ""
        for line in lines where !line.isEmpty { append(line, to: &text) }
        return text
    }

    private func append(_ line: String, to text: inout String) {
        if text.hasSuffix("\u{AD}") {
            text.removeLast()
        } else if text.hasSuffix("-"), isBroken(text, line) {
            text.removeLast()
        } else if !text.isEmpty, !joinsAsIs(text, line) {
            text.append(" ")
        }
        var wasSpace = text.last == " "
        for character in line {
            let isSpace = character.isWhitespace
            if isSpace, wasSpace { continue }
            text.append(isSpace ? " " : character)
            wasSpace = isSpace
        }
    }

    /// Whether the hyphen between both came from the layout.
    private func isBroken(_ left: String, _ right: String) -> Bool {
        guard right.first?.isLowercase == true else { return false }
        let start = left.dropLast().ending { $0.isLetter || $0 == "-" }.lowercased()
        let end = right.prefix { $0.isLetter }.lowercased()
        guard start.count > 1, !end.isEmpty, !start.contains("-") else { return false }
        if words.contains(start + "-" + end) { return false }
        if words.contains(start + end) { return true }
        return !(words.contains(start) || Self.prefixes.contains(start))
    }

    private static let prefixes: Set<String> = [
        "so", "self", "non", "well", "long", "short", "follow", "decision", "law", "policy", "inter", "socio", "ethno",
        "anti",
        "co", "multi", "cross", "half", "high", "low", "full", "part", "ex", "pre", "post", "sub", "semi", "mid",
        "vice",
        "peut", "celui", "celle", "est", "sont", "ci", "là", "grand", "demi", "sous", "государств", "государство",
    ]

    private func joinsAsIs(_ left: String, _ right: String) -> Bool {
        guard let last = left.unicodeScalars.last, let first = right.unicodeScalars.first else { return true }
        if last == "-" || last == "/" || last == "\u{2010}" {
            guard let before = left.dropLast().last else { return false }
            return before.isLetter && first.properties.isAlphabetic
        }
        return Self.isIdeographic(last) && Self.isIdeographic(first)
    }

    static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        (0x3001...0x9FFF).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value)
    }
}

extension StringProtocol {
    /// The longest end of which every character is a part.
    fileprivate func ending(_ isPart: (Character) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, isPart(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
