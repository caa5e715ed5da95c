/// A word of a text with what tells names from other words.
struct LetterWord: Sendable {
    var range: Range<String.Index>
    /// Folded, letters only.
    var key: String
    var isCapital: Bool
    /// More than one letter, all capitals.
    var isAllCapital: Bool
    var isSingleLetter: Bool
    /// Whether a sentence begins with it, so that its capital says nothing.
    var beginsSentence: Bool
    /// What stands between the word before and this one lets both be one name: spaces, hyphens, apostrophes, an initial's full stop.
    var isJoined: Bool
    /// A hyphen alone stands before it.
    var isHyphened: Bool

    /// Runs of letters. Chinese text has none; its names are looked for otherwise.
    static func all(in text: String) -> [LetterWord] {
        var words: [LetterWord] = []
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        var gap = scalars.startIndex
        while index < scalars.endIndex {
            guard isLetter(scalars[index]) else {
                index = scalars.index(after: index)
                continue
            }
            let start = index
            while index < scalars.endIndex,
                isLetter(scalars[index]) || scalars[index].properties.generalCategory == .nonspacingMark
            {
                index = scalars.index(after: index)
            }
            words.append(word(text, start..<index, gap: text[gap..<start], behind: words.last))
            gap = index
        }
        return words
    }

    private static func word(_ text: String, _ range: Range<String.Index>, gap: Substring, behind last: LetterWord?)
        -> LetterWord
    {
        let letters = text[range]
        let first = letters.unicodeScalars.first
        let isCapital =
            first.map { $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter } ?? false
        let count = letters.count
        let isInitialBefore = last?.isSingleLetter ?? false
        let joiners = gap.allSatisfy { $0.isWhitespace || "-‐‑'’ʼ`".contains($0) || ($0 == "." && isInitialBefore) }
        return LetterWord(
            range: range, key: key(letters), isCapital: isCapital,
            isAllCapital: count > 1 && letters.unicodeScalars.allSatisfy { !$0.properties.isLowercase },
            isSingleLetter: count == 1,
            beginsSentence: last == nil || endsSentence(gap, isInitialBefore),
            isJoined: last != nil && joiners && !gap.contains("\n"),
            isHyphened: gap == "-" || gap == "‐" || gap == "‑")
    }

    private static func endsSentence(_ gap: Substring, _ isInitialBefore: Bool) -> Bool {
        if gap.contains(where: { "\n!?:•“\"«(".contains($0) }) { return true }
        return gap.contains(".") && !isInitialBefore
    }

    static func key(_ word: some StringProtocol) -> String { FlowText.of(word).filter(\.isLetter) }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && !(0x3400...0x9FFF).contains(scalar.value)
    }
}
