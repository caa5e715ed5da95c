/// The rows of a table, whatever file it stands in.
protocol RowSource {
    /// Rows read so far, the header among them where there is one; empty rows of a spreadsheet are counted by their number.
    var rowNumber: Int { get }
    var bytesRead: Int { get }
    var bytesTotal: Int? { get }
    mutating func next() throws(IngestError) -> TableRow?
}

enum TableRow: Equatable {
    case cells([String])
    /// The row has a fault in one column (from 0) or as a whole.
    case faulty(column: Int?, RowFault)
}
