/// Finds which session a text speaks of: `held its thirty-fourth session`, `第三十四届会议`.
enum SessionMention {
    /// The first session in a text of any of the six languages.
    static func first(in text: some StringProtocol) -> Int? {
        chinese(in: String(text)) ?? first(inWords: FoldedText(text).words)
    }

    private static func first(inWords words: [String]) -> Int? {
        for (index, word) in words.enumerated() {
            if word.hasPrefix("session") || word.hasPrefix("сесси") {
                if let number = OrdinalWords.before(index, in: words) { return number }
            }
            if word == "periodo", index + 2 < words.count, words[index + 2] == "sesiones" {
                if let number = OrdinalWords.before(index, in: words) { return number }
            }
            if word.hasPrefix("دورة") || word.hasPrefix("دورت") || word.hasPrefix("الدورة") || word.hasPrefix("للدورة")
            {
                if let number = OrdinalWords.after(index + 1, in: words) { return number }
            }
        }
        return nil
    }

    private static func chinese(in text: String) -> Int? {
        let characters = Array(text.filter { !$0.isWhitespace })
        for (end, character) in characters.enumerated() where character == "届" {
            guard let start = characters[max(0, end - 8)..<end].lastIndex(of: "第") else { continue }
            if let number = OrdinalWords.chinese(String(characters[(start + 1)..<end])) { return number }
        }
        return nil
    }
}
