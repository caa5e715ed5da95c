/// A spreadsheet file (Office Open XML, ECMA-376): its sheets by name, and the rows of one.
struct Workbook {
    private static let sheetsMax = 1_000

    /// In the order of the workbook, hidden ones last.
    let sheets: [String]
    /// Days are counted from 1904 (old Macintosh workbooks).
    let isFrom1904: Bool
    /// Names of sheets that a spreadsheet program does not show.
    let hidden: Set<String>
    private let archive: ZipArchive
    private let parts: [String: String]

    init(path: String, limits: ZipArchive.Limits = .init()) throws(IngestError) {
        archive = try ZipArchive(path: path, limits: limits)
        guard archive.contains("xl/workbook.xml") else {
            throw .workbook(reason: "it is a zip archive, but xl/workbook.xml is missing: no spreadsheet")
        }
        let book = BookHandler()
        try XMLStream(archive.open("xl/workbook.xml"), book).run()
        let targets = TargetsHandler()
        if archive.contains("xl/_rels/workbook.xml.rels") {
            try XMLStream(archive.open("xl/_rels/workbook.xml.rels"), targets).run()
        }
        guard book.sheets.count <= Self.sheetsMax else { throw .workbook(reason: "more than \(Self.sheetsMax) sheets") }
        let ordered = book.sheets.filter { !$0.isHidden } + book.sheets.filter(\.isHidden)
        sheets = ordered.map(\.name)
        hidden = Set(book.sheets.filter(\.isHidden).map(\.name))
        isFrom1904 = book.isFrom1904
        parts = Dictionary(
            ordered.compactMap { sheet in targets.targets[sheet.relation].map { (sheet.name, Self.part($0)) } },
            uniquingKeysWith: { first, _ in first })
        guard !sheets.isEmpty else { throw .workbook(reason: "it has no sheets") }
    }

    /// The rows of a sheet; the first one where no name is given.
    func rows(of name: String? = nil) throws(IngestError) -> SheetRows {
        let name = name ?? sheets[0]
        guard let part = parts[name] else {
            throw .workbook(reason: "it has no sheet \(name); its sheets are \(sheets.joined(separator: ", "))")
        }
        return try SheetRows(archive.open(part), strings: sharedStrings())
    }

    func sharedStrings() throws(IngestError) -> SharedStrings {
        let strings = SharedStrings(bytesMax: archive.limits.sharedStringsBytesMax)
        if archive.contains("xl/sharedStrings.xml") {
            try XMLStream(archive.open("xl/sharedStrings.xml"), strings).run()
        }
        return strings
    }

    func formats() throws(IngestError) -> CellFormats {
        let formats = CellFormats()
        if archive.contains("xl/styles.xml") { try XMLStream(archive.open("xl/styles.xml"), formats).run() }
        return formats
    }

    /// Reads a sheet to its end; one that is no table (a chart's sheet) has nothing to read.
    func read(_ name: String, into handler: any XMLHandler) throws(IngestError) {
        guard let part = parts[name], archive.contains(part) else { return }
        try XMLStream(archive.open(part), handler).run()
    }

    private static func part(_ target: String) -> String {
        target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
}

private final class BookHandler: XMLHandler {
    var failure: IngestError?
    var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    var isFrom1904 = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "workbookPr": isFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        case "sheet":
            guard let title = attributes["name"], let relation = attributes["id"] else { return }
            sheets.append((title, relation, attributes["state"] != nil && attributes["state"] != "visible"))
        default: break
        }
    }

    func end(_ name: XMLName) {}
    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

private final class TargetsHandler: XMLHandler {
    var failure: IngestError?
    var targets: [String: String] = [:]

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard "Relationship" ~= name, let id = attributes["Id"], let target = attributes["Target"] else { return }
        targets[id] = target
    }

    func end(_ name: XMLName) {}
    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
