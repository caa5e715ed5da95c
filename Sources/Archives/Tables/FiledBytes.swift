import Store

/// Tables whose bytes are pieces of files: in an archive each file lies whole under `files/`, and the row says how long its piece is.
enum FiledBytes {
    /// The columns that name a file, in the order of the key; the last column of the key numbers the pieces.
    static let columns: [String: [String]] = [
        "stored_file_part": ["workspace_id", "digest"], "reading_file": ["reading_id"],
    ]

    /// The file a row's bytes are in, `files/stored_file_part/3-9f86…`; nil for other tables.
    ///
    /// Values come from an archive that somebody else may have written: what could lead elsewhere is a fault.
    static func file(of row: [SQLValue], _ table: TableSchema) throws(RowFault) -> String? {
        guard let columns = columns[table.name] else { return nil }
        var parts: [String] = []
        for name in columns {
            guard let place = table.columns.firstIndex(where: { $0.name == name }) else { continue }
            switch row[place] {
            case .int(let number) where number >= 0: parts.append("\(number)")
            case .text(let text)
            where !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }:
                parts.append(text)
            default: throw RowFault("\(name) names no file.")
            }
        }
        return "files/\(table.name)/\(parts.joined(separator: "-"))"
    }

    /// The same columns with the length where the bytes were.
    static func described(_ table: TableSchema) -> [TableColumn] {
        guard columns[table.name] != nil else { return table.columns }
        return table.columns.map { column in
            guard column.kind == .bytes else { return column }
            var length = column
            length.kind = .int
            return length
        }
    }
}
