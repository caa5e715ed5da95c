/// Why a whole file, or the rest of it, cannot be read. What is wrong with one row is a `RowRejection`.
package enum IngestError: Error, Hashable, Sendable {
    /// The system's own reason, such as "No such file or directory".
    case unreadable(path: String, reason: String)
    case isDirectory(path: String)
    case empty(path: String)
    /// No format fits: what the file looks like, and what would fit.
    case unknownFormat(path: String, saw: String)
    /// The file ends in the middle of a record (from 1).
    case cutOff(byte: Int, record: Int)
    /// From this byte on the file is not what its format says.
    case malformed(byte: Int, record: Int, reason: String)
    /// A limit that protects the server was passed.
    case limit(Limit, max: Int)
    /// A spreadsheet that cannot be opened or lacks a part it needs.
    case workbook(reason: String)
    /// The mapping names columns that the file does not have.
    case missingColumns([String], header: [String])
    case badMapping(reason: String)

    package enum Limit: String, Hashable, Sendable {
        case archiveEntries, archiveEntrySizeBytes, archiveRatio, sharedStringsBytes, columns, depth, mappingSizeBytes
        case fileBytes, sheets, rows, cells
    }
}
