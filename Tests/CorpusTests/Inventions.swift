import Corpus
import Domain

/// A generator whose numbers are the same every time.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// Invented records over a small vocabulary, so that questions have answers.
struct Inventions {
    static let words: [String: [String]] = [
        "en": [
            "protect", "protects", "school", "schools", "water", "the", "of", "rights", "women", "children", "ratify",
            "ratified", "prison", "teacher", "teaching", "land",
        ],
        "fr": [
            "école", "écoles", "eau", "droits", "droit", "femme", "femmes", "prison", "terre", "ratifier", "la", "des",
        ],
        "ru": ["школа", "школы", "права", "право", "вода", "женщины", "дети", "тюрьма", "в", "и"],
    ]
    static let states = ["XAA", "XAB", "XAC", "XAD"]
    static let themes = ["education", "water", "prisons", "land", "family"]

    var generator: Seeded
    private var lastDates: [Int32] = [0, 20_120_101, 20_150_630, 20_201_231, 20_190_000]

    init(seed: UInt64) { generator = Seeded(state: seed) }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &generator)]
    }

    mutating func text(_ language: String) -> String {
        let words = Self.words[language] ?? []
        return (0..<Int.random(in: 0...14, using: &generator)).map { _ in pick(words) }.joined(
            separator: pick([" ", ", ", "  "]))
    }

    mutating func record(_ id: Int64) -> CorpusRecord {
        let languages = ["en", "fr", "ru"].filter { _ in Bool.random(using: &generator) }
        var facets: [(facet: Facet, value: String)] = [(.state, pick(Self.states))]
        for _ in 0..<Int.random(in: 0...3, using: &generator) { facets.append((.theme, pick(Self.themes))) }
        if Bool.random(using: &generator) { facets.append((.position, pick(["supported", "noted"]))) }
        facets.append((.year, pick(["2012", "2015", "2020"])))
        return CorpusRecord(
            id: id, texts: languages.map { ($0, text($0)) }, facets: facets, date: pick(lastDates),
            place: UInt64.random(in: 0..<50, using: &generator))
    }

    mutating func node(depth: Int = 0) -> QueryNode {
        let words = Self.words[pick(["en", "fr", "ru"])] ?? []
        switch Int.random(in: 0..<(depth > 2 ? 6 : 10), using: &generator) {
        case 0...2: return .word(pick(words))
        case 3: return .phrase(pick(words) + " " + pick(words))
        case 4: return .facet(.state, pick(Self.states))
        case 5: return .prefix(String(pick(["pro", "sch", "éc", "шко", "te", "zz"])).replacing("é", with: "e"))
        case 6: return .not(node(depth: depth + 1))
        case 7: return .any((0..<Int.random(in: 2...3, using: &generator)).map { _ in node(depth: depth + 1) })
        default: return .all((0..<Int.random(in: 2...3, using: &generator)).map { _ in node(depth: depth + 1) })
        }
    }
}
