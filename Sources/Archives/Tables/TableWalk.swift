import Store

/// Goes through a table in the order of its key, some rows at a time, within one view of the store.
struct TableWalk {
    let table: TableSchema
    /// Which rows; nil for all.
    let clause: String?

    /// Rows with files in them are held a few at a time.
    private var pageSize: Int { table.columns.contains { $0.kind == .bytes } ? 16 : 500 }

    func callAsFunction(_ connection: any ReadConnection, _ body: ([[SQLValue]]) throws -> Void) throws {
        let names = table.columns.map(\.name)
        let keys = table.key.compactMap { names.firstIndex(of: $0) }
        let order = table.key.joined(separator: ", ")
        let begin = "SELECT \(names.joined(separator: ", ")) FROM \(table.name) WHERE "
        let places = keys.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        var last: [SQLValue] = []
        while true {
            var terms = clause.map { ["(\($0))"] } ?? []
            if !last.isEmpty { terms.append("(\(order)) > (\(places))") }
            let condition = terms.isEmpty ? "1 = 1" : terms.joined(separator: " AND ")
            let rows = try connection.all("\(begin)\(condition) ORDER BY \(order) LIMIT \(pageSize)", last) {
                try RowLine.values($0, table.columns)
            }
            if rows.isEmpty { return }
            try body(rows)
            guard rows.count == pageSize, let end = rows.last else { return }
            last = keys.map { end[$0] }
        }
    }
}
