import Domain
import Testing

/// A generator whose numbers are the same every time.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

@Suite("Query parser") struct QueryParserTests {
    @Test(
        "The query language reads as documented",
        arguments: [
            ("women rights", QueryNode.all([.word("women"), .word("rights")])),
            ("\"right to water\"", .phrase("right to water")),
            ("“right to water”", .phrase("right to water")),
            ("a1 OR b1 c1", .any([.word("a1"), .all([.word("b1"), .word("c1")])])),
            ("(a1 OR b1) c1", .all([.any([.word("a1"), .word("b1")]), .word("c1")])),
            ("water -sanitation", .all([.word("water"), .not(.word("sanitation"))])),
            ("-(a1 b1)", .not(.all([.word("a1"), .word("b1")]))),
            ("--a1", .word("a1")),
            ("educat*", .prefix("educat")),
            ("state:PER", .facet(.state, "PER")),
            ("STATE:per", .facet(.state, "per")),
            ("state:\"~Hong Kong, China\"", .facet(.state, "~Hong Kong, China")),
            ("-position:noted", .not(.facet(.position, "noted"))),
            ("target:16.3", .facet(.target, "16.3")),
            ("or", .word("or")),
            ("follow-up", .word("follow-up")),
            ("A/HRC/43/15", .word("A/HRC/43/15")),
            ("women’s", .word("women’s")),
            ("妇女权利", .word("妇女权利")),
        ])
    func reads(_ text: String, _ tree: QueryNode) {
        let query = QueryParser.parse(text)
        #expect(query.root == tree)
        #expect(query.notes.allSatisfy { $0 == .onlyExclusions })
    }

    @Test(
        "What is no syntax is searched, and a note says so",
        arguments: [
            ("\"right to", QueryNode.all([.word("right"), .word("to")]), QueryNote.unbalanced("\"")),
            ("(water", .word("water"), .unbalanced("(")),
            ("water)", .word("water"), .unbalanced(")")),
            ("OR water", .word("water"), .dangling("OR")),
            ("water OR", .word("water"), .dangling("OR")),
            ("water - air", .all([.word("water"), .word("air")]), .dangling("-")),
            ("colour:blue", .word("colour:blue"), .unknownFacet("colour")),
            ("colour:\"sky blue\"", .all([.word("colour"), .phrase("sky blue")]), .unknownFacet("colour")),
            ("-torture", .not(.word("torture")), .onlyExclusions),
        ])
    func forgives(_ text: String, _ tree: QueryNode, _ note: QueryNote) {
        let query = QueryParser.parse(text)
        #expect(query.root == tree)
        #expect(query.notes.contains(note))
    }

    @Test("Nothing asked for is everything", arguments: ["", "   ", "\"\"", "()", "* ?", "!!", "-", "\u{0}"])
    func everything(_ text: String) {
        #expect(QueryParser.parse(text).root == nil)
    }

    @Test("Every facet has its name")
    func facets() {
        for facet in Facet.allCases {
            #expect(QueryParser.parse("\(facet.rawValue):x1").root == .facet(facet, "x1"))
        }
    }

    @Test("Limits hold and are told")
    func limits() {
        let many = QueryParser.parse((0..<200).map { "w\($0)" }.joined(separator: " "))
        guard case .all(let words) = many.root else {
            Issue.record("expected words")
            return
        }
        #expect(words.count == QueryParser.termsMax)
        #expect(many.notes.contains(.limited("terms")))
        #expect(QueryParser.parse(String(repeating: "(", count: 500) + "a1").notes.contains(.limited("nesting")))
        #expect(QueryParser.parse(String(repeating: "é", count: 1_001)).notes.contains(.limited("characters")))
    }

    @Test("The canonical form means the same")
    func canonical() {
        for text in [
            "a1 OR b1 c1", "(a1 OR b1) -c1", "\"x1 y1\" state:PER", "-(a1 OR \"b1 c1\")", "pre* theme:\"a b\"",
            "-(a1 b1) c1", "((a1 b1) OR c1) d1",
        ] {
            let query = QueryParser.parse(text)
            #expect(QueryParser.parse(query.canonical).root == query.root, "\(text) → \(query.canonical)")
        }
    }

    @Test("Hostile questions are read without harm and within the limits", arguments: 1...6)
    func hostile(_ seed: UInt64) {
        var generator = Seeded(state: seed)
        let parts = [
            "(", ")", "\"", "-", "OR", "*", ":", "state:", "a", "é", "妇", " ", "“", "\u{0}", "\u{202E}", "AND", "👩‍👧",
            "\\", "--", "”", "«", "*?", "OR OR", "state:\"", "-(", "\u{301}", "\u{FEFF}", "\t", "\r\n", "year:2012",
            "ab",
        ]
        for _ in 0..<300 {
            let length = Int.random(in: 0..<150, using: &generator)
            Self.check((0..<length).map { _ in parts.randomElement(using: &generator) ?? "" }.joined())
        }
    }

    @Test("Any characters at all are read without harm", arguments: 1...6)
    func anyCharacters(_ seed: UInt64) {
        var generator = Seeded(state: seed)
        for _ in 0..<150 {
            let length = Int.random(in: 0..<200, using: &generator)
            var text = String.UnicodeScalarView()
            for _ in 0..<length {
                // Half ASCII, half anywhere; surrogates are no characters.
                let highest: UInt32 = Bool.random(using: &generator) ? 0x7F : 0x10FFFF
                if let scalar = Unicode.Scalar(UInt32.random(in: 0...highest, using: &generator)) {
                    text.append(scalar)
                }
            }
            Self.check(String(text))
            // Bytes that are no UTF-8.
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            Self.check(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func check(_ text: String) {
        let query = QueryParser.parse(text)
        guard let root = query.root else { return }
        #expect(size(root) <= QueryParser.termsMax && depth(root) <= 2 * (QueryParser.nestingMax + 2))
        // What pages put into links is read without harm too.
        _ = QueryParser.parse(query.canonical)
    }

    /// Words, phrases and values in a tree.
    private static func size(_ node: QueryNode) -> Int {
        switch node {
        case .all(let nodes), .any(let nodes): nodes.reduce(0) { $0 + size($1) }
        case .not(let child): size(child)
        default: 1
        }
    }

    private static func depth(_ node: QueryNode) -> Int {
        switch node {
        case .all(let nodes), .any(let nodes): 1 + (nodes.map(depth).max() ?? 0)
        case .not(let child): 1 + depth(child)
        default: 0
        }
    }
}
