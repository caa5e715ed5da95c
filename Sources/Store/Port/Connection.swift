/// Reads within one view of the store. Valid only inside the closure that received it.
package protocol ReadConnection {
    /// Runs a statement and hands over each row, in the order of the statement.
    ///
    /// Values are bound to `$1`...`$n`. `{set}`, written as `IN ({set})`, becomes placeholders for `set`, numbered after `values`:
    /// at most `SQLSet.sizeMax` values; with an empty set the statement is not run at all.
    ///
    /// PostgreSQL's answer is held whole in memory while its rows are handed over: walk through large tables in pages by key.
    func query(
        _ sql: String, _ values: [SQLValue], set: [SQLValue]?, _ row: (any Row) throws -> Void
    ) throws
}

extension ReadConnection {
    package func query(_ sql: String, _ values: [SQLValue] = [], _ row: (any Row) throws -> Void) throws {
        try query(sql, values, set: nil, row)
    }

    /// Every row, made into a value.
    package func all<T>(
        _ sql: String, _ values: [SQLValue] = [], set: [SQLValue]? = nil, _ make: (any Row) throws -> T
    ) throws -> [T] {
        var found: [T] = []
        try query(sql, values, set: set) { found.append(try make($0)) }
        return found
    }

    /// The first row, made into a value. Statements for this should return one row.
    package func first<T>(
        _ sql: String, _ values: [SQLValue] = [], set: [SQLValue]? = nil, _ make: (any Row) throws -> T
    ) throws -> T? {
        var found: T?
        try query(sql, values, set: set) { if found == nil { found = try make($0) } }
        return found
    }

    /// The first column of the first row, 0 where there is none.
    package func count(_ sql: String, _ values: [SQLValue] = [], set: [SQLValue]? = nil) throws -> Int {
        try first(sql, values, set: set) { Int(try $0.int(0)) } ?? 0
    }
}

/// Reads and writes within one transaction. Valid only inside the closure that received it.
package protocol WriteConnection: ReadConnection {
    /// Runs a statement and says how many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue], set: [SQLValue]?) throws -> Int

    /// Inserts many rows at the speed of the database. Says how many were inserted or updated.
    ///
    /// `table` and `columns` are names from the program, never from outside. One call names each conflicting row at most once.
    @discardableResult
    func insert(into table: String, _ columns: [String], _ rows: SQLRows, conflict: SQLConflict) throws -> Int

    /// Makes the commit of this transaction give a hint to every process that listens.
    func announce() throws

    /// Waits until no other process migrates this store; held to the end of the transaction.
    func lockForMigration() throws
}

extension WriteConnection {
    @discardableResult
    package func execute(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
        try execute(sql, values, set: nil)
    }

    @discardableResult
    package func insert(into table: String, _ columns: [String], _ rows: SQLRows) throws -> Int {
        try insert(into: table, columns, rows, conflict: .fail)
    }
}

/// One row of an answer, valid only until the next. Columns are counted from 0.
///
/// A NULL or a value of another type where the accessor does not expect one is `StoreError.corrupt`.
package protocol Row {
    func isNull(_ column: Int) -> Bool
    func int(_ column: Int) throws -> Int64
    func real(_ column: Int) throws -> Double
    func text(_ column: Int) throws -> String
    func bytes(_ column: Int) throws -> [UInt8]
}

extension Row {
    package func intOrNil(_ column: Int) throws -> Int64? { isNull(column) ? nil : try int(column) }
    package func realOrNil(_ column: Int) throws -> Double? { isNull(column) ? nil : try real(column) }
    package func textOrNil(_ column: Int) throws -> String? { isNull(column) ? nil : try text(column) }
    package func bytesOrNil(_ column: Int) throws -> [UInt8]? { isNull(column) ? nil : try bytes(column) }
}
