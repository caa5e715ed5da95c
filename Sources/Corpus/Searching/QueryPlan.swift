import Domain

/// A question made ready for a Corpus: one tree, and what its words are in each language.
struct QueryPlan {
    indirect enum Node {
        /// Words, by number; see `LanguagePlan.forms`.
        case atom(Int)
        case facet(Facet, String)
        case all([Node])
        case any([Node])
        /// `everywhere`: no text of the record may match, in whatever language; otherwise the text at hand may not.
        case not(Node, everywhere: Bool)
    }

    let root: Node?
    let languages: [LanguagePlan]
    /// Whether any word is asked for, not only excluded: then there is a relevance to sort by.
    let ranks: Bool
    /// Whether facets or exclusions may match a record whatever its text.
    let mixes: Bool

    init(_ query: ParsedQuery, languages tags: [String]) {
        var atoms: [Atom] = []
        var scored: Set<Int> = []
        root = query.root.map { Self.number($0, &atoms, &scored, isExcluded: false) }
        languages = atoms.isEmpty ? [] : tags.map { LanguagePlan($0, atoms: atoms, scored: scored) }
        ranks = !scored.isEmpty
        mixes = query.root.map(Self.looksBeyondText) ?? true
    }

    /// Words, and the language they are for; nil where they are for every one.
    typealias Atom = (words: QueryNode, language: String?)

    private static func number(
        _ node: QueryNode, _ atoms: inout [Atom], _ scored: inout Set<Int>, isExcluded: Bool, language: String? = nil
    ) -> Node {
        switch node {
        case .word, .phrase, .prefix, .anyWord:
            if !isExcluded { scored.insert(atoms.count) }
            atoms.append((node, language))
            return .atom(atoms.count - 1)
        case .facet(let facet, let value):
            return .facet(facet, value)
        case .all(let children):
            let hasWords = children.contains(where: asksForWords)
            return .all(
                children.map { child in
                    guard case .not(let inner) = child else {
                        return number(child, &atoms, &scored, isExcluded: isExcluded, language: language)
                    }
                    return .not(
                        number(inner, &atoms, &scored, isExcluded: true, language: language), everywhere: !hasWords)
                })
        case .any(let children):
            return .any(
                children.map { number($0, &atoms, &scored, isExcluded: isExcluded, language: language) })
        case .not(let child):
            return .not(number(child, &atoms, &scored, isExcluded: true, language: language), everywhere: true)
        case .within(let language, let child):
            return number(child, &atoms, &scored, isExcluded: isExcluded, language: language)
        }
    }

    private static func looksBeyondText(_ node: QueryNode) -> Bool {
        switch node {
        case .word, .phrase, .prefix, .anyWord: false
        case .facet, .not: true
        case .all(let children), .any(let children): children.contains(where: looksBeyondText)
        case .within(_, let child): looksBeyondText(child)
        }
    }

    private static func asksForWords(_ node: QueryNode) -> Bool {
        switch node {
        case .word, .phrase, .prefix, .anyWord: true
        case .facet, .not: false
        case .all(let children), .any(let children): children.contains(where: asksForWords)
        case .within(_, let child): asksForWords(child)
        }
    }
}

/// What the words of a question are in one language.
struct LanguagePlan {
    /// Terms at fixed distances; one alone is a word.
    typealias Sequence = [(term: Int, offset: Int)]

    enum Form {
        case all([Sequence])
        case any([Sequence])
        case prefix(Int)
        /// Words for another language.
        case elsewhere
    }

    let language: String
    /// For each atom of the question.
    private(set) var forms: [Form] = []
    private(set) var terms: [[UInt8]] = []
    private(set) var prefixes: [[UInt8]] = []
    /// Terms that count for the score, and how often each is asked for.
    private(set) var scored: [(term: Int, times: Float)] = []
    private(set) var scoredPrefixes: [Int] = []

    init(_ language: String, atoms: [QueryPlan.Atom], scored scoredAtoms: Set<Int>) {
        self.language = language
        let analysis = QueryAnalysis(language: language)
        for (number, atom) in atoms.enumerated() {
            let form: Form
            guard atom.language == nil || atom.language == language else {
                forms.append(.elsewhere)
                continue
            }
            switch atom.words {
            case .word(let text): form = .all(analysis.words(text).map { sequence($0) })
            case .phrase(let text): form = .all(analysis.phrase(text).map { sequence($0) })
            case .anyWord(let text): form = .any(analysis.plainWords(text).map { sequence($0) })
            case .prefix(let text): form = prefix(analysis.prefix(text))
            default: form = .all([])
            }
            forms.append(form)
            if scoredAtoms.contains(number) { score(form) }
        }
    }

    private mutating func sequence(_ parts: QueryAnalysis.Sequence) -> Sequence {
        parts.map { part in
            if let known = terms.firstIndex(of: part.term) { return (known, part.offset) }
            terms.append(part.term)
            return (terms.count - 1, part.offset)
        }
    }

    private mutating func prefix(_ folded: [UInt8]) -> Form {
        prefixes.append(folded)
        return .prefix(prefixes.count - 1)
    }

    private mutating func score(_ form: Form) {
        switch form {
        case .all(let sequences), .any(let sequences):
            for part in sequences.joined() {
                if let known = scored.firstIndex(where: { $0.term == part.term }) {
                    scored[known].times += 1
                } else {
                    scored.append((part.term, 1))
                }
            }
        case .prefix(let number): scoredPrefixes.append(number)
        case .elsewhere: break
        }
    }
}
