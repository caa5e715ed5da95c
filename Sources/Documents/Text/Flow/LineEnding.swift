/// How a piece of text ends and begins: what tells paragraphs, headings and running sentences apart.
enum LineEnding {
    /// Behind a full stop, question mark or the like, closing quotes and parentheses not counted.
    static func isSentenceEnd(_ text: String) -> Bool { last(text).map { ".!?。！？؟".unicodeScalars.contains($0) } ?? false }
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

    private static let conjunctions = ["; and", "; or", "; et", "; ou", "; y", "; o", "; и", "; или", "；和", "؛ و", ", and"]

    private static func last(_ text: String) -> Unicode.Scalar? {
        text.unicodeScalars.last {
            !$0.properties.isWhitespace && !FlowText.isInvisible($0) && !"\")]”’»）》”*".unicodeScalars.contains($0)
        }
    }
}
