import Corpus
import Domain
import Language
import Testing

@Suite("Searching") struct SearchTests {
    private static func corpus(_ texts: [(language: String, text: String)]) -> CorpusSnapshot {
        let corpus = Corpus()
        corpus.apply(
            texts.enumerated().map {
                .put(CorpusRecord(id: Int64($0 + 1), texts: [$1], facets: [(.state, "XA" + ["A", "B"][$0 % 2])]))
            },
            position: 1)
        return corpus.snapshot
    }

    private static func ids(_ snapshot: CorpusSnapshot, _ query: String) -> [Int64] {
        snapshot.search(QueryParser.parse(query), SearchRequest(query: query, limit: 200)).hits.map(\.id).sorted()
    }

    @Test("Six languages are found by the forms of their words")
    func languages() {
        let snapshot = Self.corpus([
            ("en", "Aldora should ratify the conventions"), ("fr", "Garantir l’égalité des écoles"),
            ("es", "Mejorar las escuelas rurales"), ("ru", "Улучшить школы в сельских районах"),
            ("ar", "تحسين المدارس في الريف"), ("zh", "改善农村学校的教育"),
        ])
        #expect(Self.ids(snapshot, "convention ratified") == [1])
        #expect(Self.ids(snapshot, "école egalite") == [] || Self.ids(snapshot, "école égalité") == [2])
        #expect(Self.ids(snapshot, "l’école") == [2])
        #expect(Self.ids(snapshot, "escuela rural") == [3])
        #expect(Self.ids(snapshot, "школа") == [4])
        #expect(Self.ids(snapshot, "مدارس") == [5])
        #expect(Self.ids(snapshot, "学校") == [6])
        #expect(Self.ids(snapshot, "校") == [6])
        #expect(Self.ids(snapshot, "农村教育") == [6])
        #expect(Self.ids(snapshot, "\"农村教育\"") == [])
        #expect(Self.ids(snapshot, "\"农村学校\"") == [6])
    }

    @Test("Possessives match with and without; phrases keep every word")
    func possessives() {
        let snapshot = Self.corpus([
            ("en", "Protect women’s rights"), ("en", "Protect women and rights"), ("en", "the right to the sea"),
            ("en", "the right to sea"),
        ])
        #expect(Self.ids(snapshot, "women's rights") == [1, 2])
        #expect(Self.ids(snapshot, "\"women's rights\"") == [1])
        #expect(Self.ids(snapshot, "\"right to the sea\"") == [3])
    }

    @Test("A removed record is gone, a replaced one has its new words only")
    func changes() {
        let corpus = Corpus()
        corpus.apply(
            [.put(CorpusRecord(id: 1, texts: [("en", "old bridge")])), .put(CorpusRecord(id: 2, texts: []))],
            position: 1)
        let before = corpus.snapshot
        corpus.apply([.put(CorpusRecord(id: 1, texts: [("en", "new road")])), .remove(2), .remove(3)], position: 2)
        #expect(Self.ids(corpus.snapshot, "bridge").isEmpty)
        #expect(Self.ids(corpus.snapshot, "road") == [1])
        #expect(corpus.snapshot.count == 1 && !corpus.snapshot.contains(2))
        #expect(Self.ids(before, "bridge") == [1] && before.count == 2)
    }

    @Test("An empty Corpus answers everything with nothing")
    func empty() {
        let answer = Corpus().snapshot.search(
            QueryParser.parse("a OR -b* state:XAA"), SearchRequest(filters: [.theme: ["x"]], facets: Facet.allCases))
        #expect(answer.total == 0 && answer.hits.isEmpty && answer.next == nil)
        #expect(answer.facets.map(\.facet) == Facet.allCases)
    }

    @Test("Plain text is asked word by word, none required, stop words passed over")
    func plainText() {
        let snapshot = Self.corpus([("en", "how the schools of Belmar teach"), ("en", "how and why"), ("en", "roads")])
        let hits = snapshot.search(.plain("How do schools -teach (in Corvia)?"), SearchRequest()).hits
        #expect(hits.map(\.id) == [1])
    }

    @Test("Very long texts and very many values do no harm")
    func extremes() {
        let corpus = Corpus()
        let long = (0..<70_000).map { "word\($0)" }.joined(separator: " ")
        let facets = (0..<3_000).map { (facet: Facet.theme, value: "theme\($0)") }
        corpus.apply([.put(CorpusRecord(id: 1, texts: [("en", long), ("en", "tail")], facets: facets))], position: 1)
        #expect(Self.ids(corpus.snapshot, "\"word5 word6\"") == [1])
        #expect(Self.ids(corpus.snapshot, "word69999").isEmpty)
        #expect(corpus.snapshot.values(of: .theme).values.count == 1_024)
    }

    @Test("Hostile questions are answered")
    func hostile() {
        let snapshot = Self.corpus([("en", "Protect schools"), ("zh", "保护学校"), ("fr", "l’école")])
        var generator = Seeded(state: 9)
        let parts = [
            "(", ")", "\"", "-", "OR", "*", ":", "state:XAA", "a*", "school", "é", "学", " ", "“", "\u{0}", "\u{FEFF}",
            "’s", "½",
        ]
        for _ in 0..<800 {
            let text = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &generator)]
            }
            let query = text.joined()
            let answer = snapshot.search(QueryParser.parse(query), SearchRequest(query: query))
            #expect(answer.total <= 3)
        }
    }

    @Test("Words that the question found are marked, in every language")
    func highlighting() {
        let cases: [(String, String, String, [String])] = [
            (
                "en", "ratified \"human rights\"", "To ratify is to keep human rights, rights of humans.",
                ["ratify", "human rights"]
            ),
            ("fr", "école", "Les écoles et l’École", ["écoles", "École"]),
            ("es", "escuela", "Las escuelas", ["escuelas"]),
            ("ru", "школа", "Все школы открыты", ["школы"]), ("ar", "مدرسة", "بناء المدرسة", ["المدرسة"]),
            ("zh", "学校", "农村学校", ["学校"]), ("zh", "\"农村学校\"", "在农村学校里", ["农村学校"]),
            ("en", "edu* -school", "Education, school", ["Education"]),
        ]
        for (language, query, text, expected) in cases {
            let highlighter = Highlighter(QueryParser.parse(query), language: language)
            let pieces = highlighter.marked(text)
            #expect(pieces.filter { $0.isHit }.map { $0.text } == expected, "\(query)")
            #expect(pieces.map { $0.text }.joined() == text)
        }
    }
}
