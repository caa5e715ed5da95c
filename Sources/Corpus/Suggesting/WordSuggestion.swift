import Language

/// A word of the Corpus's texts that a person may have meant.
public struct WordSuggestion: Sendable, Hashable {
    /// Without capital letters and accents, as the Corpus keeps words.
    public var word: String
    public var language: String
    /// Letters more, less, other or exchanged: 1 or 2.
    public var distance: Int
    /// Live records with a form of it in that language.
    public var records: Int
}

extension CorpusSnapshot {
    /// Live records that hold a form of the word (one token), in whatever language.
    public func records(holding word: String) -> Int {
        languages.reduce(0) { total, language in
            let term = Array(Analyzer(language: language).term(word).utf8)
            return total
                + segments.reduce(0) { sum, view in
                    guard let index = view.segment.languages.first(where: { $0.language == language }),
                        let number = term.withUnsafeBufferPointer({ index.terms.index(of: $0) })
                    else { return sum }
                    return sum + view.count(number, index)
                }
        }
    }

    /// Words of live texts near `word`, the nearest and then the most frequent first; those of the language preferred count
    /// threefold. Words of one or two letters, with digits, in Han characters or of more than 40 letters have none.
    public func suggestions(for word: String, preferring language: String? = nil, limit: Int = 3) -> [WordSuggestion] {
        let folded = TextFolding.fold(word)
        let letters = NearWords.letters(of: folded)
        guard letters.count >= 3, folded.unicodeScalars.allSatisfy(\.properties.isAlphabetic),
            let script = WordScript(folded), script != .han
        else { return [] }
        var found: [Key: WordSuggestion] = [:]
        for distance in 1...(letters.count < 5 ? 1 : 2) where found.count < limit {
            guard var near = NearWords(letters, limit: distance) else { return [] }
            for view in segments {
                for index in view.segment.languages where script.isOf(index.language) {
                    // Two mistakes, and the first letter among them, are rare.
                    let range = distance == 1 ? 0..<index.words.count : index.words.range(beginning: folded.prefix(1))
                    near.forEach(in: index.words, range) { place, edits in
                        // What is nearer was counted before.
                        guard edits == distance else { return }
                        let key = Key(language: index.language, word: index.words.string(place))
                        let new = WordSuggestion(
                            word: key.word, language: key.language, distance: distance, records: 0)
                        found[key, default: new].records += view.count(Int(index.wordTerms[place]), index)
                    }
                }
            }
        }
        let weight = { (suggestion: WordSuggestion) in suggestion.records * (suggestion.language == language ? 3 : 1) }
        return Array(
            found.values.filter { $0.records > 0 }.sorted {
                ($0.distance, -weight($0), $0.word, $0.language) < ($1.distance, -weight($1), $1.word, $1.language)
            }.prefix(limit))
    }

    private struct Key: Hashable {
        var language: String
        var word: String
    }
}

/// The letters of a word, as far as they tell its language.
private enum WordScript {
    case latin, cyrillic, arabic, han, other

    init?(_ word: String) {
        guard let first = word.unicodeScalars.first?.value else { return nil }
        switch first {
        case 0x41...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x400...0x52F: self = .cyrillic
        case 0x600...0x6FF, 0x750...0x77F: self = .arabic
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
        default: self = .other
        }
    }

    /// Whether texts of that language may hold such words; of languages not known here all do.
    func isOf(_ language: String) -> Bool {
        switch language {
        case "en", "es", "fr": self == .latin
        case "ru": self == .cyrillic
        case "ar": self == .arabic
        case "zh": false
        default: true
        }
    }
}

extension StringTable {
    /// Where the strings stand that begin so.
    func range(beginning prefix: some StringProtocol) -> Range<Int> {
        var end = Array(prefix.utf8)
        let start = end.withUnsafeBufferPointer { lowerBound($0) }
        guard let last = end.popLast() else { return 0..<count }
        // UTF-8 has no byte 255, so this is the next key in order.
        end.append(last + 1)
        return start..<end.withUnsafeBufferPointer { lowerBound($0) }
    }
}

extension SegmentView {
    /// Live records that hold a term.
    fileprivate func count(_ term: Int, _ index: LanguageIndex) -> Int {
        guard let live else { return index.postings.members(term) }
        return live.withUnsafeBufferPointer { live in
            live.baseAddress.map { index.postings.count(term, in: $0) } ?? 0
        }
    }
}
