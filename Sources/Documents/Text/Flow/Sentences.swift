/// Cuts text into sentences, well enough to see who asks what in which of them.
enum Sentences {
    static func of(_ text: String) -> [String] {
        var sentences: [String] = []
        var start = text.startIndex
        var wordStart = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            if "。！？؟".contains(character) || (".!?".contains(character) && ends(text, wordStart..<index, next)) {
                sentences.append(String(text[start..<next]).trimmingSpaces)
                start = next
            }
            if character.isWhitespace || character == "(" { wordStart = next }
            index = next
        }
        let rest = String(text[start...]).trimmingSpaces
        if !rest.isEmpty { sentences.append(rest) }
        return sentences
    }

    private static func ends(_ text: String, _ word: Range<String.Index>, _ next: String.Index) -> Bool {
        guard next < text.endIndex else { return true }
        guard text[next].isWhitespace || "”\"’»)".contains(text[next]) else { return false }
        let before = text[word].lowercased()
        if before.count <= 1 && before.first?.isLetter == true { return false }
        if abbreviations.contains(before) { return false }
        guard let following = text[next...].first(where: { !$0.isWhitespace && !"”\"’»)".contains($0) }) else { return true }
        return !following.isLowercase
    }

    private static let abbreviations: Set<String> = [
        "art", "arts", "no", "nos", "para", "paras", "par", "parr", "párr", "párrs", "mr", "mrs", "ms", "dr", "st", "sr", "sra", "núm",
        "núms", "apdo", "inc", "vol", "ст", "п", "пп", "г", "гг", "г-н", "г-жа", "см", "al", "ed", "cf", "prof", "mme", "mlle", "rev",
    ]
}
