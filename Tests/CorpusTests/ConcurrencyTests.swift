import Corpus
import Domain
import Testing

@Suite("Readers and the writer") struct ConcurrencyTests {
    @Test("Eight readers see whole changes only, while one writer goes on")
    func readersWhileWriting() async {
        let corpus = Corpus()
        // Each change holds ten records of one batch: a snapshot has all ten or none.
        func batch(_ number: Int) -> [CorpusChange] {
            (0..<10).map { place in
                CorpusChange.put(
                    CorpusRecord(
                        id: Int64(place + 1), texts: [("en", "batch number\(number)")],
                        facets: [(.session, "\(number)"), (.state, "XAA")]))
            }
        }
        corpus.apply(batch(0), position: 0)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 1...150 { corpus.apply(batch(number), position: Int64(number)) }
            }
            for _ in 0..<8 {
                group.addTask {
                    var last: Int64 = 0
                    for _ in 0..<100 {
                        let snapshot = corpus.snapshot
                        #expect(snapshot.position >= last)
                        last = snapshot.position
                        let query = QueryParser.parse("batch number\(snapshot.position)")
                        let answer = snapshot.search(query, SearchRequest(limit: 20, facets: [.session]))
                        #expect(answer.total == 10)
                        #expect(answer.facets[0].values == [.init(value: "\(snapshot.position)", count: 10)])
                        #expect(snapshot.count == 10)
                    }
                }
            }
        }
        corpus.waitForMerges()
        #expect(corpus.snapshot.count == 10)
    }
}
