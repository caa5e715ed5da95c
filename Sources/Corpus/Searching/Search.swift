public import Domain

extension CorpusSnapshot {
    /// Answers a question. `query` is `request.query` as the parser read it. `among`: as if there were no records but those with
    /// these ids (in any order); nil: all of them.
    package func search(
        _ query: ParsedQuery, _ request: SearchRequest, among: [Int64]? = nil
    ) -> SearchAnswer {
        Search(self, [query], request, among: among).run()
    }

    /// Answers a question in steps: what an earlier step finds comes before what a later one adds, in each by relevance. Totals
    /// and facets are those of all steps together; a step never changes what an earlier one finds, nor its order.
    package func search(_ steps: [ParsedQuery], _ request: SearchRequest) -> SearchAnswer {
        Search(self, steps, request).run()
    }

    /// Records that a question in steps finds.
    package func count(_ steps: [ParsedQuery], filters: [Facet: Set<String>] = [:]) -> Int {
        Search(self, steps, SearchRequest(filters: filters, limit: 1)).count()
    }

    /// Counts what a question in steps finds by two facets at once.
    package func crossTab(
        rows: Facet, columns: Facet, filters: [Facet: Set<String>] = [:], steps: [ParsedQuery]
    ) -> CrossTab {
        Search(self, steps, SearchRequest(filters: filters, limit: 1)).crossTab(rows: rows, columns: columns)
    }

    /// Records with all the filters: values of one facet ORed, facets ANDed.
    public func count(_ filters: [Facet: Set<String>] = [:]) -> Int {
        if filters.isEmpty { return count }
        let search = Search(self, [ParsedQuery(root: nil)], SearchRequest(filters: filters, limit: 1))
        return search.count()
    }

    /// Counts records by two facets at once.
    public func crossTab(
        rows: Facet, columns: Facet, filters: [Facet: Set<String>] = [:], query: ParsedQuery? = nil
    ) -> CrossTab {
        let search = Search(self, [query ?? ParsedQuery(root: nil)], SearchRequest(filters: filters, limit: 1))
        return search.crossTab(rows: rows, columns: columns)
    }
}

/// One question on its way through the segments.
private struct Search {
    private let snapshot: CorpusSnapshot
    private let request: SearchRequest
    private let notes: [QueryNote]
    private let steps: [Step]
    private let workspace = Workspace()
    private let filters: [(facet: Facet, values: Set<String>)]
    private let among: [Int64]?

    /// One question made ready: its plan, and the plan brought to each segment.
    private struct Step {
        let plan: QueryPlan
        let resolved: [ResolvedQuery]

        init(_ query: ParsedQuery, _ snapshot: CorpusSnapshot) {
            let plan = QueryPlan(query, languages: query.root == nil ? [] : snapshot.languages)
            self.plan = plan
            resolved = snapshot.segments.map { ResolvedQuery(plan, $0.segment) }
        }
    }

    init(
        _ snapshot: CorpusSnapshot, _ queries: [ParsedQuery], _ request: SearchRequest, among: [Int64]? = nil
    ) {
        self.snapshot = snapshot
        self.request = request
        self.among = among
        steps = queries.map { Step($0, snapshot) }
        let isCut = steps.contains { $0.resolved.contains(where: \.isPrefixCut) }
        notes = (queries.first?.notes ?? []) + (isCut ? [.limited("prefix")] : [])
        filters = request.filters.filter { !$0.value.isEmpty }.map { ($0.key, $0.value) }
    }

    /// Without words there is no relevance: the newest come first.
    private var sort: SortOrder {
        request.sort == .relevance && !steps.contains(where: \.plan.ranks) ? .date : request.sort
    }

    func run() -> SearchAnswer {
        var total = 0
        let limit = max(1, min(request.limit, SearchRequest.limitMax))
        var top = TopRanks(capacity: limit + 1, after: request.after)
        var counters = request.facets.map { FacetCounter($0, values: snapshot.facetValues) }
        var found = [Int](repeating: 0, count: steps.count)
        let weights = steps.map {
            sort == .relevance && $0.plan.ranks ? TermWeights($0.plan, snapshot, $0.resolved) : nil
        }
        forEachSegment { number, view, own, matches in
            total += matches.count
            for share in own where share.count > 0 {
                found[share.step] += share.count
                rank(number, view, share, weights[share.step], &top)
            }
            for counter in counters.indices {
                guard let own = filters.firstIndex(where: { $0.facet == counters[counter].facet }) else {
                    counters[counter].add(view, matches.bits, members: matches.count, workspace)
                    continue
                }
                workspace.with { bits in
                    let members = matches.without(own, into: bits)
                    counters[counter].add(view, bits, members: members, workspace)
                }
            }
        }
        let shown = top.entries.prefix(limit)
        let hasMore = top.entries.count > limit
        return SearchAnswer(
            total: total, found: found, hits: shown.map(hit),
            next: hasMore ? shown.last.map { SearchCursor(key: $0.key, id: $0.id) } : nil,
            facets: counters.map { $0.result() }, understood: notes)
    }

    func count() -> Int {
        var total = 0
        forEachSegment { _, _, _, matches in total += matches.count }
        return total
    }

    func crossTab(rows: Facet, columns: Facet) -> CrossTab {
        var counter = CrossCounter(rows: rows, columns: columns)
        forEachSegment { _, view, _, matches in counter.add(view.segment, matches.bits) }
        return counter.result()
    }

    // MARK: Segments

    /// What matches in one segment.
    private struct Matches {
        let words: Int
        let bits: UnsafeMutablePointer<UInt64>
        let count: Int
        /// The question alone, without filters.
        let query: UnsafeMutablePointer<UInt64>
        let filters: [UnsafeMutablePointer<UInt64>]

        /// Replaces `bits` by what matches all filters but one; returns how many.
        func without(_ own: Int, into bits: UnsafeMutablePointer<UInt64>) -> Int {
            bits.update(from: query, count: words)
            for (index, filter) in filters.enumerated() where index != own {
                Bits.intersect(bits, with: filter, words: words)
            }
            return Bits.count(bits, words: words)
        }
    }

    /// What one step finds in a segment that no step before it did, filters applied.
    private struct Share {
        let step: Int
        let parts: [SegmentScorer.Part]
        let bits: UnsafeMutablePointer<UInt64>
        let count: Int
    }

    private func forEachSegment(_ body: (Int, SegmentView, [Share], Matches) -> Void) {
        for (number, view) in snapshot.segments.enumerated() {
            let words = view.segment.words
            var taken: [UnsafeMutablePointer<UInt64>] = []
            defer { for buffer in taken { workspace.give(buffer) } }
            func buffer() -> UnsafeMutablePointer<UInt64> {
                let buffer = workspace.take()
                taken.append(buffer)
                return buffer
            }
            let query = buffer()
            query.update(repeating: 0, count: words)
            var found: [(step: Int, parts: [SegmentScorer.Part], bits: UnsafeMutablePointer<UInt64>)] = []
            for step in steps.indices {
                let (parts, bits) = evaluate(step, number, view, buffer)
                guard !parts.isEmpty else { continue }
                // What earlier steps found stays theirs.
                if !found.isEmpty { Bits.subtract(bits, query, words: words) }
                Bits.unite(query, with: bits, words: words)
                found.append((step, parts, bits))
            }
            guard !found.isEmpty else { continue }
            var filterBits = filters.map { filter in
                let bits = buffer()
                Self.assign(filter, view.segment, to: bits)
                return bits
            }
            if let among {
                let bits = buffer()
                Self.assign(among, view.segment, to: bits)
                filterBits.append(bits)
            }
            let shares = found.map { share in
                for filter in filterBits { Bits.intersect(share.bits, with: filter, words: words) }
                let count = Bits.count(share.bits, words: words)
                return Share(step: share.step, parts: share.parts, bits: share.bits, count: count)
            }
            var all = shares[0].bits
            if shares.count > 1 {
                all = buffer()
                all.update(from: query, count: words)
                for filter in filterBits { Bits.intersect(all, with: filter, words: words) }
            }
            let count = shares.reduce(0) { $0 + $1.count }
            body(
                number, view, shares,
                Matches(words: words, bits: all, count: count, query: query, filters: filterBits))
        }
    }

    /// What one step matches in a segment, by language and together.
    private func evaluate(
        _ step: Int, _ number: Int, _ view: SegmentView, _ buffer: () -> UnsafeMutablePointer<UInt64>
    ) -> ([SegmentScorer.Part], UnsafeMutablePointer<UInt64>) {
        let words = view.segment.words
        let all = buffer()
        all.update(repeating: 0, count: words)
        var parts: [SegmentScorer.Part] = []
        let evaluator = SetEvaluator(segment: view.segment, workspace: workspace)
        for part in steps[step].resolved[number].parts where !part.node.isNothing {
            let bits = buffer()
            evaluator.evaluate(part.node, part.index, into: bits)
            if steps[step].plan.mixes { evaluator.restrict(bits, to: part) }
            view.keepLive(bits)
            Bits.unite(all, with: bits, words: words)
            parts.append(SegmentScorer.Part(language: part.index ?? -1, bits: bits, sources: []))
        }
        return (parts, all)
    }

    private static func assign(
        _ filter: (facet: Facet, values: Set<String>), _ segment: Segment, to bits: UnsafeMutablePointer<UInt64>
    ) {
        bits.update(repeating: 0, count: segment.words)
        guard let column = segment.column(filter.facet) else { return }
        for value in filter.values {
            if let number = column.value(value) { column.records.formUnion(number, into: bits) }
        }
    }

    private static func assign(_ ids: [Int64], _ segment: Segment, to bits: UnsafeMutablePointer<UInt64>) {
        bits.update(repeating: 0, count: segment.words)
        guard let range = segment.idRange else { return }
        for id in ids where range.contains(id) {
            for ordinal in segment.ordinals(of: id) { bits[ordinal >> 6] |= 1 << UInt64(ordinal & 63) }
        }
    }

    // MARK: Ranking

    private func rank(
        _ number: Int, _ view: SegmentView, _ share: Share, _ weights: TermWeights?, _ top: inout TopRanks
    ) {
        let segment = view.segment
        let scorer = SegmentScorer(
            segment: segment, number: number, continuesIds: snapshot.continuesIds[number], step: share.step)
        switch sort {
        case .date: scorer.rank(by: { TopRanks.key(date: segment.dates[$0]) }, share.parts, share.bits, into: &top)
        case .document: scorer.rank(by: { segment.places[$0] }, share.parts, share.bits, into: &top)
        case .relevance:
            guard let weights else {
                // A step without words: its newest first, after those of the steps before.
                let base = UInt64(share.step) << 32
                let key = { (ordinal: Int) in base | TopRanks.key(date: segment.dates[ordinal]) }
                return scorer.rank(by: key, share.parts, share.bits, into: &top)
            }
            var scored = share.parts
            var borrowed: [UnsafeMutablePointer<UInt64>] = []
            defer { for buffer in borrowed { workspace.give(buffer) } }
            for index in scored.indices where scored[index].language >= 0 {
                scored[index].sources = sources(
                    steps[share.step], number, segment, scored[index].language, weights, &borrowed)
            }
            scorer.rank(&scored, share.bits, into: &top)
        }
    }

    private func sources(
        _ step: Step, _ number: Int, _ segment: Segment, _ language: Int, _ weights: TermWeights,
        _ borrowed: inout [UnsafeMutablePointer<UInt64>]
    ) -> [ScoreSource] {
        guard let part = step.resolved[number].parts.first(where: { $0.index == language }),
            let languagePlan = part.plan,
            let place = step.plan.languages.firstIndex(where: { $0.language == languagePlan.language })
        else { return [] }
        let index = segment.languages[language]
        var sources = languagePlan.scored.compactMap { scored in
            part.terms[scored.term].map {
                ScoreSource(
                    index, $0, weight: weights.terms[place][scored.term] * Ranking.impactScale * scored.times)
            }
        }
        for prefix in languagePlan.scoredPrefixes where !part.expansions[prefix].isEmpty {
            let bits = workspace.take()
            borrowed.append(bits)
            bits.update(repeating: 0, count: segment.words)
            for term in part.expansions[prefix] { index.postings.formUnion(term, into: bits) }
            sources.append(ScoreSource(bits, score: weights.prefixes[place][prefix]))
        }
        return sources
    }

    private func hit(_ entry: TopRanks.Entry) -> SearchHit {
        let languages = snapshot.segments[entry.segment].segment.languages
        let holding = languages.indices.filter {
            languages[$0].presence[entry.ordinal >> 6] >> UInt64(entry.ordinal & 63) & 1 == 1
        }
        let reader = holding.first { languages[$0].language == request.language.rawValue }
        let shown = entry.language >= 0 ? entry.language : reader ?? holding.first
        return SearchHit(
            id: entry.id, score: entry.score, language: shown.map { languages[$0].language } ?? "", step: entry.step)
    }
}
