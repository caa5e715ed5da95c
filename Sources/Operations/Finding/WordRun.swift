import Domain
import Language

/// Neighbouring words of a question divided into what the vocabulary knows, longest first, and the rest.
struct WordRun {
    struct Unit {
        /// As typed; Han characters that belong together are one.
        var words: [String]
        /// What the vocabulary takes it for; empty where it does not know it.
        var matches: [FieldVocabulary.Match]
        var isHan = false

        var text: String { words.joined(separator: isHan ? "" : " ") }

        /// The question for it as typed.
        var node: QueryNode {
            isHan || words.count == 1 ? .word(text) : .all(words.map { .word($0) })
        }
    }

    private let vocabulary: FieldVocabulary
    private let reader: String
    private var readers: [(language: String?, terms: TermReader)]

    /// No title is longer; a question with more words than `wordsMax` is not looked through.
    private static let spanMax = 18
    static let wordsMax = 40

    /// `reader` is the language that wins where a word means different things in several.
    init(_ vocabulary: FieldVocabulary, reader: String) {
        self.vocabulary = vocabulary
        self.reader = reader
        readers =
            [(nil, TermReader(language: "*"))]
            + FieldVocabulary.languages.map { ($0, TermReader(language: $0)) }
    }

    mutating func units(_ typed: [String]) -> [Unit] {
        let parts = typed.flatMap(Self.parts)
        guard parts.count <= Self.wordsMax else { return typed.map { Unit(words: [$0], matches: []) } }
        let terms = readers.indices.map { index in parts.map { readers[index].terms.terms($0.text) } }
        var units: [Unit] = []
        var start = 0
        while start < parts.count {
            let (end, matches) = longest(parts, terms, from: start)
            let isHan = parts[start].isHan
            let words = parts[start..<end].map(\.text)
            if matches.isEmpty, isHan, parts[start].continues, var last = units.last, last.isHan, last.matches.isEmpty {
                last.words += words
                units[units.count - 1] = last
            } else {
                units.append(Unit(words: words, matches: matches, isHan: isHan))
            }
            start = end
        }
        return units
    }

    private struct Part {
        var text: String
        var isHan = false
        /// Whether it stands beside the part before it, in one typed word.
        var continues = false
    }

    /// A typed word, or its characters where it is Chinese.
    private static func parts(_ word: String) -> [Part] {
        guard word.unicodeScalars.allSatisfy({ (0x3400...0x9FFF).contains($0.value) || $0 == "、" }) else {
            return [Part(text: word)]
        }
        return word.enumerated().map { Part(text: String($0.element), isHan: true, continues: $0.offset > 0) }
    }

    private func longest(
        _ parts: [Part], _ terms: [[[String]]], from start: Int
    ) -> (end: Int, matches: [FieldVocabulary.Match]) {
        for end in stride(from: min(parts.count, start + Self.spanMax), to: start, by: -1) {
            var found = vocabulary.matches(asWritten: parts[start..<end].map(\.text).joined(separator: " "))
            for (index, reader) in readers.enumerated() {
                let joined = terms[index][start..<end].joined()
                guard !joined.isEmpty, joined.count <= vocabulary.termsMax else { continue }
                found += vocabulary.matches(joined, language: reader.language)
            }
            if !found.isEmpty { return (end, preferred(found)) }
        }
        return (start + 1, [])
    }

    /// What a word means in the reader's language, where it means anything there.
    private func preferred(_ found: [FieldVocabulary.Match]) -> [FieldVocabulary.Match] {
        let own = found.filter { $0.language == nil || $0.language == reader }
        return own.isEmpty ? found : own
    }
}
