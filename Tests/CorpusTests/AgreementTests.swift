import Corpus
import Domain
import Testing

/// The Corpus against the naive one, on random records and questions.
@Suite("Agreement with a naive corpus") struct AgreementTests {
    private static func all(_ snapshot: CorpusSnapshot, _ query: ParsedQuery, _ base: SearchRequest) -> [SearchHit] {
        var request = base
        var hits: [SearchHit] = []
        repeat {
            let answer = snapshot.search(query, request)
            hits += answer.hits
            request.after = answer.next
        } while request.after != nil
        return hits
    }

    private static func check(
        _ snapshot: CorpusSnapshot, _ naive: NaiveCorpus, _ inventions: inout Inventions, questions: Int, limit: Int = 7
    ) {
        for _ in 0..<questions {
            let query = ParsedQuery(root: inventions.pick([0, 1, 2, 3]) == 0 ? nil : inventions.node())
            var filters: [Facet: Set<String>] = [:]
            if inventions.pick([true, false]) { filters[.state] = [inventions.pick(Inventions.states), "XAA"] }
            if inventions.pick([true, false, false]) { filters[.theme] = [inventions.pick(Inventions.themes)] }
            let expected = naive.ids(query, filters)
            let request = SearchRequest(filters: filters, limit: limit, facets: [.state, .theme, .position])
            let answer = snapshot.search(query, request)
            #expect(answer.total == expected.count, "\(query.canonical) \(filters)")
            for sort in SortOrder.allCases {
                var paged = request
                paged.sort = sort
                let hits = all(snapshot, query, paged)
                #expect(hits.count == expected.count && Set(hits.map(\.id)) == expected, "\(query.canonical) \(sort)")
                let sorted = order(hits, sort, naive)
                #expect(hits.map(\.id) == sorted, "\(query.canonical) \(sort)")
            }
            for counts in answer.facets {
                var others = filters
                others[counts.facet] = nil
                let expected = naive.counts(naive.ids(query, others), counts.facet)
                let found = Dictionary(uniqueKeysWithValues: counts.values.map { ($0.value, $0.count) })
                #expect(found == expected, "\(query.canonical) \(filters) \(counts.facet)")
                let ranked = counts.values.sorted { ($0.count, $1.value) > ($1.count, $0.value) }
                #expect(counts.values == ranked)
            }
            let cross = snapshot.crossTab(rows: .state, columns: .theme, filters: filters, query: query)
            for state in Inventions.states {
                let ofState = expected.filter {
                    naive.records[$0].map { naive.values($0, .state).contains(state) } ?? false
                }
                for (theme, count) in naive.counts(ofState, .theme) { #expect(cross.count(state, theme) == count) }
                let placed = ofState.filter { naive.records[$0].map { !naive.values($0, .theme).isEmpty } ?? false }
                #expect(cross.rowMembers[state, default: 0] == placed.count)
            }
            let placed = expected.filter {
                naive.records[$0].map { !naive.values($0, .theme).isEmpty && !naive.values($0, .state).isEmpty }
                    ?? false
            }
            #expect(cross.members == placed.count && cross.columnMembers == naive.counts(placed, .theme))
            #expect(snapshot.count(filters) == naive.ids(ParsedQuery(root: nil), filters).count)
        }
    }

    private static func order(_ hits: [SearchHit], _ sort: SortOrder, _ naive: NaiveCorpus) -> [Int64] {
        func key(_ hit: SearchHit) -> Double {
            guard let record = naive.records[hit.id] else { return 0 }
            switch sort {
            case .document: return Double(record.place)
            case .date: return -Double(record.date)
            case .relevance: return hits.contains { $0.score > 0 } ? -Double(hit.score) : -Double(record.date)
            }
        }
        return hits.sorted { (key($0), $0.id) < (key($1), $1.id) }.map(\.id)
    }

    @Test("Random questions over a large segment have the same answers", arguments: [1, 2])
    func largeSegment(_ seed: UInt64) {
        var inventions = Inventions(seed: seed)
        let corpus = Corpus()
        var naive = NaiveCorpus()
        let changes = (1...1_100).map { CorpusChange.put(inventions.record(Int64($0))) }
        corpus.apply(changes, position: 1)
        naive.apply(changes)
        Self.check(corpus.snapshot, naive, &inventions, questions: 10, limit: 100)
    }

    @Test("Changes in any order leave the same answers: puts, replacements, removals, merges", arguments: [3, 4, 5])
    func changes(_ seed: UInt64) {
        var inventions = Inventions(seed: seed)
        let corpus = Corpus()
        var naive = NaiveCorpus()
        for round in 1...40 {
            let changes = (0..<Int.random(in: 1...30, using: &inventions.generator)).map { _ -> CorpusChange in
                let id = Int64.random(in: 1...200, using: &inventions.generator)
                return inventions.pick([0, 1, 2]) == 0 ? .remove(id) : .put(inventions.record(id))
            }
            corpus.apply(changes, position: Int64(round))
            naive.apply(changes)
            #expect(corpus.snapshot.count == naive.records.count)
            if round % 10 == 0 { Self.check(corpus.snapshot, naive, &inventions, questions: 8) }
        }
        corpus.waitForMerges()
        #expect(corpus.position == 40)
        #expect(corpus.snapshot.segmentCount < 20)
        Self.check(corpus.snapshot, naive, &inventions, questions: 8, limit: 100)
    }

    @Test("The background builder ends where direct changes end")
    func builder() {
        var inventions = Inventions(seed: 6)
        let corpus = Corpus()
        var naive = NaiveCorpus()
        corpus.apply([.put(inventions.record(5)), .put(inventions.record(9_999))], position: 1)
        naive.apply([.put(inventions.record(9_999))])
        let builder = CorpusBuilder(corpus)
        for batch in 0..<10 {
            var changes = (0..<50).map { CorpusChange.put(inventions.record(Int64(batch * 40 + $0))) }
            changes.append(.remove(Int64(batch * 40 + 3)))
            if batch == 9 { changes.append(.remove(9_999)) }
            builder.add(changes, position: Int64(batch + 2))
            naive.apply(changes)
        }
        builder.finish()
        #expect(corpus.position == 11)
        Self.check(corpus.snapshot, naive, &inventions, questions: 8, limit: 100)
    }

    @Test("A saved Corpus answers as before, and goes on changing")
    func savedAndOpened() throws {
        var inventions = Inventions(seed: 7)
        let corpus = Corpus()
        var naive = NaiveCorpus()
        for round in 0..<3 {
            let changes =
                (1...300).map { CorpusChange.put(inventions.record(Int64($0 + round * 200))) } + [.remove(250)]
            corpus.apply(changes, position: Int64(round))
            naive.apply(changes)
        }
        let folder = try TemporaryFolder()
        let stamp = CorpusStamp(store: "s", generation: 2)
        try corpus.save(to: folder.path("corpus"), stamp: stamp)
        let opened = try Corpus.open(folder.path("corpus"), stamp: stamp)
        #expect(opened.position == 2)
        Self.check(opened.snapshot, naive, &inventions, questions: 8, limit: 100)
        let more = (100...700).map { CorpusChange.put(inventions.record(Int64($0))) }
        opened.apply(more, position: 3)
        naive.apply(more)
        try opened.save(to: folder.path("corpus"), stamp: stamp)
        Self.check(opened.snapshot, naive, &inventions, questions: 5, limit: 100)
        Self.check(
            try Corpus.open(folder.path("corpus"), stamp: stamp).snapshot, naive, &inventions, questions: 5, limit: 100)
    }
}
