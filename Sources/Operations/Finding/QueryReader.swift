import Domain
import Language

/// Makes of a typed question the steps in which the Corpus is asked: places in documents, the words as typed, other words for the
/// same, and themes across languages. See *Beside what was typed* in `docs/guide/query-language.md`.
struct QueryReader {
    struct Step {
        /// Nil for the question as typed.
        var kind: SearchExpansion.Kind?
        var query: ParsedQuery
        var terms: [SearchExpansion.Term] = []
    }

    private let vocabulary: FieldVocabulary
    private let reader: String
    private var run: WordRun

    /// Forms added for one unit, and for a whole question.
    private static let formsMax = 40
    private static let questionFormsMax = 200

    init(_ vocabulary: FieldVocabulary, reader: LanguageTag) {
        self.vocabulary = vocabulary
        self.reader = reader.rawValue
        run = WordRun(vocabulary, reader: reader.rawValue)
    }

    /// One step as typed, and those around it that have something to add. A question without words has no others.
    mutating func steps(_ query: ParsedQuery, isExact: Bool) -> [Step] {
        let typed = Step(kind: nil, query: query)
        guard !isExact, let root = query.root else { return [typed] }
        return [lookup(root), typed, synonyms(root), concepts(root)].compactMap(\.self)
    }

    private func lookup(_ root: QueryNode) -> Step? {
        var reader = PlaceReader()
        guard let node = reader.read(root) else { return nil }
        return Step(kind: .lookup, query: ParsedQuery(root: node), terms: reader.terms)
    }

    // MARK: Other words

    private mutating func synonyms(_ root: QueryNode) -> Step? {
        var terms: [SearchExpansion.Term] = []
        let node = widened(root, &terms)
        return terms.isEmpty ? nil : Step(kind: .synonyms, query: ParsedQuery(root: node), terms: terms)
    }

    private mutating func widened(_ node: QueryNode, _ terms: inout [SearchExpansion.Term]) -> QueryNode {
        switch node {
        case .word(let text): return Self.all(widened([text], &terms))
        case .any(let children):
            var nodes: [QueryNode] = []
            for child in children { nodes.append(widened(child, &terms)) }
            return .any(nodes)
        case .all(let children):
            var nodes: [QueryNode] = []
            var words: [String] = []
            for child in children {
                if case .word(let text) = child {
                    words.append(text)
                    continue
                }
                nodes += widened(words, &terms)
                words = []
                nodes.append(widened(child, &terms))
            }
            nodes += widened(words, &terms)
            return Self.all(nodes)
        default: return node
        }
    }

    private mutating func widened(_ words: [String], _ terms: inout [SearchExpansion.Term]) -> [QueryNode] {
        guard !words.isEmpty else { return [] }
        return run.units(words).map { unit in
            let concepts = concepts(unit).filter { $0.isSynonymous || $0.isNamed }
            let term = term(unit, concepts, tags: concepts.flatMap { $0.isNamed ? $0.tags : [] })
            let known = terms.reduce(0) { $0 + $1.forms.count }
            guard !term.forms.isEmpty || !term.tags.isEmpty, known + term.forms.count <= Self.questionFormsMax else {
                return unit.node
            }
            terms.append(term)
            return .any([unit.node] + Self.nodes(term))
        }
    }

    // MARK: Themes across languages

    /// For records that have no text in the language of the words: what the words name is in their tags, or said in another
    /// language. At least half of the words must be known as a subject: a State's name with an unknown word would find
    /// everything of that State.
    private mutating func concepts(_ root: QueryNode) -> Step? {
        var words: [String] = []
        var others: [QueryNode] = []
        for child in Self.required(root) {
            switch child {
            case .word(let text): words.append(text)
            case .facet, .not: others.append(child)
            default: return nil
            }
        }
        let units = run.units(words)
        let known = units.filter { !$0.matches.isEmpty }
        var languages = Set(known.flatMap(\.matches).compactMap(\.language))
        if languages.isEmpty { languages = [reader] }
        let unknown = units.filter { unit in unit.matches.isEmpty && !isSmall(unit, languages) }
        let subjects = known.filter { unit in concepts(unit).contains { !$0.isNamed } }
        guard !known.isEmpty, unknown.isEmpty || subjects.count >= unknown.count else { return nil }
        var terms: [SearchExpansion.Term] = []
        var nodes: [QueryNode] = []
        for unit in known {
            let concepts = concepts(unit)
            let term = term(unit, concepts, tags: concepts.flatMap(\.tags))
            guard !term.forms.isEmpty || !term.tags.isEmpty else { continue }
            terms.append(term)
            nodes.append(.any([unit.node] + Self.nodes(term)))
        }
        guard !nodes.isEmpty else { return nil }
        let elsewhere = languages.sorted().map { QueryNode.not(.facet(.language, $0)) }
        return Step(kind: .concepts, query: ParsedQuery(root: .all(nodes + others + elsewhere)), terms: terms)
    }

    /// What all has to match: groups within groups are one.
    private static func required(_ node: QueryNode) -> [QueryNode] {
        if case .all(let children) = node { children.flatMap(required) } else { [node] }
    }

    /// A word that says nothing of what a text is about.
    private func isSmall(_ unit: WordRun.Unit, _ languages: Set<String>) -> Bool {
        let folded = TextFolding.fold(unit.text)
        return languages.union([reader]).contains { language in
            var terms = TermReader(language: language)
            return StopWords.contains(folded, language: language)
                || folded.split { !$0.isLetter }.allSatisfy {
                    StopWords.contains(String($0), language: language)
                } || terms.terms(unit.text).allSatisfy { StopWords.contains($0, language: language) }
        }
    }

    // MARK: Terms

    private func concepts(_ unit: WordRun.Unit) -> [FieldVocabulary.Concept] {
        var seen: Set<Int> = []
        return unit.matches.compactMap { seen.insert($0.concept).inserted ? vocabulary.concepts[$0.concept] : nil }
    }

    /// The forms of the concepts that were not typed, those of the reader's language first.
    private func term(
        _ unit: WordRun.Unit, _ concepts: [FieldVocabulary.Concept], tags: [FacetValue]
    ) -> SearchExpansion.Term {
        var seen: Set<String> = [TextFolding.fold(unit.text)]
        var forms: [SearchExpansion.Form] = []
        for form in concepts.flatMap(\.forms) {
            let folded = TextFolding.fold(form.text)
            // A word like `who` would find everything.
            guard !StopWords.contains(folded, language: form.language ?? "en"),
                seen.insert(folded + (form.language.map { "|" + $0 } ?? "")).inserted
            else { continue }
            forms.append(SearchExpansion.Form(text: form.text, language: form.language))
        }
        forms.removeAll { TextFolding.fold($0.text) == TextFolding.fold(unit.text) }
        let own = forms.filter { $0.language == nil || $0.language == reader }
        let others = forms.filter { $0.language != nil && $0.language != reader }
        var seenTags: Set<FacetValue> = []
        return SearchExpansion.Term(
            typed: unit.text, forms: Array((own + others).prefix(Self.formsMax)),
            tags: tags.filter { seenTags.insert($0).inserted })
    }

    private static func nodes(_ term: SearchExpansion.Term) -> [QueryNode] {
        term.forms.map { form in
            form.language.map { .within($0, .phrase(form.text)) } ?? .phrase(form.text)
        } + term.tags.map { .facet($0.facet, $0.value) }
    }

    private static func all(_ nodes: [QueryNode]) -> QueryNode { nodes.count == 1 ? nodes[0] : .all(nodes) }
}
