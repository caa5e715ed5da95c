/// UPR Info's old export: a CSV of 11 columns.
struct UPRInfoTableReader: RowReader {
    private static let names = ["To", "Text", "From", "Response", "Action", "Issue", "Session"]

    private var rows: DelimitedRows
    private var maker: UPRInfoDraftMaker
    private let places: [Int]
    private let header: [String]

    /// Reads the header; throws where columns are missing.
    init(_ supply: any ByteSupply, separator: UInt8, resolver: any NameResolver) throws(IngestError) {
        rows = DelimitedRows(supply, separator: separator)
        maker = UPRInfoDraftMaker(resolver, controls: .macRoman)
        guard case .cells(let cells)? = try rows.next() else { throw .missingColumns(Self.names, header: []) }
        let header = cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let missing = Self.names.filter { !header.contains($0) }
        guard missing.isEmpty else { throw .missingColumns(missing, header: header) }
        self.header = header
        places = Self.names.map { header.firstIndex(of: $0) ?? 0 }
    }

    var rowsRead: Int { max(0, rows.rowNumber - 1) }
    var bytesRead: Int { rows.bytesRead }
    var bytesTotal: Int? { rows.bytesTotal }

    mutating func nextRow() throws(IngestError) -> RowOutcome? {
        switch try rows.next() {
        case nil: return nil
        case .faulty(let column, let fault)?:
            return rejected(column.flatMap { $0 < header.count ? header[$0] : nil } ?? "row", fault)
        case .cells(let cells)?:
            guard cells.count == header.count else {
                return rejected("row", .columns(found: cells.count, expected: header.count))
            }
            let row = UPRInfoRow(
                state: cells[places[0]], recommending: [cells[places[2]]], text: cells[places[1]],
                response: cells[places[3]],
                action: cells[places[4]], issues: cells[places[5]].split(separator: ",").map(String.init),
                session: cells[places[6]])
            switch maker.draft(row, number: rowsRead) {
            case .draft(let draft): return .draft(draft)
            case .fault(let field, let fault): return rejected(field, fault)
            }
        }
    }
}
