/// Cuts a text into sentences, at signs that end one in any of the six languages.
package enum SentenceSplitting {
    private static let ends: Set<Character> = [".", "!", "?", "…", "؟", "۔", "。", "！", "？"]
    private static let wide: Set<Character> = ["。", "！", "？"]
    private static let closing: Set<Character> = ["\"", "”", "»", "’", ")", "]", "」", "』", "）"]
    /// Before a point they are no end of a sentence.
    private static let short: Set<String> = [
        "art", "arts", "no", "nos", "para", "paras", "p", "pp", "vol", "cf", "dr", "mr", "mrs", "ms", "st", "núm",
        "párr",
        "n", "ст", "п", "пп", "г", "гг", "см", "т", "д", "др", "ар",
    ]

    package static func sentences(_ text: String) -> [String] {
        let characters = Array(text)
        var found: [String] = []
        var start = 0
        var place = 0
        while place < characters.count {
            defer { place += 1 }
            guard ends.contains(characters[place]) else { continue }
            var after = place + 1
            while after < characters.count, ends.contains(characters[after]) || closing.contains(characters[after]) {
                after += 1
            }
            guard isEnd(characters, sign: place, after: after, start: start) else { continue }
            add(characters[start..<after], to: &found)
            start = after
            place = after - 1
        }
        add(characters[start...], to: &found)
        return found
    }

    private static func add(_ part: ArraySlice<Character>, to found: inout [String]) {
        let trimmed = part.drop(while: \.isWhitespace)
        let end = trimmed.lastIndex { !$0.isWhitespace }
        if let end { found.append(String(trimmed[...end])) }
    }

    private static func isEnd(_ text: [Character], sign: Int, after: Int, start: Int) -> Bool {
        if wide.contains(text[sign]) || after >= text.count { return true }
        guard text[after].isWhitespace else { return false }
        guard text[sign] == "." else { return true }
        let word = text[start..<sign].reversed().prefix { !$0.isWhitespace }.reversed()
        let plain = String(word).lowercased().drop { !$0.isLetter && !$0.isNumber }
        if short.contains(String(plain)) || (plain.count == 1 && plain.allSatisfy(\.isLetter)) { return false }
        guard let next = text[after...].first(where: { !$0.isWhitespace }) else { return true }
        return !next.isLowercase
    }
}
