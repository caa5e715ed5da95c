import Domain

/// UHRI's spreadsheet of 16 columns, with the spellings it uses: several values stand one a line, each behind `- `; dates are
/// day numbers or text.
struct UHRIWorkbookReader: RowReader {
    static let columns: [(name: String, field: UHRIField)] = [
        ("Text", .text), ("Countries Concerned", .country), ("Reccomending Body", .body), ("Document Symbol", .symbol),
        ("Themes", .theme), ("Affected Persons", .person), ("Sdgs", .sdg), ("Document Publication Date", .published),
        ("UPR Reccomending States", .recommending), ("UPR Position", .position), ("Type", .type),
        ("OHCHR Annotation Id", .id), ("UPR Session", .session),
    ]

    private var rows: any RowSource
    private var maker: UHRIDraftMaker
    private let places: [(column: Int, field: UHRIField)]
    private let header: [String]
    private let headerRow: Int
    private let isFrom1904: Bool
    private let language: LanguageTag?

    init(
        _ rows: any RowSource, isFrom1904: Bool, language: LanguageTag?, resolver: any NameResolver
    ) throws(IngestError) {
        self.rows = rows
        self.isFrom1904 = isFrom1904
        self.language = language
        maker = UHRIDraftMaker(resolver)
        guard case .cells(let cells)? = try self.rows.next() else {
            throw .missingColumns(Self.columns.map(\.name), header: [])
        }
        headerRow = self.rows.rowNumber
        header = cells
        places = Self.places(in: cells)
        let found = Set(places.map(\.field))
        let missing = Self.columns.filter { [.text, .country, .body].contains($0.field) && !found.contains($0.field) }
        guard missing.isEmpty else { throw .missingColumns(missing.map(\.name), header: cells) }
    }

    var rowsRead: Int { max(0, rows.rowNumber - headerRow) }
    var bytesRead: Int { rows.bytesRead }
    var bytesTotal: Int? { rows.bytesTotal }

    mutating func nextRow() throws(IngestError) -> RowOutcome? {
        switch try rows.next() {
        case nil: return nil
        case .faulty(let column, let fault)?:
            return rejected(column.flatMap { $0 < header.count ? header[$0] : nil } ?? "row", fault)
        case .cells(let cells)?: return read(cells)
        }
    }

    private mutating func read(_ cells: [String]) -> RowOutcome {
        maker.begin(row: rowsRead)
        var text = ""
        for (column, field) in places where column < cells.count {
            switch field {
            case .text: text = cells[column]
            case .published: maker.set(published: TableDates.date(cells[column], .automatic, from1904: isFrom1904))
            default:
                var cell = cells[column]
                cell.withUTF8 { setLines($0, field) }
            }
        }
        if let (field, fault) = maker.prepare() { return rejected(field, fault) }
        text.withUTF8 { maker.add($0, language: language) }
        let (draft, field, fault) = maker.finish()
        return draft.map { .draft($0) } ?? rejected(field, fault)
    }

    /// Sets a field from each line of a cell, without its `- `.
    private mutating func setLines(_ cell: UnsafeBufferPointer<UInt8>, _ field: UHRIField) {
        var start = 0
        while start < cell.count {
            let end = cell.firstPlace(of: 0x0A, from: start) ?? cell.count
            var line = start..<end
            while let first = line.first, cell[first] <= 0x20 { line = first + 1..<end }
            if line.count >= 2, cell[line.lowerBound] == UInt8(ascii: "-"), cell[line.lowerBound + 1] == 0x20 {
                line = line.lowerBound + 2..<end
            }
            while let last = line.last, cell[last] <= 0x20 { line = line.lowerBound..<last }
            if !line.isEmpty { maker.set(field, cell.slice(line)) }
            start = end + 1
        }
    }

    /// Columns by name; right and wrong spellings of "recommending" are the same.
    static func places(in header: [String]) -> [(column: Int, field: UHRIField)] {
        func key(_ name: String) -> String { KnownWords.key(name).replacing("recommending", with: "reccomending") }
        let fields = Dictionary(columns.map { (key($0.name), $0.field) }, uniquingKeysWith: { first, _ in first })
        return header.indices.compactMap { column in fields[key(header[column])].map { (column, $0) } }
    }
}
