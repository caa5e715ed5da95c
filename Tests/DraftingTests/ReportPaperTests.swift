import Domain
import Locales
import Reports
import TestSupport
import Testing

@testable import Drafting

@Suite("Reports as papers")
struct ReportPaperTests {
    private static func catalogue(_ tag: String) throws -> Catalogue {
        try Locales.load(from: DraftingFixture.resources + "/locales").negotiate(asked: tag, accept: nil)
    }

    private static func section(_ sentences: [ReportSentence]) -> ReportPage.Section {
        let paragraph = ReportParagraph(
            id: ReportParagraphID(1), section: "s", content: ReportParagraphContent(sentences), words: 1, version: 1,
            since: 1)
        return ReportPage.Section(section: ReportSection(key: "s", title: "S"), paragraphs: [paragraph])
    }

    private static func runs(_ sentences: [ReportSentence], _ tag: String) throws -> [PaperRun] {
        guard case .paragraph(let paragraph)? = try ReportPaper.blocks(section(sentences), catalogue(tag)).first else {
            return []
        }
        return paragraph.runs
    }

    @Test("The space between two sentences runs the paper's way, and Chinese has none")
    func spaces() throws {
        let sentences = [
            ReportSentence("One."), ReportSentence("“Deux”.", language: .french), ReportSentence("Three."),
        ]
        let arabic = try Self.runs(sentences, "ar")
        #expect(arabic.map(\.text) == ["One.", " ", "“Deux”.", " ", "Three."])
        #expect(arabic.map(\.language) == [nil, nil, .french, nil, nil])
        #expect(try Self.runs(sentences, "zh").map(\.text) == ["One.", "“Deux”.", "Three."])
    }

    @Test("A long footnote that was given before refers to it by its number, a short one is given again")
    func notes() throws {
        let long = "A compilation of what the depositary published, years alone"
        let notes = [long, "DEMO/1", long, "DEMO/1"]
        let runs = try Self.runs(notes.map { ReportSentence("Said.", footnotes: [$0]) }, "en")
        var paper = Paper(language: .english, title: "T", blocks: [.paragraph(PaperParagraph(runs))])
        let table = PaperTable(
            caption: "C", columns: [PaperTable.Column("A")], rows: [[[PaperRun("x", footnote: [PaperRun(long)])]]])
        paper.annexes = [PaperAnnex(title: "A", blocks: [.table(table)])]
        let short = try RepeatedNotes(Self.catalogue("en")).shortened(paper)
        guard case .paragraph(let paragraph)? = short.blocks.first,
            case .table(let kept)? = short.annexes[0].blocks.first
        else {
            Issue.record("the blocks are others")
            return
        }
        let said = paragraph.runs.compactMap(\.footnote).map { $0[0].text }
        #expect(said == [long, "DEMO/1", "See note 1 above.", "DEMO/1"])
        #expect(kept.rows[0][0][0].footnote?.first?.text == "See note 1 above.")
    }

    @Test("A figure stands with its unit as the language writes it, and a period with its year")
    func measured() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 1)
            for (tag, share, places) in [
                ("en", "29.7 per cent", "238 places"), ("fr", "29,7\u{A0}%", "238 places"),
                ("zh", "29.7%", "238（places）"),
            ] {
                let writer = ReportWriter(
                    language: LanguageTag(tag), catalogue: try Self.catalogue(tag),
                    reference: fixture.drafting.reference, outlines: fixture.drafting.outlines)
                #expect(writer.measured("29.7", unit: "%") == share)
                #expect(writer.measured("238", unit: "places") == places)
                #expect(writer.measured("12", unit: "") == "12")
            }
        }
    }
}
