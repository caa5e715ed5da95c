import Domain

/// Any table, read through a column mapping.
struct TableReader: RowReader {
    private var rows: any RowSource
    private var maker: TableDraftMaker
    private let places: [(index: Int, column: ColumnMapping.Column)]
    private let header: [String]
    private let headerRow: Int

    /// Reads the header; throws where a mapped column is missing.
    init(
        _ rows: any RowSource, mapping: ColumnMapping, isFrom1904: Bool = false, resolver: any NameResolver
    ) throws(IngestError) {
        try mapping.check()
        self.rows = rows
        maker = TableDraftMaker(mapping, isFrom1904: isFrom1904, resolver: resolver)
        guard case .cells(let cells)? = try self.rows.next() else {
            throw .missingColumns(mapping.columns.map(\.name), header: [])
        }
        header = cells
        headerRow = self.rows.rowNumber
        var places: [(Int, ColumnMapping.Column)] = []
        var missing: [String] = []
        for column in mapping.columns {
            if let index = cells.firstIndex(where: { KnownWords.key($0) == KnownWords.key(column.name) }) {
                places.append((index, column))
            } else {
                missing.append(column.name)
            }
        }
        guard missing.isEmpty else { throw .missingColumns(missing, header: cells) }
        self.places = places
    }

    var rowsRead: Int { max(0, rows.rowNumber - headerRow) }
    var bytesRead: Int { rows.bytesRead }
    var bytesTotal: Int? { rows.bytesTotal }

    mutating func nextRow() throws(IngestError) -> RowOutcome? {
        switch try rows.next() {
        case nil: return nil
        case .faulty(let column, let fault)?:
            return rejected(column.flatMap { $0 < header.count ? header[$0] : nil } ?? "row", fault)
        case .cells(let cells)?:
            guard cells.count <= header.count else {
                return rejected("row", .columns(found: cells.count, expected: header.count))
            }
            // A row may end early: spreadsheets leave out empty cells at the end.
            let values = places.map { index, column in (column, index < cells.count ? cells[index] : "") }
            switch maker.draft(values, row: rowsRead) {
            case .draft(let draft): return .draft(draft)
            case .fault(let field, let fault):
                return rejected(places.first { $0.column.field == field }?.column.name ?? field.rawValue, fault)
            }
        }
    }
}
