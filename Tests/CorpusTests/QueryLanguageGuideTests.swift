import Corpus
import Domain
import Foundation
import Testing

@Suite("The guide to the query language") struct QueryLanguageGuideTests {
    private static let guide: String = {
        let root = (0..<3).reduce(URL(filePath: #filePath)) { path, _ in path.deletingLastPathComponent() }
        return (try? String(contentsOf: root.appending(path: "docs/guide/query-language.md"), encoding: .utf8)) ?? ""
    }()

    /// Question and ids of each row of the last table.
    private static var examples: [(question: String, ids: [Int64])] {
        let table = guide.components(separatedBy: "| question | finds |").last ?? ""
        return table.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
            let ticks = line.components(separatedBy: "`")
            let rest = ticks.count > 2 ? ticks[2] : String(line)
            return (ticks.count > 2 ? ticks[1] : "", rest.split { !$0.isNumber }.compactMap { Int64($0) })
        }
    }

    private static func record(
        _ id: Int64, _ language: String, _ text: String, _ state: String, _ position: String?
    ) -> CorpusChange {
        var facets: [(facet: Facet, value: String)] = [(.state, state)]
        if let position { facets.append((.position, position)) }
        return .put(CorpusRecord(id: id, texts: [(language, text)], facets: facets))
    }

    @Test("Every example finds what the guide says")
    func examples() {
        let corpus = Corpus()
        corpus.apply(
            [
                Self.record(1, "en", "Ratify the convention on water.", "XAA", "supported"),
                Self.record(2, "en", "Protect women’s rights to safe water and sanitation.", "XAB", "noted"),
                Self.record(3, "en", "Build schools and train teachers.", "XAA", "supported"),
                Self.record(
                    4, "en", "The right to water and education, with follow-up by the school inspectors.", "XAB", nil),
                Self.record(5, "fr", "Bâtir des écoles ; garantir l’eau.", "XAA", "supported"),
                Self.record(6, "zh", "保障妇女的权利。", "XAB", "noted"),
            ], position: 1)
        let snapshot = corpus.snapshot
        #expect(Self.examples.count > 30)
        for example in Self.examples {
            let hits = snapshot.search(QueryParser.parse(example.question), SearchRequest(query: example.question)).hits
            #expect(hits.map(\.id).sorted() == example.ids, "\(example.question)")
        }
    }
}
