import Domain
import Foundation
import Testing

@testable import Ingest

@Suite("Spreadsheets as they stand")
struct SheetFileTests {
    private func read(
        sheet: String, strings: String? = nil, styles: String? = nil, limits: SheetLimits = SheetLimits()
    ) throws -> SheetPage {
        let space = "xmlns=\"\(WorkbookFile.namespace)\""
        var parts: [(String, [UInt8])] = [
            (
                "xl/workbook.xml",
                Array(
                    "<workbook \(space) xmlns:r=\"urn:r\"><sheets><sheet name=\"One\" r:id=\"rId1\"/></sheets></workbook>"
                        .utf8)
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Array(
                    "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>".utf8)
            ),
            ("xl/worksheets/sheet1.xml", Array("<worksheet \(space)>\(sheet)</worksheet>".utf8)),
        ]
        if let strings { parts.append(("xl/sharedStrings.xml", Array("<sst \(space)>\(strings)</sst>".utf8))) }
        if let styles { parts.append(("xl/styles.xml", Array("<styleSheet \(space)>\(styles)</styleSheet>".utf8))) }
        let path = FileManager.default.temporaryDirectory.path + "/sheet-\(UUID().uuidString)"
        try Data(WorkbookFile.zip(parts)).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try #require(try SheetFile.read(path, name: "test", limits: limits).pages.first)
    }

    @Test("Shared and inline strings, numbers, booleans, errors and formulas are told apart")
    func kinds() throws {
        let page = try read(
            sheet: """
                <sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r></is></c>
                <c r="C3"><v>127.09999999999999</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#REF!</v></c>
                <c r="F3" t="str"><f>A3&amp;"x"</f><v>made</v></c></row></sheetData>
                """, strings: "<si><t>shared</t></si>")
        let row = try #require(page.rows.first)
        #expect(row.number == 3)
        #expect(row[0] == .text("shared"))
        #expect(row[1] == .text("two runs"))
        #expect(row[2]?.shown == "127.1")
        #expect(row[3]?.value == .flag(true))
        #expect(row[4]?.value == .error("#REF!"))
        #expect(row[5] == CellContent(.text("made"), shown: "made", isFormula: true))
    }

    @Test("Formats say what is a date and how many decimals are shown; merged ranges are kept")
    func formats() throws {
        let page = try read(
            sheet: """
                <sheetData><row r="1"><c r="A1" s="1"><v>127.1</v></c><c r="B1" s="2"><v>43961</v></c><c r="C1" s="3"><v>43961</v></c></row>
                </sheetData><mergeCells><mergeCell ref="A1:A4"/></mergeCells>
                """,
            styles: """
                <numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm;@"/></numFmts>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>
                """)
        let day = try #require(CalendarDate("2020-05-10"))
        #expect(page.rows[0][0]?.shown == "127.10")
        #expect(page.rows[0][1]?.value == .date(day, serial: 43_961))
        #expect(page.rows[0][2]?.value == .date(day, serial: 43_961))
        #expect(page.merges == [MergedRange(rows: 1...4, columns: 0...0)])
    }

    @Test("Files beyond a limit are refused as a whole, with the limit that a person can act on")
    func limits() throws {
        var limits = SheetLimits()
        limits.rowsMax = 2
        let rows = (1...3).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
        #expect(throws: IngestError.limit(.rows, max: 2)) {
            try read(sheet: "<sheetData>\(rows)</sheetData>", limits: limits)
        }
        limits = SheetLimits()
        limits.columnsMax = 3
        #expect(throws: IngestError.limit(.columns, max: 3)) {
            try read(sheet: "<sheetData><row r=\"1\"><c r=\"D1\"><v>1</v></c></row></sheetData>", limits: limits)
        }
    }

    @Test("Old Office files are named for what they are")
    func foreign() throws {
        let path = FileManager.default.temporaryDirectory.path + "/sheet-\(UUID().uuidString)"
        try Data([0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0]).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect {
            try SheetFile.read(path, name: "old.xls")
        } throws: { error in
            if case IngestError.unknownFormat(let name, let saw) = error {
                return name == "old.xls" && saw.contains(".xls")
            }
            return false
        }
    }

    @Test("Columns are called as spreadsheets call them")
    func references() {
        #expect(CellReference.name(row: 12, column: 27) == "AB12")
        #expect(CellReference.letters(701) == "ZZ")
        #expect(CellReference.range("B2:AA9") == MergedRange(rows: 2...9, columns: 1...26))
        #expect(CellReference.range("B2") == nil)
    }
}
