import GRDB
import GRDBSQLite
import Store

/// Statements straight through SQLite's C interface: GRDB's arguments and rows cost several microseconds a row. GRDB keeps the
/// connection, its queue and the cache of prepared statements.
struct SQLiteConnection: WriteConnection {
    private let connection: GRDB.Database
    private let texts: StatementTexts
    private let outcome: Outcome

    /// What became of the statements of one transaction.
    final class Outcome {
        fileprivate(set) var hasFailed = false
    }

    init(_ connection: GRDB.Database, _ texts: StatementTexts, _ outcome: Outcome = Outcome()) {
        self.connection = connection
        self.texts = texts
        self.outcome = outcome
    }

    func query(_ sql: String, _ values: [SQLValue], set: [SQLValue]?, _ row: (any Store.Row) throws -> Void) throws {
        try run(sql, values, set) { statement in
            let found = SQLiteRow(statement: statement)
            while try step(statement) { try row(found) }
        }
    }

    func execute(_ sql: String, _ values: [SQLValue], set: [SQLValue]?) throws -> Int {
        let handle = try handle()
        let all = try counted(handle) {
            try run(sql, values, set) { statement in
                while try step(statement) {}
            }
        }
        // Rows that went by a foreign key's action are not counted, as on PostgreSQL; where nothing changed, SQLite still says
        // what the statement before did.
        return all == 0 ? 0 : Int(sqlite3_changes64(handle))
    }

    func insert(into table: String, _ columns: [String], _ rows: SQLRows, conflict: SQLConflict) throws -> Int {
        guard !rows.isEmpty else { return 0 }
        guard rows.columnCount == columns.count else {
            throw StoreError.statement(reason: "\(columns.count) columns, \(rows.columnCount) values")
        }
        let places = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
        let names = columns.joined(separator: ", ")
        let sql = "INSERT INTO \(table) (\(names)) VALUES (\(places))" + SQLText.conflictClause(conflict)
        let handle = try handle()
        return try counted(handle) {
            try prepared(sql) { statement in
                try rows.flat.withUnsafeBufferPointer { try insert($0, rows.count, columns.count, statement, handle) }
            }
        }
    }

    /// The file itself tells other processes (`FilePoll`), and the driver its own listeners after every commit.
    func announce() throws {}

    /// Every write holds the file's one write lock already.
    func lockForMigration() throws {}

    private func insert(
        _ values: UnsafeBufferPointer<SQLValue>, _ rowCount: Int, _ columnCount: Int, _ statement: OpaquePointer,
        _ handle: OpaquePointer
    ) throws {
        var next = 0
        for _ in 0..<rowCount {
            for column in 1...Int32(columnCount) {
                let code = SQLiteBinding.bind(values[next], at: column, to: statement)
                guard code == SQLITE_OK else { throw failure(handle) }
                next += 1
            }
            guard sqlite3_step(statement) == SQLITE_DONE else { throw failure(handle) }
            sqlite3_reset(statement)
        }
    }

    private func run(
        _ sql: String, _ values: [SQLValue], _ set: [SQLValue]?, _ body: (OpaquePointer) throws -> Void
    ) throws {
        guard let set else { return try bound(texts.text(sql, values: 0, width: 0), values, body) }
        guard !set.isEmpty else { return }
        let all = try SQLSet.bound(values, set: set)
        let text = texts.text(sql, values: values.count, width: all.count - values.count)
        try bound(text, all, body)
    }

    private func bound(_ text: String, _ values: [SQLValue], _ body: (OpaquePointer) throws -> Void) throws {
        try prepared(text) { statement in
            guard Int(sqlite3_bind_parameter_count(statement)) == values.count else {
                throw StoreError.statement(reason: "\(values.count) values for: \(text)")
            }
            for (index, value) in values.enumerated() {
                let code = SQLiteBinding.bind(value, at: Int32(index + 1), to: statement)
                guard code == SQLITE_OK else { throw try failure(handle()) }
            }
            try body(statement)
        }
    }

    private func prepared(_ text: String, _ body: (OpaquePointer) throws -> Void) throws {
        var statement = try connection.cachedStatement(sql: text)
        // The same statement is running further out, in a query whose row asked this.
        if sqlite3_stmt_busy(statement.sqliteStatement) != 0 { statement = try connection.makeStatement(sql: text) }
        try withExtendedLifetime(statement) {
            defer { sqlite3_reset(statement.sqliteStatement) }
            try body(statement.sqliteStatement)
        }
    }

    /// True while there is a row.
    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw try failure(handle())
        }
    }

    /// How many rows changed while `body` ran.
    private func counted(_ handle: OpaquePointer, _ body: () throws -> Void) throws -> Int {
        let before = sqlite3_total_changes64(handle)
        try body()
        return Int(sqlite3_total_changes64(handle) - before)
    }

    private func failure(_ handle: OpaquePointer) -> StoreError {
        outcome.hasFailed = true
        return StoreError(handle: handle)
    }

    private func handle() throws -> OpaquePointer {
        guard let handle = connection.sqliteConnection else { throw StoreError.closed }
        return handle
    }
}
