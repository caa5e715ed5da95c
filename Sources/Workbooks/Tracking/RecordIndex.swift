import Domain
import Language
import Store

/// What a State was told, ready for finding the recommendation that a row of a tracking workbook means: by paragraph, and by words in
/// every language the record holds. Not shared between tasks.
final class RecordIndex {
    struct Wording {
        var language: String
        var terms: [Int32]
        var weight: Double
        /// Words that stand side by side.
        var pairs: Set<Int64>
    }

    struct Entry {
        var id: RecommendationID
        var document: DocumentID
        var paragraph: String?
        var wordings: [Wording]
    }

    /// Texts longer than this say nothing more.
    private static let termsMax = 400

    let documents: DocumentHints
    private(set) var entries: [Entry] = []
    private let terms = RecordTerms()
    private var byParagraph: [String: [Int]] = [:]
    private var places: [Int32: [Int]] = [:]
    private var weights: [Double] = []

    init(_ records: [StoredRecord]) {
        documents = DocumentHints(records.map(\.document))
        var seen: [Int32: Set<Int>] = [:]
        for record in records {
            let recommendation = record.recommendation
            let place = entries.count
            var wordings: [Wording] = []
            let texts =
                [recommendation.texts] + recommendation.parts.map(\.texts)
                + record.otherWordings.map { [$0.language: $0.text] }
            for (language, text) in texts.flatMap({ $0 }) {
                let found = Array(terms.terms(text, language.rawValue).prefix(Self.termsMax))
                guard !found.isEmpty else { continue }
                for term in Set(found) { seen[term, default: []].insert(place) }
                wordings.append(
                    Wording(language: language.rawValue, terms: found, weight: 0, pairs: Set(Self.pairs(found))))
            }
            let paragraph = recommendation.paragraph?.sortKey
            if let paragraph { byParagraph[paragraph, default: []].append(place) }
            entries.append(
                Entry(
                    id: recommendation.id, document: recommendation.document, paragraph: paragraph, wordings: wordings))
        }
        weights = Self.weights(terms.count, seen, of: entries.count)
        places = seen.mapValues { $0.sorted() }
        for place in entries.indices {
            for wording in entries[place].wordings.indices {
                entries[place].wordings[wording].weight = weight(entries[place].wordings[wording].terms)
            }
        }
    }

    private static func weights(_ count: Int, _ seen: [Int32: Set<Int>], of entries: Int) -> [Double] {
        (0..<count).map { number in Self.logarithm(1 + Double(entries) / Double(1 + (seen[Int32(number)]?.count ?? 0)))
        }
    }

    /// Rare words say more. A word the record has not met is as rare as can be.
    private func weight(of term: Int32) -> Double {
        term < 0 ? Self.logarithm(1 + Double(entries.count)) : weights[Int(term)]
    }

    private func weight(_ terms: [Int32]) -> Double { terms.reduce(0) { $0 + weight(of: $1) } }

    func entries(atParagraph key: String) -> [Int] { byParagraph[key] ?? [] }

    /// Languages a text can be in: the one it looks like, or, where small words do not tell, every Latin one the record has.
    func languages(of text: String) -> [String] {
        let known = Set(entries.lazy.flatMap(\.wordings).map(\.language))
        if let language = LanguageDetector.language(of: text) { return known.contains(language) ? [language] : [] }
        let isLatin = text.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 }
        return isLatin ? known.subtracting(["ar", "ru", "zh"]).sorted() : []
    }

    /// The row's words in each language they can be in.
    struct Question {
        var byLanguage: [(language: String, terms: [Int32])]
        /// Fewer say nothing.
        var isTelling: Bool { byLanguage.contains { $0.terms.count >= 3 } }
    }

    func question(_ text: String) -> Question {
        Question(
            byLanguage: languages(of: text).map { language in
                (language, Array(terms.terms(text, language, isFixed: true).prefix(Self.termsMax)))
            })
    }

    /// How alike the row's words and an entry's are, 0...1; nil where the record has no words of it in the row's language.
    func likeness(_ question: Question, _ place: Int) -> Double? {
        guard question.isTelling else { return nil }
        var best: Double?
        for (language, terms) in question.byLanguage {
            for wording in entries[place].wordings where wording.language == language {
                best = max(best ?? 0, likeness(terms, wording))
            }
        }
        return best
    }

    /// Entries that share most of the rare words, best first.
    func nearest(_ question: Question, most: Int = 12) -> [Int] {
        guard question.isTelling else { return [] }
        var shared: [Int: Double] = [:]
        for (_, terms) in question.byLanguage {
            for term in Set(terms) where term >= 0 {
                let weight = weight(of: term)
                for place in places[term] ?? [] { shared[place, default: 0] += weight }
            }
        }
        return shared.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(most).map(\.key)
    }

    /// Words in common against all words, and where the row was cut against as much of the beginning; word pairs count a quarter.
    private func likeness(_ row: [Int32], _ wording: Wording) -> Double {
        let whole = 2 * common(row, wording.terms[...]) / max(0.001, weight(row) + wording.weight)
        var words = whole
        if row.count >= 5, row.count < wording.terms.count {
            let start = wording.terms.prefix(row.count + 2)
            words = max(words, 0.97 * common(row, start) / max(0.001, weight(row)))
        }
        let own = Self.pairs(row)
        let ordered = own.isEmpty ? words : Double(own.count { wording.pairs.contains($0) }) / Double(own.count)
        return 0.75 * words + 0.25 * ordered
    }

    private func common(_ row: [Int32], _ other: ArraySlice<Int32>) -> Double {
        var left: [Int32: Int] = [:]
        for term in other { left[term, default: 0] += 1 }
        var sum = 0.0
        for term in row where term >= 0 {
            if let count = left[term], count > 0 {
                left[term] = count - 1
                sum += weight(of: term)
            }
        }
        return sum
    }

    private static func pairs(_ terms: [Int32]) -> [Int64] {
        zip(terms, terms.dropFirst()).map { Int64($0) << 32 | Int64(UInt32(bitPattern: $1)) }
    }

    /// The binary logarithm by halving, near enough for weights.
    private static func logarithm(_ value: Double) -> Double {
        let exponent = value.exponent
        return Double(exponent) + (value.significand - 1)
    }
}
