import Domain
import Foundation
import Locales
import Programs
import Testing

@testable import Reports

@Suite struct PaperTests {
    private func writer() throws -> PaperWriter {
        let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Resources").path
        return try PaperWriter(locales: Locales.load(from: resources + "/locales"), resources: resources)
    }

    @Test("Each language numbers headings, paragraphs, items and annexes as its UN documents do")
    func numerals() {
        let english = PaperNumerals(.english)
        #expect([1, 4, 9, 14].map { english.heading(level: 1, $0) } == ["I.", "IV.", "IX.", "XIV."])
        #expect(english.heading(level: 2, 3) == "C." && english.heading(level: 3, 3) == "3.")
        #expect(english.item(1) == "(a)" && english.item(27) == "(aa)")
        #expect(PaperNumerals(.french).item(2) == "b)")
        let arabic = PaperNumerals(.arabic)
        #expect(arabic.heading(level: 1, 2) == "ثانياً-" && arabic.heading(level: 2, 2) == "باء-")
        #expect(arabic.paragraph(12) == "12-" && arabic.item(1) == "(أ)" && arabic.annex(2) == "الثاني")
        #expect(arabic.heading(level: 1, 99) == "99-")
        let chinese = PaperNumerals(.chinese)
        #expect([1, 10, 11, 20, 21].map { chinese.heading(level: 1, $0) } == ["一.", "十.", "十一.", "二十.", "二十一."])
    }

    @Test("Paragraphs are counted through the document, headings anew under each, given numbers stay as they are")
    func counting() {
        let paper = NumberedPaper(
            Paper(
                language: .english, title: "T",
                blocks: [
                    .heading(level: 1, [PaperRun("A")]), .heading(level: 2, [PaperRun("B")]),
                    .paragraph(PaperParagraph([PaperRun("one")])),
                    .paragraph(PaperParagraph([PaperRun("given")], numbering: .given("127.14"))),
                    .heading(level: 1, [PaperRun("C")]), .heading(level: 2, [PaperRun("D")]),
                    .paragraph(PaperParagraph([PaperRun("two")])),
                ],
                annexes: [PaperAnnex(title: "X", blocks: [.paragraph(PaperParagraph([PaperRun("three")]))])]))
        let labels = (paper.blocks + paper.annexes[0].blocks).map { block in
            switch block {
            case .heading(_, let label, _): label
            case .paragraph(let label, _): label.text ?? ""
            default: ""
            }
        }
        #expect(labels == ["I.", "A.", "1.", "127.14", "II.", "A.", "2.", "3."])
        #expect(paper.annexes[0].number == nil)
    }

    @Test("A page holds no script, escapes what is put in and follows only addresses of the web")
    func page() throws {
        let hostile = PaperRun("<script>alert(1)</script>\u{0} & \"", address: "javascript:alert(1)")
        let paper = Paper(
            language: .english, title: "</title><script>", blocks: [.paragraph(PaperParagraph([hostile]))])
        let page = String(decoding: try writer().html(paper), as: UTF8.self)
        #expect(!page.contains("<script") && !page.contains("javascript:") && !page.contains("\u{0}"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;"))
    }

    @Test("Equal papers are equal files, and a Word file names its language, its symbol and its header rows")
    func word() throws {
        let paper = SamplePapers.paper(.arabic, paragraphs: 3)
        let bytes = try writer().docx(paper)
        #expect(try bytes == writer().docx(paper))
        var body = WordBody(
            numbered: NumberedPaper(paper),
            words: PaperWords(
                catalogue: try Locales.load(from: Self.locales).negotiate(asked: "ar", accept: nil), language: .arabic))
        let document = String(decoding: body.document(), as: UTF8.self)
        #expect(document.contains("<w:tblHeader/>") && document.contains("<w:bidiVisual/>"))
        #expect(document.contains("<w:titlePg/><w:bidi/>"))
        let styles = String(decoding: WordStyles(language: .arabic, isRightToLeft: true).bytes, as: UTF8.self)
        #expect(styles.contains("<w:bidi/>") && styles.contains(#"w:bidi="ar-SA""#))
        let header = String(decoding: WordParts(paper: paper, isRightToLeft: true).header(isOdd: true), as: UTF8.self)
        #expect(header.contains("A/HRC/WG.6/99/XAA/1"))
        let footer = String(decoding: WordParts(paper: paper, isRightToLeft: true).footer(isOdd: false), as: UTF8.self)
        #expect(footer.contains(" PAGE "))
    }

    @Test("Tables become sheets and rows of text, a paper without tables says that there is none")
    func sheets() async throws {
        let writer = try writer()
        let paper = SamplePapers.paper(.english, paragraphs: 3)
        let workbook = try await writer.write(paper, as: .xlsx)
        #expect(Array(workbook.prefix(2)) == Array("PK".utf8))
        let table = String(decoding: try await writer.write(paper, as: .csv), as: UTF8.self)
        #expect(table.contains("127.40") && table.contains("Official Gazette, No. 2999."))
        let bare = Paper(language: .english, title: "T", blocks: [.paragraph(PaperParagraph([PaperRun("one")]))])
        await #expect(throws: PaperError.noTable) { _ = try await writer.write(bare, as: .xlsx) }
        await #expect(throws: PaperError.noTable) { _ = try await writer.write(bare, as: .csv) }
    }

    @Test("A paper as data has each block with its number")
    func data() async throws {
        let bytes = try await writer().write(SamplePapers.paper(.chinese, paragraphs: 6), as: .json)
        let read = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let blocks = try #require(read["blocks"] as? [[String: Any]])
        #expect(blocks.first?["label"] as? String == "一.")
        #expect(blocks.compactMap { $0["label"] as? String }.contains("6."))
        #expect((read["footnotes"] as? [Any])?.count == 2)
    }

    @Test("Where WeasyPrint is missing only PDF is missing")
    func missing() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "paper-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let reports = folder.appending(path: "Resources/reports")
        try FileManager.default.createDirectory(at: reports, withIntermediateDirectories: true)
        for name in ["paper.css", "screen.css", "print.css"] {
            try Data().write(to: reports.appending(path: name))
        }
        let writer = try PaperWriter(
            locales: Locales.load(from: Self.locales), resources: folder.appending(path: "Resources").path)
        let paper = SamplePapers.paper(.english, paragraphs: 2)
        if !FileManager.default.fileExists(atPath: "/opt/rapporteur/printing") {
            #expect(!writer.canWrite(.pdf))
            await #expect(throws: PaperError.missing(.pdf)) { _ = try await writer.pdf(paper) }
        }
        #expect(writer.canWrite(.docx))
        #expect(try !writer.docx(paper).isEmpty)
    }

    private static let locales = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources/locales").path
}
