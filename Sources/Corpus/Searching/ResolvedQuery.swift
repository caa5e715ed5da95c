import Domain

/// A question's tree with the numbers of one segment in it, for one of its languages.
indirect enum ResolvedNode {
    case nothing
    /// Every record with a text in the language at hand.
    case everything
    case term(Int)
    case phrase([(term: Int, offset: Int)])
    case terms([Int])
    case facet(column: Int, value: Int)
    case all([ResolvedNode])
    case any([ResolvedNode])
    case not(ResolvedNode)
    /// In no language of the record: the child resolved for each of the segment's languages.
    case notAnywhere([(index: Int?, node: ResolvedNode)])
}

/// A plan brought to one segment.
struct ResolvedQuery {
    /// One language of the segment: its tree, and for each term of the plan its number there.
    struct Part {
        /// In `Segment.languages`; nil where the question has no words.
        let index: Int?
        let plan: LanguagePlan?
        let node: ResolvedNode
        let terms: [Int?]
        let expansions: [[Int]]
        /// Whether it speaks for the records without any text.
        var isTextless = false
    }

    let parts: [Part]
    /// Whether a prefix had more words than are looked at.
    private(set) var isPrefixCut = false

    static let expansionMax = 4_096

    /// Languages of the segment that the question has terms for.
    private struct Known {
        let index: Int
        let plan: LanguagePlan
        let terms: [Int?]
        let expansions: [[Int]]
    }

    init(_ plan: QueryPlan, _ segment: Segment) {
        guard let root = plan.root else {
            parts = [Part(index: nil, plan: nil, node: .everything, terms: [], expansions: [])]
            return
        }
        var known: [Known] = []
        for (index, language) in segment.languages.enumerated() {
            guard let languagePlan = plan.languages.first(where: { $0.language == language.language }) else { continue }
            let terms = languagePlan.terms.map { term in term.withUnsafeBufferPointer { language.terms.index(of: $0) } }
            var expansions: [[Int]] = []
            for prefix in languagePlan.prefixes {
                let expansion = prefix.withUnsafeBufferPointer { language.expand($0, limit: Self.expansionMax) }
                if expansion.isCut { isPrefixCut = true }
                expansions.append(expansion.terms)
            }
            known.append(Known(index: index, plan: languagePlan, terms: terms, expansions: expansions))
        }
        if !plan.ranks || known.isEmpty {
            // Nothing but facets and exclusions: no language is at hand.
            parts = [
                Part(
                    index: nil, plan: nil, node: Self.resolve(root, nil, known, segment), terms: [], expansions: [])
            ]
        } else {
            var parts = known.map {
                Part(
                    index: $0.index, plan: $0.plan, node: Self.resolve(root, $0, known, segment), terms: $0.terms,
                    expansions: $0.expansions)
            }
            if plan.mixes {
                let node = Self.resolve(root, nil, known, segment)
                parts.append(Part(index: nil, plan: nil, node: node, terms: [], expansions: [], isTextless: true))
            }
            self.parts = parts
        }
    }

    private static func resolve(
        _ node: QueryPlan.Node, _ here: Known?, _ known: [Known], _ segment: Segment
    ) -> ResolvedNode {
        switch node {
        case .atom(let number):
            return here.map { form($0.plan.forms[number], $0) } ?? .nothing
        case .facet(let facet, let value):
            return Self.facet(facet, value, segment)
        case .all(let children):
            let resolved = children.map { resolve($0, here, known, segment) }
            return resolved.contains(where: \.isNothing) ? .nothing : .all(resolved)
        case .any(let children):
            let resolved = children.map { resolve($0, here, known, segment) }.filter { !$0.isNothing }
            return resolved.isEmpty ? .nothing : resolved.count == 1 ? resolved[0] : .any(resolved)
        case .not(let child, let everywhere):
            guard everywhere else { return .not(resolve(child, here, known, segment)) }
            let each = known.map { (index: Optional($0.index), node: resolve(child, $0, known, segment)) }
            return .notAnywhere(each.isEmpty ? [(nil, resolve(child, nil, known, segment))] : each)
        }
    }

    private static func form(_ form: LanguagePlan.Form, _ here: Known) -> ResolvedNode {
        switch form {
        case .prefix(let number):
            return here.expansions[number].isEmpty ? .nothing : .terms(here.expansions[number])
        case .all(let sequences):
            let nodes = sequences.map { sequence($0, here) }
            if nodes.isEmpty { return .everything }
            return nodes.contains(where: \.isNothing) ? .nothing : nodes.count == 1 ? nodes[0] : .all(nodes)
        case .any(let sequences):
            let terms = sequences.compactMap { $0.first.flatMap { here.terms[$0.term] } }
            return terms.isEmpty ? .nothing : .terms(terms)
        case .elsewhere: return .nothing
        }
    }

    private static func sequence(_ sequence: LanguagePlan.Sequence, _ here: Known) -> ResolvedNode {
        var parts: [(term: Int, offset: Int)] = []
        for part in sequence {
            guard let term = here.terms[part.term] else { return .nothing }
            parts.append((term, part.offset))
        }
        return parts.count == 1 ? .term(parts[0].term) : .phrase(parts)
    }

    /// A typed value is found in the case of the codes, whichever way it was typed.
    private static func facet(_ facet: Facet, _ value: String, _ segment: Segment) -> ResolvedNode {
        guard let column = segment.facets.firstIndex(where: { $0.facet == facet }) else { return .nothing }
        for form in [value, value.uppercased(), value.lowercased()] {
            if let number = segment.facets[column].value(form) { return .facet(column: column, value: number) }
        }
        return .nothing
    }
}

extension ResolvedNode {
    var isNothing: Bool { if case .nothing = self { true } else { false } }
}
