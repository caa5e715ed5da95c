import FoundationEssentials
import FoundationInternationalization
import Locales
import Testing

@Suite("Catalogues")
struct CatalogueTests {
    static let folder: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/") + "/Resources/locales"
    }()

    private let locales: Locales

    init() throws { locales = try Locales.load(from: Self.folder) }

    @Test("Six languages are there, in the house's order")
    func languages() {
        #expect(locales.all.map(\.tag).prefix(6) == ["en", "fr", "es", "ru", "ar", "zh"])
        #expect(locales["ar"]?.direction == .rightToLeft)
        #expect(locales["fr"]?.direction == .leftToRight)
    }

    @Test("Every catalogue has the same keys and arguments, no empty value, and its language's plural forms")
    func problems() {
        #expect(locales.problems() == [])
    }

    @Test("Every language counts in its own forms")
    func plurals() {
        #expect(locales["en"]?.text("search.total", ["count": 1]) == "1 recommendation")
        #expect(locales["en"]?.text("search.total", ["count": 1_284]) == "1,284 recommendations")
        #expect(locales["ru"]?.text("search.total", ["count": 22]) == "22 рекомендации")
        #expect(locales["ru"]?.text("search.total", ["count": 11]) == "11 рекомендаций")
        #expect(locales["ar"]?.text("search.total", ["count": 2]) == "توصيتان")
        #expect(locales["zh"]?.text("search.total", ["count": 5]) == "5 条建议")
    }

    @Test(
        "Numbers are grouped as ICU groups them",
        arguments: ["en-GB", "fr", "es", "ru", "ar-u-nu-latn", "zh-Hans", "hi", "fa"])
    func numbers(identifier: String) {
        let form = NumberForm(locale: identifier)
        let locale = Locale(identifier: identifier)
        for number in [0, 7, 12, 999, 1_000, 9_999, 10_000, 123_456, 1_234_567, 9_876_543_210, -5, -12_345] {
            #expect(form.text(number) == number.formatted(.number.locale(locale)))
        }
    }

    @Test("Dates are written out as exactly as they are known")
    func dates() throws {
        let english = try #require(locales["en"])
        #expect(english.date(year: 2020, month: 1, day: 30) == "30 January 2020")
        #expect(english.date(year: 2020, month: 1) == "January 2020")
        #expect(english.date(year: 2020) == "2020")
        #expect(locales["fr"]?.date(year: 2020, month: 1, day: 30) == "30 janvier 2020")
        #expect(locales["zh"]?.date(year: 2020, month: 1, day: 30) == "2020年1月30日")
    }

    @Test("A share that is not nothing is not written as nothing, and one that is not all not as all")
    func shares() {
        #expect(locales.english.percent(1, of: 1_000) == "<1%")
        #expect(locales.english.percent(999, of: 1_000) == ">99%")
        #expect(locales.english.percent(0, of: 1_000) == "0%")
        #expect(locales.english.percent(5, of: 5) == "100%")
        #expect(locales.english.percent(0, of: 0) == "–")
    }

    @Test(
        "The language asked for wins, then the reader's own by weight, then English",
        arguments: [
            ("fr", "es", "fr"), (nil, "es;q=0.3, ru;q=0.9", "ru"), (nil, "zh-Hant-TW, en;q=0.5", "zh"),
            (nil, "de, ar;q=0.1", "ar"),
            ("xx", nil, "en"), (nil, "*", "en"), (nil, "fr;q=0", "en"), (nil, ";;;,,q=", "en"),
        ] as [(String?, String?, String)])
    func negotiation(asked: String?, accept: String?, tag: String) {
        #expect(locales.negotiate(asked: asked, accept: accept).tag == tag)
    }

    @Test("A seventh language is one more file; what it misses is shown in English")
    func seventhLanguage() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/catalogues-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: Self.folder, toPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = """
            {"language": {"tag": "tet", "name": "Tetun", "direction": "ltr", "locale": "pt", "plurals": {}},
             "messages": {"nav.search": "Buka"}}
            """
        try Data(file.utf8).write(to: URL(filePath: folder + "/tet.json"))
        let locales = try Locales.load(from: folder)
        #expect(locales.all.last?.tag == "tet")
        #expect(locales["tet"]?.text("nav.search") == "Buka")
        #expect(locales["tet"]?.text("nav.states") == "States")
        #expect(locales.problems().contains(.missing(language: "tet", key: "nav.states")))
    }

    @Test("A message in pieces leaves places for what was not given")
    func pieces() {
        let pieces = locales.english.pieces("error.field", ["field": "q"])
        #expect(pieces.contains(.slot("allowed")))
        #expect(pieces.contains(.text("q")))
    }
}

@Suite("Alphabetical order")
struct CollationTests {
    @Test("Accents and case do not count")
    func order() {
        let names = ["Zambie", "Égypte", "Espagne", "État", "Algérie", "Åland"]
        let sorted = names.sorted { Collation.key($0) < Collation.key($1) }
        #expect(sorted == ["Åland", "Algérie", "Égypte", "Espagne", "État", "Zambie"])
    }
}
