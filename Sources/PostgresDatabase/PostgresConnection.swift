import CLibPQ
import Store

/// The connection during one transaction.
struct PostgresConnection: WriteConnection {
    /// The channel every process of this store listens to.
    static let channel = "rapporteur_change"
    /// Any number that no other program on this database uses for advisory locks: "rapporte" in ASCII.
    private static let migrationLock: Int64 = 0x7261_7070_6f72_7465

    let session: PostgresSession

    func query(_ sql: String, _ values: [SQLValue], set: [SQLValue]?, _ row: (any Row) throws -> Void) throws {
        guard let answer = try run(sql, values, set) else { return }
        try withExtendedLifetime(answer) {
            for number in 0..<answer.rowCount { try row(PostgresRow(result: answer.result, number: number)) }
        }
    }

    func execute(_ sql: String, _ values: [SQLValue], set: [SQLValue]?) throws -> Int {
        try run(sql, values, set)?.changed ?? 0
    }

    func insert(into table: String, _ columns: [String], _ rows: SQLRows, conflict: SQLConflict) throws -> Int {
        guard !rows.isEmpty else { return 0 }
        guard rows.columnCount == columns.count else {
            throw StoreError.statement(reason: "\(columns.count) columns, \(rows.columnCount) values")
        }
        return try PostgresInsert(session: session, table: table, columns: columns, conflict: conflict).run(rows)
    }

    func announce() throws { try session.run("NOTIFY \(Self.channel)") }

    func lockForMigration() throws {
        // A migration may take longer than a request is allowed to.
        try session.run("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0")
        try session.run("SELECT pg_advisory_xact_lock(\(Self.migrationLock))")
    }

    private func run(_ sql: String, _ values: [SQLValue], _ set: [SQLValue]?) throws(StoreError) -> PostgresAnswer? {
        guard let set else { return try session.run(sql, PostgresValues(values)) }
        guard !set.isEmpty else { return nil }
        let all = try SQLSet.bound(values, set: set)
        let text = SQLSet.expand(sql, values: values.count, width: all.count - values.count)
        return try session.run(text, PostgresValues(all))
    }
}

/// A bulk insert: few rows as one statement, many through COPY.
struct PostgresInsert {
    /// Up to here rows go as values of a statement.
    private static let statementRowsMax = 64
    private static let copyBytes = 256 * 1_024

    let session: PostgresSession
    let table: String
    let columns: [String]
    let conflict: SQLConflict

    private var names: String { columns.joined(separator: ", ") }

    func run(_ rows: SQLRows) throws(StoreError) -> Int {
        if rows.count <= Self.statementRowsMax { return try insertStatements(rows) }
        if case .fail = conflict { return try copy(rows, into: table) }
        let staging = try stage()
        _ = try copy(rows, into: staging)
        let inserted = try session.run(
            "INSERT INTO \(table) (\(names)) SELECT \(names) FROM \(staging)" + SQLText.conflictClause(conflict),
            PostgresValues([]))
        try session.run("TRUNCATE \(staging)")
        return inserted.changed
    }

    /// In powers of two, so that few statements are prepared.
    private func insertStatements(_ rows: SQLRows) throws(StoreError) -> Int {
        var changed = 0
        var first = 0
        while first < rows.count {
            var count = Self.statementRowsMax
            while count > rows.count - first { count /= 2 }
            let places = (0..<count).map { row in
                "(" + (1...columns.count).map { "$\(row * columns.count + $0)" }.joined(separator: ", ") + ")"
            }
            let sql =
                "INSERT INTO \(table) (\(names)) VALUES \(places.joined(separator: ", "))"
                + SQLText.conflictClause(conflict)
            let values = rows.flat[(first * columns.count)..<((first + count) * columns.count)]
            changed += try session.run(sql, PostgresValues(values, typed: false)).changed
            first += count
        }
        return changed
    }

    /// A table of this connection with the same columns, empty at the start of every transaction.
    private func stage() throws(StoreError) -> String {
        let name = "staging_\(table)_\(columns.joined(separator: "_"))".prefix(48)
        let unique = "\(name)_\(UInt32(truncatingIfNeeded: names.utf8.reduce(5_381) { ($0 &* 33) &+ Int($1) }))"
        try session.run(
            """
            CREATE TEMPORARY TABLE IF NOT EXISTS \(unique) ON COMMIT DELETE ROWS
            AS SELECT \(names) FROM \(table) WITH NO DATA
            """)
        return unique
    }

    private func copy(_ rows: SQLRows, into target: String) throws(StoreError) -> Int {
        try session.run("COPY \(target) (\(names)) FROM STDIN")
        var buffer: [UInt8] = []
        buffer.reserveCapacity(Self.copyBytes + 65_536)
        let values = rows.flat
        for index in 0..<(rows.count * columns.count) {
            PostgresText.appendEscaped(values[index], to: &buffer)
            let ends = (index + 1) % columns.count == 0
            buffer.append(ends ? UInt8(ascii: "\n") : UInt8(ascii: "\t"))
            if ends, buffer.count >= Self.copyBytes { try send(&buffer) }
        }
        try send(&buffer)
        return try finishCopy()
    }

    private func send(_ buffer: inout [UInt8]) throws(StoreError) {
        let sent = buffer.withUnsafeBytes {
            PQputCopyData(session.handle, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32($0.count))
        }
        guard sent == 1 else { throw lost() }
        buffer.removeAll(keepingCapacity: true)
    }

    private func finishCopy() throws(StoreError) -> Int {
        guard PQputCopyEnd(session.handle, nil) == 1 else { throw lost() }
        let answer = Result { () throws(StoreError) in
            try PostgresAnswer(PQgetResult(session.handle), session: session.handle).changed
        }
        while let rest = PQgetResult(session.handle) { PQclear(rest) }
        return try answer.get()
    }

    private func lost() -> StoreError {
        .unavailable(reason: String(cString: PQerrorMessage(session.handle)).firstLine)
    }
}
