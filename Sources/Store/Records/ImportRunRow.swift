package import Domain

/// A run's row, and how it stands now.
package enum ImportRunRow {
    /// Newest first, at most 500.
    package static func all(_ connection: any ReadConnection) throws -> [ImportRun] {
        try connection.all(select + " ORDER BY i.id DESC LIMIT 500") { try read($0) }
    }

    package static func named(_ name: String, _ connection: any ReadConnection) throws -> ImportRun? {
        try connection.first(select + " WHERE i.name = $1", [.text(name)]) { try read($0) }
    }

    /// Rows that were rejected, in the order of the file.
    package static func rejections(_ id: ImportID, _ connection: any ReadConnection) throws -> [RowRejection] {
        try connection.all(
            "SELECT row_number, field, reason FROM import_rejection WHERE import_id = $1 ORDER BY position",
            [.int(id.value)]
        ) { RowRejection(row: Int(try $0.int(0)), field: try $0.text(1), reason: try $0.text(2)) }
    }

    private static let select = """
        SELECT i.id, i.name, i.file, i.format, c.code, i.status, i.rows_read, i.created, i.updated, i.unchanged, i.rejected,
            i.started, i.ended, i.touched, i.failure FROM import_run i JOIN source c ON c.id = i.source_id
        """

    private static func read(_ row: any Row) throws -> ImportRun {
        ImportRun(
            id: ImportID(try row.int(0)), name: try row.text(1), file: try row.text(2), format: try row.text(3),
            source: SourceCode(try row.text(4)), status: try row.value(5, ImportRun.Status.init(rawValue:)),
            rowsRead: Int(try row.int(6)), created: Int(try row.int(7)), updated: Int(try row.int(8)),
            unchanged: Int(try row.int(9)), rejected: Int(try row.int(10)), started: try row.text(11),
            touched: try row.text(13), ended: try row.textOrNil(12), failure: try row.textOrNil(14))
    }
}
