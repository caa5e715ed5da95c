import Domain
import Store

/// Files of facts that were taken in, and rows of them that were not.
enum FactImportRow {
    private static let columns = """
        id, state, name, rows_read, rows_made, rows_known, rows_rejected, entered_by, made, undone, undone_by
        """

    static func insert(
        _ file: StateFactImport, _ keeper: FactKeeper, _ rejections: [FactRejection], _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO state_fact_import (id, workspace_id, state, name, rows_read, rows_made, rows_known, rows_rejected,
                entered_by, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .int(file.id.value), .optional(keeper.workspace?.value), .text(file.state.rawValue), .text(file.name),
                .int(file.rowsRead), .int(file.rowsMade), .int(file.rowsKnown), .int(file.rowsRejected),
                .text(file.enteredBy), .text(file.made),
            ])
        var seen: Set<String> = []
        var rows = SQLRows(columnCount: 5, rowsExpected: rejections.count)
        for rejection in rejections where seen.insert("\(rejection.row) \(rejection.field)").inserted {
            rows.append(
                .int(file.id.value), .int(rejection.row), .text(rejection.field), .text(rejection.reason),
                .text(rejection.value))
        }
        try connection.insert(
            into: "state_fact_rejection", ["import_id", "line", "field", "reason", "value"], rows)
    }

    static func all(
        _ state: StateCode, _ keeper: FactKeeper, _ connection: any ReadConnection
    ) throws -> [StateFactImport] {
        try connection.all(
            """
            SELECT \(columns) FROM state_fact_import WHERE state = $1 AND \(keeper.condition("$2"))
            ORDER BY id DESC LIMIT 50
            """, [.text(state.rawValue), .int(keeper.number)], read)
    }

    static func find(
        _ id: StateFactImportID, _ keeper: FactKeeper, _ connection: any ReadConnection
    ) throws -> StateFactImport? {
        try connection.first(
            "SELECT \(columns) FROM state_fact_import WHERE id = $1 AND \(keeper.condition("$2"))",
            [.int(id.value), .int(keeper.number)], read)
    }

    static func rejections(
        _ id: StateFactImportID, _ connection: any ReadConnection
    ) throws -> [FactRejection] {
        try connection.all(
            "SELECT line, field, reason, value FROM state_fact_rejection WHERE import_id = $1 ORDER BY line LIMIT 200",
            [.int(id.value)]
        ) { row in
            FactRejection(
                row: Int(try row.int(0)), field: try row.text(1), reason: try row.text(2), value: try row.text(3))
        }
    }

    static func undo(
        _ id: StateFactImportID, by: String, at: String, _ keeper: FactKeeper, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE state_fact_import SET undone = $3, undone_by = $4
            WHERE id = $1 AND \(keeper.condition("$2")) AND undone IS NULL
            """, [.int(id.value), .int(keeper.number), .text(at), .text(by)]) > 0
    }

    private static func read(_ row: any Row) throws -> StateFactImport {
        StateFactImport(
            id: StateFactImportID(try row.int(0)), state: StateCode(try row.text(1)), name: try row.text(2),
            rowsRead: Int(try row.int(3)), rowsMade: Int(try row.int(4)), rowsKnown: Int(try row.int(5)),
            rowsRejected: Int(try row.int(6)), enteredBy: try row.text(7), made: try row.text(8),
            undone: try row.textOrNil(9), undoneBy: try row.textOrNil(10))
    }
}
