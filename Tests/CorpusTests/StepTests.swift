import Domain
import Testing

@testable import Corpus

@Suite("Questions in steps") struct StepTests {
    private static func corpus(_ inventions: inout Inventions, _ count: Int) -> Corpus {
        let corpus = Corpus()
        for batch in 0..<3 {
            let changes = (0..<count / 3).map { CorpusChange.put(inventions.record(Int64(batch * count + $0 + 1))) }
            corpus.apply(changes, position: Int64(batch + 1))
        }
        corpus.apply([.remove(2), .remove(Int64(count + 1))], position: 9)
        return corpus
    }

    private static func all(
        _ snapshot: CorpusSnapshot, _ steps: [ParsedQuery], _ base: SearchRequest
    ) -> [SearchHit] {
        var request = base
        var hits: [SearchHit] = []
        repeat {
            let answer = snapshot.search(steps, request)
            hits += answer.hits
            request.after = answer.next
        } while request.after != nil
        return hits
    }

    @Test("A later step adds its records at the end and changes nothing before", arguments: 1...6)
    func adds(seed: UInt64) {
        var inventions = Inventions(seed: seed)
        let snapshot = Self.corpus(&inventions, 300).snapshot
        for _ in 0..<15 {
            let steps = (0..<3).map { _ in ParsedQuery(root: inventions.node()) }
            var request = SearchRequest(limit: 7, facets: [.state, .theme])
            if inventions.pick([true, false]) { request.filters = [.state: [inventions.pick(Inventions.states)]] }
            let first = Self.all(snapshot, [steps[0]], request)
            let found = Self.all(snapshot, steps, request)
            if snapshot.search(steps[0], request).hits.contains(where: { $0.score > 0 }) {
                #expect(found.prefix(first.count).map(\.id) == first.map(\.id))
                #expect(found.map(\.step) == found.map(\.step).sorted())
            }
            var union: Set<Int64> = []
            var added: [Int] = []
            for step in steps {
                let ids = Set(Self.all(snapshot, [step], request).map(\.id))
                added.append(ids.subtracting(union).count)
                union.formUnion(ids)
            }
            let answer = snapshot.search(steps, request)
            #expect(Set(found.map(\.id)) == union && found.count == union.count && answer.total == union.count)
            #expect(answer.found == added && snapshot.count(steps, filters: request.filters) == union.count)
            let together = ParsedQuery(root: .any(steps.compactMap(\.root)))
            let cross = snapshot.crossTab(rows: .state, columns: .theme, filters: request.filters, steps: steps)
            let states = answer.facets[0].values.filter { request.filters[.state]?.contains($0.value) ?? true }
            #expect(states.reduce(0) { $0 + $1.count } == union.count)
            _ = snapshot.search(together, request)
            #expect(cross.counts.values.allSatisfy { $0 > 0 })
        }
    }

    @Test("Words for one language are looked for in its texts alone")
    func within() {
        let corpus = Corpus()
        corpus.apply(
            [
                .put(CorpusRecord(id: 1, texts: [("en", "An odd arrangement")])),
                .put(CorpusRecord(id: 2, texts: [("fr", "Atteindre les ODD")])),
            ], position: 1)
        let query = ParsedQuery(root: .within("fr", .word("ODD")))
        #expect(corpus.snapshot.search(query, SearchRequest()).hits.map(\.id) == [2])
        let not = ParsedQuery(root: .not(.within("fr", .word("odd"))))
        #expect(corpus.snapshot.search(not, SearchRequest()).hits.map(\.id) == [1])
    }

    @Test("A symbol and a paragraph are facets, found in small letters too")
    func places() {
        let corpus = Corpus()
        corpus.apply(
            [
                .put(
                    CorpusRecord(
                        id: 1, texts: [("en", "Build wells")],
                        facets: [(.symbol, "DEMO/HRC/43/15"), (.paragraph, "122.34")])),
                .put(CorpusRecord(id: 2, texts: [("en", "Dig wells")], facets: [(.paragraph, "122.3")])),
            ], position: 1)
        let query = QueryParser.parse("symbol:demo/hrc/43/15 paragraph:122.34")
        #expect(corpus.snapshot.search(query, SearchRequest()).hits.map(\.id) == [1])
    }
}
