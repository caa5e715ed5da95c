import Domain
import Language

/// Words by which a text is found: as they are written, without case and accents, and by their stems.
enum PracticeWords {
    static let wordsMax = 3_000
    static let questionMax = 8
    static let wordCharactersMax = 40
    /// Of Chinese and Japanese, which do not part words: how much of what follows a character is kept with it.
    private static let runCharactersMax = 8
    /// No word begins with it: what a word comes from, beside the words themselves.
    private static let stemMark = "="

    /// For the index.
    static func all(_ texts: [(language: LanguageTag, text: String)]) -> [String] {
        var found: Set<String> = []
        for (language, text) in texts {
            let analyzer = Analyzer(language: language.rawValue)
            for word in split(text) where found.count < wordsMax - 1 {
                found.insert(word)
                if !StopWords.contains(word, language: language.rawValue) { found.insert(stem(word, analyzer)) }
            }
        }
        return found.sorted()
    }

    /// One word of a question: what begins like it, or comes from the same stem in any of the six languages.
    struct Asked: Hashable, Sendable {
        var beginning: String
        var stems: [String]
    }

    /// Of a long question the first words count.
    static func question(_ text: String) -> [Asked] {
        let analyzers = LanguageTag.official.map { Analyzer(language: $0.rawValue) }
        return split(text).prefix(questionMax).map { word in
            Asked(beginning: word, stems: Set(analyzers.map { stem(word, $0) }).sorted())
        }
    }

    /// The stems of what tells in a text, each with the word as it was written first.
    static func telling(_ text: String, _ language: LanguageTag) -> [String: String] {
        let analyzer = Analyzer(language: language.rawValue)
        var found: [String: String] = [:]
        for word in split(text) where word.count > 3 || word.unicodeScalars.contains(where: isHan) {
            guard !StopWords.contains(word, language: language.rawValue) else { continue }
            let stem = stem(word, analyzer)
            if found[stem] == nil { found[stem] = word }
        }
        return found
    }

    private static func stem(_ word: String, _ analyzer: Analyzer) -> String { stemMark + analyzer.term(word) }

    private static func split(_ text: String) -> [String] {
        var words: [String] = []
        for word in TextFolding.fold(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            guard word.unicodeScalars.contains(where: isHan) else {
                words.append(String(word.prefix(wordCharactersMax)))
                continue
            }
            let characters = Array(word)
            for start in characters.indices { words.append(String(characters[start...].prefix(runCharactersMax))) }
        }
        return words
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }
}
