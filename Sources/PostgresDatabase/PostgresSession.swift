import CLibPQ
import Store

/// One connection to the server, with its prepared statements. Every call blocks: it is used on a queue of its own only.
final class PostgresSession {
    private struct StatementKey: Hashable {
        var sql: String
        var types: [Oid]
    }

    /// Prepared statements kept on the server for this connection. When there are more, all are given up.
    private static let statementsMax = 512

    let handle: OpaquePointer
    private var statements: [StatementKey: String] = [:]
    private var statementsMade = 0

    init(address: String, statementSeconds: Int) throws(StoreError) {
        // Beside what the address says, which comes later and wins.
        let settings =
            "-c statement_timeout=\(statementSeconds)s -c lock_timeout=\(statementSeconds)s"
            + " -c idle_in_transaction_session_timeout=\(statementSeconds * 2)s -c client_min_messages=warning"
            + " -c standard_conforming_strings=on -c bytea_output=hex"
        let given: [(String, String)] = [
            ("connect_timeout", "5"), ("client_encoding", "UTF8"), ("application_name", "rapporteur"),
            ("options", settings), ("keepalives_idle", "30"), ("tcp_user_timeout", "15000"), ("dbname", address),
        ]
        let handle = CStrings.with(given.map(\.0)) { names in
            CStrings.with(given.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let handle else { throw .unavailable(reason: "out of memory") }
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = String(cString: PQerrorMessage(handle))
            PQfinish(handle)
            throw .unavailable(reason: reason.firstLine)
        }
        // What the server says in passing belongs to no one; errors come with their statement.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        self.handle = handle
    }

    deinit { PQfinish(handle) }

    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }
    var isIdle: Bool { PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Runs statements without values.
    @discardableResult
    func run(_ sql: String) throws(StoreError) -> PostgresAnswer {
        try PostgresAnswer(PQexec(handle, sql), session: handle)
    }

    /// Runs a statement with values, prepared once for each combination of types.
    func run(_ sql: String, _ values: PostgresValues) throws(StoreError) -> PostgresAnswer {
        let name = try prepare(sql, values.types)
        let result = values.withPointers { pointers in
            PQexecPrepared(handle, name, Int32(values.types.count), pointers, nil, nil, 0)
        }
        return try PostgresAnswer(result, session: handle)
    }

    private func prepare(_ sql: String, _ types: [Oid]) throws(StoreError) -> String {
        let key = StatementKey(sql: sql, types: types)
        if let name = statements[key] { return name }
        if statements.count >= Self.statementsMax {
            try run("DEALLOCATE ALL")
            statements = [:]
        }
        statementsMade += 1
        let name = "s\(statementsMade)"
        let result = PQprepare(handle, name, sql, Int32(types.count), types)
        _ = try PostgresAnswer(result, session: handle)
        statements[key] = name
        return name
    }
}

/// An answer of the server; freed with it.
final class PostgresAnswer {
    let result: OpaquePointer

    init(_ result: OpaquePointer?, session: OpaquePointer) throws(StoreError) {
        guard let result else { throw .unavailable(reason: String(cString: PQerrorMessage(session)).firstLine) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN: self.result = result
        default:
            defer { PQclear(result) }
            throw StoreError(result: result, session: session)
        }
    }

    deinit { PQclear(result) }

    var rowCount: Int32 { PQntuples(result) }
    /// The command as the server says it did it: `COMMIT` for a transaction that was kept.
    var command: String { String(cString: PQcmdStatus(result)) }
    /// Rows inserted, changed or removed.
    var changed: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }
}

enum CStrings {
    /// A null-terminated array of C strings, valid during `body`.
    static func with<Result>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result) -> Result {
        let bytes = texts.map { Array($0.utf8CString) }
        let flat = bytes.flatMap { $0 }
        return flat.withUnsafeBufferPointer { buffer in
            var starts: [UnsafePointer<CChar>?] = []
            var offset = 0
            for text in bytes {
                starts.append(buffer.baseAddress?.advanced(by: offset))
                offset += text.count
            }
            starts.append(nil)
            return starts.withUnsafeBufferPointer { pointers in
                // Never empty: it ends with nil.
                withUnsafePointer(to: starts[0]) { first in body(pointers.baseAddress ?? first) }
            }
        }
    }
}

extension String {
    var firstLine: String { split(separator: "\n").first.map(String.init) ?? self }
}
