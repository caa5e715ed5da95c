import Domain
import Ingest
import Plans
import Testing

@testable import Workbooks

@Suite("Words of tracking workbooks")
struct TrackingWordsTests {
    @Test(
        "Words of six languages say how far a recommendation is; negations are not taken for their opposite",
        arguments: [
            ("Not implemented", ImplementationStatus.notStarted), ("Implemented", .fully), ("partially impl.", .partly),
            ("EN COURS", .underWay), ("Non mise en œuvre", .notStarted), ("не выполнено", .notStarted),
            ("частично выполнено", .partly), ("قيد التنفيذ", .underWay), ("منفذة جزئياً", .partly), ("已落实", .fully),
            ("未落实", .notStarted), ("100 %", .fully), ("40%", .partly), ("No cumplida", .notStarted),
            ("abandonnée", .notPursued),
        ])
    func statuses(_ word: String, _ status: ImplementationStatus) {
        #expect(StatusWords.read(word) == .status(status))
    }

    @Test("A position is no status, and what is not known is said not to be")
    func others() {
        #expect(StatusWords.read("Accepted") == .position)
        #expect(StatusWords.read(" - ") == .nothing)
        #expect(StatusWords.read("see the annex") == nil)
    }

    @Test(
        "Dates are as exact as they are written, and none is guessed that could be two",
        arguments: [
            ("2026-03-31", "2026-03-31"), ("31.12.2026", "2026-12-31"), ("Q4 2026", "2026-12"),
            ("décembre 2026", "2026-12"),
            ("15 июня 2026", "2026-06-15"), ("2026年12月", "2026-12"), ("2026", "2026"), ("مارس 2026", "2026-03"),
            ("03/04/2026", nil), ("soon", nil),
        ] as [(String, String?)])
    func dates(_ text: String, _ date: String?) {
        let expected = date.flatMap { CalendarDate($0) }.map { DateReading.Reading.date($0) } ?? .unreadable
        #expect(DateReading.read(text) == expected)
    }

    @Test("A number that lost its last zero, or became a date, is all that it can have been")
    func paragraphs() throws {
        let lost = ParagraphReading(CellContent(.number(127.1), shown: "127.1"))
        #expect(lost.keys.contains(try #require(ParagraphNumber("127.10")).sortKey))
        #expect(!lost.isExact)
        #expect(ParagraphReading(CellContent(.number(127.1), shown: "127.10")).isExact)
        let date = ParagraphReading(
            CellContent(.date(try #require(CalendarDate("2018-12-06")), serial: 43_440), shown: ""))
        #expect(date.keys.contains(try #require(ParagraphNumber("6.12")).sortKey))
        let text = ParagraphReading(.text("A/HRC/43/15, para. 127.10 (b)"))
        #expect(text.keys.first == ParagraphNumber("127.10(b)")?.sortKey)
        #expect(ParagraphReading(.text("الفقرة ٢١")).keys == [try #require(ParagraphNumber("21")).sortKey])
        #expect(ParagraphReading.leading("127.10. Ratify the protocol").shown == "127.10")
    }

    @Test(
        "Institutions are found behind abbreviations, shortened words and other languages; who could be two is nobody")
    func institutions() {
        let names = InstitutionNames(
            [
                ("MoJ", "Ministry of Justice"), ("MoE", "Ministry of Education"), (nil, "Ministry of Economy"),
                ("NHRC", "National Human Rights Commission"),
            ]
            .enumerated().map { place, one in
                Institution(
                    id: InstitutionID(Int64(place + 1)), workspace: WorkspaceID(1), kind: .ministry, name: one.1,
                    abbreviation: one.0)
            })
        #expect(names.one("Min. of Just.") == InstitutionID(1))
        #expect(names.one("وزارة العدل") == InstitutionID(1))
        #expect(names.one("Ministère de l’Éducation") == InstitutionID(2))
        #expect(names.one("Ministry") == nil)
        #expect(names.one("ME") == nil)
        let several = names.read("MoJ / Nat. Human Rights Comm.; the mayor")
        #expect(several.found == [InstitutionID(1), InstitutionID(4)])
        #expect(several.unknown == ["the mayor"])
    }
}
