package import Domain
import Reference
import Synchronization

/// What words of the field mean: synonyms, and the names of themes, persons, goals, mechanisms and States in six languages.
struct FieldVocabulary: Sendable {
    /// One thing that can be said in several ways.
    struct Concept: Sendable {
        struct Form: Sendable, Hashable {
            let text: String
            /// Nil for every language.
            let language: String?
        }

        let forms: [Form]
        /// What records about it are tagged with.
        let tags: [FacetValue]
        /// Whether its forms stand for one another, and are not only names of the same thing.
        let isSynonymous: Bool
        /// Whether a question that names it asks for what carries its tags, whatever the words: a State, a mechanism.
        let isNamed: Bool
    }

    struct Match: Sendable, Hashable {
        let concept: Int
        /// The language of the form; nil where it is the same in all.
        let language: String?
    }

    private(set) var concepts: [Concept] = []
    private var matches: [String: [Match]] = [:]
    /// The most terms of any form.
    private(set) var termsMax = 1

    static let languages = LanguageTag.official.map(\.rawValue)

    init(_ facts: ReferenceFacts) {
        var readers: [String: TermReader] = [:]
        for entry in ConceptSource(facts: facts).entries() { add(entry, &readers) }
    }

    /// What the terms of a form, put together, mean in a language. `language` nil asks for forms of every language, by their
    /// words without case and accents.
    func matches(_ terms: some Sequence<String>, language: String?) -> [Match] {
        matches[Self.key(terms, language)] ?? []
    }

    /// What a form means that holds only where it is written so.
    func matches(asWritten text: String) -> [Match] { matches["=" + text] ?? [] }

    private static func key(_ terms: some Sequence<String>, _ language: String?) -> String {
        (language ?? "*") + "|" + terms.joined(separator: " ")
    }

    private mutating func add(_ entry: ConceptSource.Entry, _ readers: inout [String: TermReader]) {
        let number = concepts.count
        concepts.append(entry.concept)
        for form in entry.concept.forms {
            let match = Match(concept: number, language: form.language)
            guard !entry.asWritten.contains(form) else {
                insert(match, "=" + form.text)
                continue
            }
            let language = form.language ?? "*"
            var reader = readers.removeValue(forKey: language) ?? TermReader(language: language)
            let terms = reader.terms(form.text)
            readers[language] = reader
            guard !terms.isEmpty else { continue }
            termsMax = max(termsMax, terms.count)
            insert(match, Self.key(terms, form.language))
        }
    }

    private mutating func insert(_ match: Match, _ key: String) {
        if matches[key]?.contains(match) != true { matches[key, default: []].append(match) }
    }
}

/// A value of a facet.
package struct FacetValue: Sendable, Hashable {
    package var facet: Facet
    package var value: String

    package init(_ facet: Facet, _ value: String) {
        self.facet = facet
        self.value = value
    }
}

/// The vocabulary, made when it is first needed: not everyone who opens a record asks questions.
final class LazyVocabulary: Sendable {
    private let facts: ReferenceFacts
    private let made = Mutex<FieldVocabulary?>(nil)

    init(_ facts: ReferenceFacts) { self.facts = facts }

    var value: FieldVocabulary {
        made.withLock { made in
            if let made { return made }
            let new = FieldVocabulary(facts)
            made = new
            return new
        }
    }
}
