/// Finds which records of a segment a resolved question matches, as a bitmap.
struct SetEvaluator {
    let segment: Segment
    let workspace: Workspace

    private typealias Bitmap = UnsafeMutablePointer<UInt64>
    private var words: Int { segment.words }

    /// Replaces `bits` by the records that match in the language with number `index`.
    func evaluate(_ node: ResolvedNode, _ index: Int?, into bits: UnsafeMutablePointer<UInt64>) {
        switch node {
        case .nothing: bits.update(repeating: 0, count: words)
        case .everything: everything(index, into: bits)
        case .term(let term): postings(index)?.assign(term, to: bits)
        case .terms(let terms):
            bits.update(repeating: 0, count: words)
            for term in terms { postings(index)?.formUnion(term, into: bits) }
        case .phrase(let parts): phrase(parts, index, into: bits)
        case .facet(let column, let value): segment.facets[column].records.assign(value, to: bits)
        case .all(let nodes): all(nodes, index, into: bits)
        case .any(let nodes): any(nodes, index, into: bits)
        case .not(let child):
            everything(index, into: bits)
            subtract(child, index, from: bits)
        case .notAnywhere(let parts):
            Bits.fill(bits, records: segment.count)
            for part in parts { subtract(part.node, part.index, from: bits) }
        }
    }

    /// Keeps of `bits` what a part speaks for: records with a text in its language, or those without any text.
    func restrict(_ bits: UnsafeMutablePointer<UInt64>, to part: ResolvedQuery.Part) {
        if let index = part.index {
            if let presence = segment.languages[index].presence.baseAddress {
                Bits.intersect(bits, with: presence, words: words)
            }
        } else if part.isTextless {
            for language in segment.languages {
                if let presence = language.presence.baseAddress { Bits.subtract(bits, presence, words: words) }
            }
        }
    }

    private func postings(_ index: Int?) -> RecordSets? { index.map { segment.languages[$0].postings } }

    private func everything(_ index: Int?, into bits: Bitmap) {
        if let index, let presence = segment.languages[index].presence.baseAddress {
            bits.update(from: presence, count: words)
        } else {
            Bits.fill(bits, records: segment.count)
        }
    }

    private func any(_ nodes: [ResolvedNode], _ index: Int?, into bits: Bitmap) {
        bits.update(repeating: 0, count: words)
        for node in nodes {
            switch node {
            case .nothing: continue
            case .term(let term): postings(index)?.formUnion(term, into: bits)
            default:
                workspace.with { scratch in
                    evaluate(node, index, into: scratch)
                    Bits.unite(bits, with: scratch, words: words)
                }
            }
        }
    }

    /// The smallest first, exclusions last.
    private func all(_ nodes: [ResolvedNode], _ index: Int?, into bits: Bitmap) {
        let order = nodes.indices.map { ($0, size(nodes[$0], index)) }.sorted { $0.1 < $1.1 }
        guard let first = order.first else { return everything(index, into: bits) }
        evaluate(nodes[first.0], index, into: bits)
        for (number, _) in order.dropFirst() {
            switch nodes[number] {
            case .term(let term):
                guard let postings = postings(index) else { continue }
                intersect(postings, term, bits)
            case .facet(let column, let value): intersect(segment.facets[column].records, value, bits)
            case .not(let child): subtract(child, index, from: bits)
            case .notAnywhere(let parts): for part in parts { subtract(part.node, part.index, from: bits) }
            default:
                workspace.with { scratch in
                    evaluate(nodes[number], index, into: scratch)
                    Bits.intersect(bits, with: scratch, words: words)
                }
            }
        }
    }

    private func intersect(_ sets: RecordSets, _ set: Int, _ bits: Bitmap) {
        if sets.isDense(set) {
            Bits.intersect(bits, with: sets.bitmap(set), words: words)
        } else {
            workspace.with { scratch in
                sets.assign(set, to: scratch)
                Bits.intersect(bits, with: scratch, words: words)
            }
        }
    }

    private func subtract(_ node: ResolvedNode, _ index: Int?, from bits: Bitmap) {
        workspace.with { scratch in
            evaluate(node, index, into: scratch)
            Bits.subtract(bits, scratch, words: words)
        }
    }

    /// About how many records a node matches.
    private func size(_ node: ResolvedNode, _ index: Int?) -> Int {
        switch node {
        case .nothing: 0
        case .term(let term): postings(index)?.members(term) ?? 0
        case .phrase(let parts): parts.map { postings(index)?.members($0.term) ?? 0 }.min() ?? 0
        case .terms(let terms): terms.reduce(0) { $0 + (postings(index)?.members($1) ?? 0) }
        case .facet(let column, let value): segment.facets[column].records.members(value)
        case .all(let nodes): nodes.map { size($0, index) }.min() ?? 0
        case .any(let nodes): nodes.reduce(0) { $0 + size($1, index) }
        case .everything: segment.count
        // Last of all, and not so large that sums overflow.
        case .not, .notAnywhere: 1 << 40
        }
    }

    // MARK: Phrases

    private func phrase(_ parts: [(term: Int, offset: Int)], _ index: Int?, into bits: Bitmap) {
        guard let index else { return bits.update(repeating: 0, count: words) }
        all(parts.map { .term($0.term) }, index, into: bits)
        let matcher = PhraseMatcher(segment.languages[index], parts)
        defer { matcher.end() }
        for word in 0..<words {
            var rest = bits[word]
            while rest != 0 {
                let bit = rest & (0 &- rest)
                if !matcher.matches(word << 6 | rest.trailingZeroBitCount) { bits[word] &= ~bit }
                rest &= rest - 1
            }
        }
    }
}
