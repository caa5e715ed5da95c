import Corpus
import Domain
import Language

/// The same questions answered the slow way: every record is looked at, every text analysed again.
struct NaiveCorpus {
    private(set) var records: [Int64: CorpusRecord] = [:]
    /// For each record and language its texts' words. Analysing them for each question again would take minutes.
    private var analysed: [Int64: [String: [[(folded: String, term: String)]]]] = [:]
    private let analyzers = ["en", "fr", "ru"].reduce(into: [:]) { $0[$1] = Analyzer(language: $1) }

    private var found = Found()

    mutating func apply(_ changes: [CorpusChange]) {
        found = Found()
        for change in changes {
            switch change {
            case .put(let record):
                records[record.id] = record
                analysed[record.id] = analyse(record)
            case .remove(let id): records[id] = nil
            }
        }
    }

    func values(_ record: CorpusRecord, _ facet: Facet) -> Set<String> {
        let all = record.facets.filter { $0.facet == facet }.map(\.value)
        return facet.isMultiple ? Set(all) : Set(all.suffix(1))
    }

    func ids(_ query: ParsedQuery, _ filters: [Facet: Set<String>] = [:]) -> Set<Int64> {
        Set(
            records.values.filter { record in
                (query.root.map { matches(record, $0) } ?? true)
                    && filters.allSatisfy { $0.value.isEmpty || !values(record, $0.key).isDisjoint(with: $0.value) }
            }.map(\.id))
    }

    func counts(_ ids: Set<Int64>, _ facet: Facet) -> [String: Int] {
        var counts: [String: Int] = [:]
        for id in ids { for value in records[id].map({ values($0, facet) }) ?? [] { counts[value, default: 0] += 1 } }
        return counts
    }

    private func matches(_ record: CorpusRecord, _ root: QueryNode) -> Bool {
        guard Self.asks(root) else { return matches(record, root, nil) }
        if record.texts.isEmpty { return matches(record, root, nil) }
        return Set(record.texts.map(\.language)).contains { matches(record, root, $0) }
    }

    /// `language`: the text at hand; nil where only facets and exclusions are asked for.
    private func matches(_ record: CorpusRecord, _ node: QueryNode, _ language: String?) -> Bool {
        switch node {
        case .facet(let facet, let value): return values(record, facet).contains(value)
        case .within(let tag, let child): return language == tag && matches(record, child, language)
        case .all(let nodes):
            let hasWords = nodes.contains(where: Self.asks)
            return nodes.allSatisfy { child in
                if case .not(let inner) = child, hasWords { return !matches(record, inner, language) }
                return matches(record, child, language)
            }
        case .any(let nodes): return nodes.contains { matches(record, $0, language) }
        case .not(let child):
            let languages: [String?] = record.texts.isEmpty ? [nil] : record.texts.map(\.language)
            return !languages.contains { matches(record, child, $0) }
        case .word(let text), .phrase(let text):
            return language.map { holds(record, $0, words(text, $0)) } ?? false
        case .prefix(let text):
            guard let language else { return false }
            // A prefix asks for the forms of the words that begin so.
            let forms = forms(text, language)
            return words(in: record, language).contains { forms.contains($0.term) }
        case .anyWord(let text):
            return language.map { tag in
                words(text, tag).contains { word in words(in: record, tag).contains { $0.term == word } }
            } ?? false
        }
    }

    /// Terms of all words that begin so. Going through all records for each record again would take minutes.
    private func forms(_ prefix: String, _ language: String) -> Set<String> {
        if let known = found.forms[language + prefix] { return known }
        let all = records.keys.flatMap { (analysed[$0]?[language] ?? []).joined() }
        let forms = Set(all.filter { $0.folded.hasPrefix(prefix) }.map(\.term))
        found.forms[language + prefix] = forms
        return forms
    }

    private static func asks(_ node: QueryNode) -> Bool {
        switch node {
        case .word, .phrase, .prefix, .anyWord: true
        case .facet, .not: false
        case .all(let nodes), .any(let nodes): nodes.contains(where: asks)
        case .within(_, let child): asks(child)
        }
    }

    private func words(_ text: String, _ language: String) -> [String] {
        if let known = found.words[language + text] { return known }
        let words = text.split { !$0.isLetter && !$0.isNumber }.map { analyzers[language]?.term(String($0)) ?? "" }
        found.words[language + text] = words
        return words
    }

    private func analyse(_ record: CorpusRecord) -> [String: [[(folded: String, term: String)]]] {
        Dictionary(grouping: record.texts, by: \.language).mapValues { texts in
            texts.map { text in
                text.text.split { !$0.isLetter && !$0.isNumber }.map { word in
                    (TextFolding.fold(String(word)), analyzers[text.language]?.term(String(word)) ?? "")
                }
            }
        }
    }

    private func words(in record: CorpusRecord, _ language: String) -> [(folded: String, term: String)] {
        Array((analysed[record.id]?[language] ?? []).joined())
    }

    private func holds(_ record: CorpusRecord, _ language: String, _ phrase: [String]) -> Bool {
        (analysed[record.id]?[language] ?? []).contains { words in
            guard words.count >= phrase.count else { return false }
            return (0...(words.count - phrase.count)).contains { start in
                phrase.indices.allSatisfy { words[start + $0].term == phrase[$0] }
            }
        }
    }
}

/// What was found once for a state of the records.
private final class Found {
    /// Terms of the words that begin with a prefix.
    var forms: [String: Set<String>] = [:]
    /// Terms of a question's words.
    var words: [String: [String]] = [:]
}
