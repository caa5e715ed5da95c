import Corpus
import Domain
import Language
import Store

/// Finds what a person may have meant whose words are in no text, or whose question finds almost nothing.
struct Suggesting {
    let snapshot: CorpusSnapshot
    let reader: LanguageTag

    /// A question with so few answers is looked at again, though all its words are known.
    private static let fewMax = 2
    /// How many times more texts a word must be in to be offered beside one that is in some.
    private static let timesMin = 20
    private static let wordsMax = 8
    private static let alternativesMax = 3

    /// For each doubtful word of the question what is offered in its place, best first.
    func doubtful(_ root: QueryNode, total: Int) -> [(word: String, offers: [WordSuggestion])] {
        var words: [String] = []
        for word in Self.tokens(root) where !words.contains(word) { words.append(word) }
        return words.prefix(Self.wordsMax).compactMap { word in
            let records = snapshot.records(holding: word)
            guard records == 0 || total <= Self.fewMax && records <= Self.fewMax else { return nil }
            var offers = snapshot.suggestions(
                for: word, preferring: reader.rawValue, limit: Self.alternativesMax)
            if records > 0 {
                offers.removeAll { $0.distance > 1 || $0.records < records * Self.timesMin }
            }
            return offers.isEmpty ? nil : (word, offers)
        }
    }

    /// One word doubtful: each of its offers. Several: the best of each.
    static func choices(_ doubtful: [(word: String, offers: [String])]) -> [[SearchSuggestion.Word]] {
        guard doubtful.count == 1 else {
            let words = doubtful.compactMap { entry in
                entry.offers.first.map { SearchSuggestion.Word(typed: entry.word, suggested: $0) }
            }
            return words.isEmpty ? [] : [words]
        }
        return doubtful[0].offers.map { [SearchSuggestion.Word(typed: doubtful[0].word, suggested: $0)] }
    }

    /// The question with words replaced, everything else as it stands.
    static func replacing(_ words: [SearchSuggestion.Word], in node: QueryNode) -> QueryNode {
        switch node {
        case .word(let text): .word(replacing(words, in: text))
        case .phrase(let text): .phrase(replacing(words, in: text))
        case .all(let nodes): .all(nodes.map { replacing(words, in: $0) })
        case .any(let nodes): .any(nodes.map { replacing(words, in: $0) })
        default: node
        }
    }

    /// Words asked for, not excluded: runs of letters.
    private static func tokens(_ node: QueryNode) -> [String] {
        switch node {
        case .word(let text), .phrase(let text), .anyWord(let text): pieces(text).filter(\.isWord).map(\.text)
        case .all(let nodes), .any(let nodes): nodes.flatMap(tokens)
        case .facet, .not, .prefix, .within: []
        }
    }

    private static func replacing(_ words: [SearchSuggestion.Word], in text: String) -> String {
        pieces(text).map { piece in
            guard piece.isWord, let word = words.first(where: { $0.typed == piece.text }) else { return piece.text }
            return word.suggested
        }.joined()
    }

    /// The tokens of a text and what lies between them.
    private static func pieces(_ text: String) -> [(text: String, isWord: Bool)] {
        var scanner = TokenScanner()
        var text = text
        return text.withUTF8 { bytes in
            func part(_ start: Int, _ end: Int) -> String {
                String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
            }
            var pieces: [(text: String, isWord: Bool)] = []
            var end = 0
            for span in scanner.spans(of: bytes) {
                if span.start > end { pieces.append((part(end, span.start), false)) }
                pieces.append((part(span.start, span.end), span.kind != .ideograph))
                end = span.end
            }
            if end < bytes.count { pieces.append((part(end, bytes.count), false)) }
            return pieces
        }
    }

    /// The word as a text writes it, with its accents; nil where the text does not hold it.
    static func written(_ word: String, in text: String) -> String? {
        for (place, piece) in pieces(text).enumerated() where piece.isWord && TextFolding.fold(piece.text) == word {
            let isName =
                place > 0 && piece.text.first?.isUppercase == true
                && piece.text.dropFirst().contains {
                    $0.isLowercase
                }
            return isName ? piece.text : piece.text.lowercased()
        }
        return nil
    }
}
