import Domain
import Testing

@testable import Ingest

struct WorkbookTests {
    static let header: [String?] = [
        "Text", "Countries Concerned", "Reccomending Body", "Document Symbol", "Themes", "Affected Persons", "Sdgs",
        "Document Publication Date", "UPR Reccomending States", "UPR Position", "Type", "OHCHR Annotation Id",
        "UPR Session",
        "Regions Concerned", "Recommending Regions", "Date of publication on UHRI",
    ]
    static let row: [String?] = [
        "121.14 Keep the wells open (Belmar, Corvia);", "- Aldora", "- UPR", "DEMO/HRC/43/15", "- Clean water\n- Tides",
        "- Children\n",
        "- 16.2 - Protect the young", "43860", "- Belmar\n- Corvia", "- Supported", "- Recommendations", "x-1",
        "- Session 34", "- Isles", nil,
        "43900",
    ]

    @Test("UHRI's spreadsheet is read with its spellings, values one a line and day numbers")
    func uhri() throws {
        let bytes = try WorkbookFile.bytes(rows: [Self.header, Self.row, [], [nil, "- Aldora", "- CRC"], Self.row])
        let drained = try Drained(bytes)
        #expect(drained.error == nil)
        let draft = try #require(drained.drafts.first)
        #expect(draft.externalKey == "x-1")
        #expect(draft.texts == [.english: "Keep the wells open"])
        #expect(draft.paragraph?.printed == "121.14")
        #expect(draft.states.map(\.rawValue) == ["XAA"])
        #expect(draft.recommending.map(\.rawValue) == ["XAB", "XAC"])
        #expect(draft.tags.map(\.code) == ["water", "Tides", "children", "16.2"])
        #expect(draft.published == CalendarDate(year: 2020, month: 1, day: 30))
        #expect(draft.position == .supported && draft.session == 34 && draft.cycle == 3)
        #expect(drained.drafts.map(\.row) == [1, 4])
        #expect(drained.rejections.map(\.row) == [3])
    }

    @Test("Shared strings, rich text and phonetic readings are put together; a missing string costs its row")
    func sharedStrings() throws {
        let strings = """
            <sst xmlns="\(WorkbookFile.namespace)"><si><t>Text</t></si><si><t>State</t></si><si><t>Response</t></si>\
            <si><r><t>Keep the </t></r><r><t>wells open</t></r><rPh><t>KEEP</t></rPh></si><si><t>Aldora</t></si><si><t>Noted</t></si></sst>
            """
        let sheet = """
            <worksheet xmlns="\(WorkbookFile.namespace)"><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>\
            <row><c t="s"><v>3</v></c><c t="s"><v>4</v></c><c t="s"><v>5</v></c></row>\
            <row><c t="s"><v>99</v></c><c t="s"><v>4</v></c><c t="s"><v>5</v></c></row>\
            <row><c t="s"><v>-1</v></c><c t="s"><v>x</v></c></row><row r="9"><c r="A9" t="s"><v>3</v></c><c r="B9" t="s"><v>4</v></c>\
            <c r="C9" t="s"><v>5</v></c></row></sheetData></worksheet>
            """
        let drained = try Drained(try WorkbookFile.bytes(sheet: sheet, strings: strings))
        #expect(drained.drafts.map(\.row) == [1, 8])
        #expect(drained.drafts.first?.texts == [.english: "Keep the wells open"])
        #expect(drained.rejections.map(\.row) == [2, 3])
        #expect(drained.rejections.map(\.field) == ["Text", "State"])
    }

    @Test("Empty rows by the hundred thousand cost no memory and are no rows")
    func emptyRows() throws {
        let empty = String(repeating: "<row/>", count: 300_000)
        let sheet =
            "<worksheet xmlns=\"\(WorkbookFile.namespace)\"><sheetData><row><c t=\"inlineStr\"><is><t>Text</t></is></c><c t=\"inlineStr\"><is><t>State</t></is></c><c t=\"inlineStr\"><is><t>Cycle</t></is></c></row>"
            + empty
            + "<row r=\"10000002\"><c t=\"inlineStr\"><is><t>Dig</t></is></c><c t=\"inlineStr\"><is><t>Aldora</t></is></c><c><v>3</v></c></row></sheetData></worksheet>"
        let drained = try Drained(try WorkbookFile.bytes(sheet: sheet))
        #expect(drained.drafts.map(\.row) == [10_000_001])
        #expect(drained.error == nil)
    }

    @Test("A bomb is refused by what comes out, entity tricks by their declaration")
    func bombs() throws {
        let filling = String(repeating: " ", count: 4 << 20)
        let bytes = try WorkbookFile.bytes(sheet: "<worksheet><sheetData>" + filling + "</sheetData></worksheet>")
        let file = try TemporaryFile(bytes)
        var limits = ZipArchive.Limits()
        limits.ratioFreeBytes = 1 << 20
        #expect(throws: IngestError.limit(.archiveRatio, max: 200)) {
            try Workbook(path: file.path, limits: limits).rows()
        }
        limits.entryBytesMax = 1 << 20
        #expect(throws: IngestError.limit(.archiveEntrySizeBytes, max: 1 << 20)) {
            try Workbook(path: file.path, limits: limits).rows()
        }
        let entity =
            #"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"> <!ENTITY c SYSTEM "file:///etc/hostname">]>"#
        let drained = try Drained(try WorkbookFile.bytes(rows: [Self.header, Self.row], prologue: entity))
        #expect(drained.error?.message.contains("document type") == true)
        #expect(drained.drafts.isEmpty)
    }

    @Test("Too many files, too many shared strings, too deep, too wide: refused")
    func limits() throws {
        var limits = ZipArchive.Limits()
        limits.entriesMax = 2
        let file = try TemporaryFile(try WorkbookFile.bytes(rows: [Self.header]))
        #expect(throws: IngestError.limit(.archiveEntries, max: 2)) { try Workbook(path: file.path, limits: limits) }
        let strings = "<sst>" + String(repeating: "<si><t>words words words</t></si>", count: 5_000) + "</sst>"
        let shared = try TemporaryFile(try WorkbookFile.bytes(sheet: "<worksheet/>", strings: strings))
        var small = ZipArchive.Limits()
        small.sharedStringsBytesMax = 10_000
        #expect(throws: IngestError.limit(.sharedStringsBytes, max: 10_000)) {
            try Workbook(path: shared.path, limits: small).rows()
        }
        let deep = String(repeating: "<a>", count: 70)
        #expect(try Drained(try WorkbookFile.bytes(sheet: "<worksheet>" + deep)).error == .limit(.depth, max: 64))
        let wide = "<worksheet><sheetData><row><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>"
        #expect(try Drained(try WorkbookFile.bytes(sheet: wide)).error == .limit(.columns, max: 1_000))
    }

    @Test("A small sheet that names one large string many times stays small in memory")
    func amplification() throws {
        let strings = "<sst><si><t>Text</t></si><si><t>" + String(repeating: "w", count: 3 << 20) + "</t></si></sst>"
        let row = "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>1</v></c></row>"
        let sheet =
            "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row>" + String(repeating: row, count: 500)
            + "</sheetData></worksheet>"
        let file = try TemporaryFile(try WorkbookFile.bytes(sheet: sheet, strings: strings))
        var rows = try Workbook(path: file.path).rows()
        var faulty = 0
        while let row = try rows.next() { if case .faulty = row { faulty += 1 } }
        #expect(faulty == 500)
    }

    @Test("Archives that are damaged, cut off, empty, no workbook or without their sheet end in a sentence")
    func broken() throws {
        let whole = try WorkbookFile.bytes(rows: [Self.header, Self.row])
        for length in [30, whole.count / 2, whole.count - 10] {
            let error = try #require(try Drained(Array(whole.prefix(length))).error)
            #expect(error.message.hasPrefix("The spreadsheet cannot be read"))
        }
        #expect(
            try Drained(try WorkbookFile.zip([("word/document.xml", [1])])).error?.message.contains("no spreadsheet")
                == true)
        #expect(
            try Drained(try WorkbookFile.zip([("xl/workbook.xml", Array("<workbook/>".utf8))])).error?.message.contains(
                "no sheets") == true)
        #expect(try Drained(try WorkbookFile.bytes(sheet: "<worksheet><sheetData><row>")).error != nil)
        #expect(try Drained(try WorkbookFile.bytes(sheet: "not xml")).error != nil)
    }

    @Test("Damage anywhere in a workbook crashes nothing")
    func randomDamage() throws {
        let whole = try WorkbookFile.bytes(rows: [Self.header, Self.row, Self.row])
        var random = SplitMix(seed: 3)
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0..<1 + random.next(8) { bytes[random.next(bytes.count)] = UInt8(random.next(256)) }
            _ = try Drained(bytes)
        }
    }

    @Test("A sheet is chosen by the mapping's name")
    func sheets() throws {
        let bytes = try WorkbookFile.bytes(rows: [["Text", "State", "Response"], ["Dig", "Aldora", "Noted"]])
        let file = try TemporaryFile(bytes)
        var mapping = try #require(try FormatDetection.detect(file.path).proposal)
        mapping.sheet = "One"
        #expect(Drained(file: file.path, options: .init(mapping: mapping)).drafts.count == 1)
        mapping.sheet = "Two"
        #expect(
            Drained(file: file.path, options: .init(mapping: mapping)).error?.message.contains("its sheets are One")
                == true)
    }
}
