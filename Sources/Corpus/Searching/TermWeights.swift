/// How much each term of a question tells: the IDF part of BM25 over the live records of a snapshot.
struct TermWeights {
    /// By language plan, then term.
    private(set) var terms: [[Float]]
    private(set) var prefixes: [[Float]]

    /// A prefix adds this share of its terms' weight, whatever the count in the text.
    private static let prefixShare: Float = 0.5

    init(_ plan: QueryPlan, _ snapshot: CorpusSnapshot, _ resolved: [ResolvedQuery]) {
        terms = []
        prefixes = []
        for language in plan.languages {
            var texts = 0
            var holding = [Int](repeating: 0, count: language.terms.count)
            var beginning = [Int](repeating: 0, count: language.prefixes.count)
            for (view, query) in zip(snapshot.segments, resolved) {
                guard let part = query.parts.first(where: { $0.plan?.language == language.language }),
                    let number = part.index
                else { continue }
                let index = view.segment.languages[number]
                texts += Self.live(index, view)
                for (term, known) in part.terms.enumerated() {
                    if let known { holding[term] += Self.members(index, known, view) }
                }
                for (prefix, expansion) in part.expansions.enumerated() {
                    beginning[prefix] += min(view.liveCount, expansion.reduce(0) { $0 + index.postings.members($1) })
                }
            }
            terms.append(holding.map { Ranking.weight(holding: $0, of: texts) })
            prefixes.append(
                beginning.map { Ranking.weight(holding: $0, of: texts) * (Ranking.k1 + 1) * Self.prefixShare })
        }
    }

    private static func live(_ index: LanguageIndex, _ view: SegmentView) -> Int {
        guard let live = view.live else { return index.texts }
        return zip(live, index.presence).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
    }

    private static func members(_ index: LanguageIndex, _ term: Int, _ view: SegmentView) -> Int {
        guard let live = view.live else { return index.postings.members(term) }
        return live.withUnsafeBufferPointer { live in
            live.baseAddress.map { index.postings.count(term, in: $0) } ?? 0
        }
    }
}
