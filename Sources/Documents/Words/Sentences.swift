/// Cuts a paragraph into sentences; points in numbers and behind abbreviations end none.
enum Sentences {
    static func split(_ text: some StringProtocol) -> [String] {
        let characters = Array(text)
        var sentences: [String] = []
        var start = 0
        for (index, character) in characters.enumerated() where ".!?。؟！？".contains(character) {
            guard ends(characters, at: index) else { continue }
            append(characters[start...index], to: &sentences)
            start = index + 1
        }
        append(characters[start...], to: &sentences)
        return sentences
    }

    private static func ends(_ text: [Character], at index: Int) -> Bool {
        if "。！？".contains(text[index]) { return true }
        guard index + 1 < text.count else { return true }
        guard text[index + 1].isWhitespace else { return false }
        if let next = text[(index + 1)...].first(where: { !$0.isWhitespace }), next.isLowercase { return false }
        var word = ""
        for character in text[..<index].reversed() {
            guard character.isLetter else { break }
            word.insert(character, at: word.startIndex)
        }
        return !abbreviations.contains(word.lowercased())
    }

    private static func append(_ part: ArraySlice<Character>, to sentences: inout [String]) {
        let sentence = String(part).trimming(where: \.isWhitespace)
        if !sentence.isEmpty { sentences.append(String(sentence)) }
    }

    private static let abbreviations: Set<String> = [
        "no", "nos", "para", "paras", "par", "art", "arts", "n", "st", "mr", "ms", "mrs", "dr", "p", "pp", "núm",
        "núms",
        "párr", "párrs", "m", "mme", "mlle", "me", "sr", "sra", "srta", "prof", "messrs", "г", "apdo", "inc", "п", "пп",
        "ст", "vs", "cf", "e.g", "i.e",
    ]
}
