import Language

/// Words of texts as numbers: stems of their language without small words; Chinese as single characters and pairs. Not shared between
/// tasks.
final class RecordTerms {
    private var numbers: [String: Int32] = [:]
    private var analyzers: [String: Analyzer] = [:]

    /// In the order of the text. With `isFixed` words that were never met before are -1: they count, and are shared with nothing.
    func terms(_ text: String, _ language: String, isFixed: Bool = false) -> [Int32] {
        var found: [Int32] = []
        for word in WordKey.words(text) {
            if word.unicodeScalars.contains(where: { (0x3400...0x9FFF).contains($0.value) }) {
                for piece in Self.pieces(word) { found.append(number(language + "|" + piece, isFixed)) }
            } else if !StopWords.contains(word, language: language) {
                found.append(number(language + "|" + analyzer(language).term(word), isFixed))
            }
        }
        return found
    }

    var count: Int { numbers.count }

    private func analyzer(_ language: String) -> Analyzer {
        if let known = analyzers[language] { return known }
        let made = Analyzer(language: language)
        analyzers[language] = made
        return made
    }

    private func number(_ term: String, _ isFixed: Bool) -> Int32 {
        if let known = numbers[term] { return known }
        if isFixed { return -1 }
        let new = Int32(numbers.count)
        numbers[term] = new
        return new
    }

    private static func pieces(_ run: String) -> [String] {
        let characters = run.map(String.init)
        return characters + zip(characters, characters.dropFirst()).map { $0 + $1 }
    }
}
