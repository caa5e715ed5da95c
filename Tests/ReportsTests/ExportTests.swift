import Domain
import Foundation
import Testing

@testable import Reports

@Suite struct ExportTests {
    private func record(_ text: String) -> ExportedRecord {
        let document = Document(
            id: DocumentID(7), symbol: DocumentSymbol("DEMO/T/1/2"), mechanism: MechanismCode("demo-upr"), cycle: 3)
        var recommendation = Recommendation(
            id: RecommendationID(5), kind: .recommendation, document: document.id, paragraph: ParagraphNumber("12.3"),
            texts: [.english: text, .arabic: "بناء العيادات"], states: [StateCode("XAA")],
            recommending: [StateCode("XAB"), StateCode("XAC")], action: .specific, position: .supported)
        recommendation.tags = [
            Tag(kind: .theme, code: "right-to-health", label: "Right to health", source: .uhri),
            Tag(kind: .theme, code: "right-to-health", label: "Health", source: .uprInfo),
        ]
        return ExportedRecord(recommendation: recommendation, document: document, sources: [.uhri, .uprInfo])
    }

    private func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n").dropLast()
    }

    @Test("The table has a header with a byte order mark, and a cell for every column")
    func table() {
        #expect(Array(CSVExport.header().prefix(3)) == [0xEF, 0xBB, 0xBF])
        let row = lines(CSVExport.rows([record("Build clinics")], .english))[0]
        #expect(
            row
                == "5,DEMO/T/1/2,12.3,recommendation,demo-upr,XAA,XAB; XAC,supported,5,3,,,right-to-health,,,en,Build clinics,uhri; upr-info,"
        )
    }

    @Test("Quotes, commas and line breaks are quoted; what a spreadsheet takes for a formula is led by an apostrophe")
    func quoting() {
        func text(_ value: String) -> String { String(decoding: CSVExport.line([.text(value)]), as: UTF8.self) }
        #expect(text("a,\"b\"\nc") == "\"a,\"\"b\"\"\nc\"\r\n")
        #expect(text("=HYPERLINK(1)") == "\"'=HYPERLINK(1)\"\r\n")
        #expect(text("- item") == "\"'- item\"\r\n")
        #expect(text("plain") == "plain\r\n")
        #expect(String(decoding: CSVExport.line([.none, .number(3), .none]), as: UTF8.self) == ",3,\r\n")
    }

    @Test("The text is in the language asked for, else in one the record has")
    func languages() {
        #expect(ExportColumn.text.cell(record("Build"), .arabic) == .text("بناء العيادات"))
        #expect(ExportColumn.language.cell(record("Build"), .french) == .text("en"))
    }

    @Test("JSON lines hold every tag with its source, and parse")
    func json() throws {
        let bytes = JSONExport.lines([record("Say \"yes\"\u{1}"), record("b")])
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        #expect((object["tags"] as? [Any])?.count == 2)
        #expect((object["texts"] as? [String: String])?["en"] == "Say \"yes\"\u{1}")
        #expect(object["published"] is NSNull)
    }

    @Test("A workbook is written and is a zip archive; a folder that is not there is an error")
    func workbook() throws {
        let path = FileManager.default.temporaryDirectory.path + "/export-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let sheet = try XLSXExport(path: path)
        sheet.add((0..<500).map { record("Row \($0)") }, .english)
        try sheet.finish()
        let data = try #require(FileManager.default.contents(atPath: path))
        #expect(data.starts(with: [0x50, 0x4B]) && data.count > 4_000)
        #expect(throws: ExportError.self) {
            try XLSXExport(path: "/no such folder/x.xlsx").finish()
        }
    }
}
