import GRDBSQLite
import Store

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The row a statement stands on.
struct SQLiteRow: Row {
    let statement: OpaquePointer

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }

    func int(_ column: Int) throws -> Int64 {
        guard sqlite3_column_type(statement, Int32(column)) == SQLITE_INTEGER else { throw unexpected(column) }
        return sqlite3_column_int64(statement, Int32(column))
    }

    func real(_ column: Int) throws -> Double {
        let type = sqlite3_column_type(statement, Int32(column))
        guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else { throw unexpected(column) }
        return sqlite3_column_double(statement, Int32(column))
    }

    func text(_ column: Int) throws -> String {
        guard sqlite3_column_type(statement, Int32(column)) == SQLITE3_TEXT,
            let start = sqlite3_column_text(statement, Int32(column))
        else { throw unexpected(column) }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int) throws -> [UInt8] {
        guard sqlite3_column_type(statement, Int32(column)) == SQLITE_BLOB else { throw unexpected(column) }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, Int32(column)), count: count))
    }

    private func unexpected(_ column: Int) -> StoreError {
        let type = sqlite3_column_type(statement, Int32(column))
        return .corrupt(reason: "column \(column) has type \(type) in: \(String(cString: sqlite3_sql(statement)))")
    }
}

enum SQLiteBinding {
    /// Tells SQLite to copy the bytes before the call returns. SQLite's own `SQLITE_TRANSIENT` is a cast in a macro, which Swift
    /// does not import, so the cast stands here; SQLite compares the value and never calls it.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    /// SQLite's own result code.
    @inline(__always)
    static func bind(_ value: SQLValue, at index: Int32, to statement: OpaquePointer) -> Int32 {
        switch value {
        case .null: sqlite3_bind_null(statement, index)
        case .int(let number): sqlite3_bind_int64(statement, index, number)
        case .real(let number): sqlite3_bind_double(statement, index, number)
        case .text(let text): bind(text, at: index, to: statement)
        case .bytes(let bytes):
            bytes.isEmpty
                ? sqlite3_bind_zeroblob(statement, index, 0)
                : sqlite3_bind_blob64(statement, index, bytes, UInt64(bytes.count), transient)
        }
    }

    private static func bind(_ text: String, at index: Int32, to statement: OpaquePointer) -> Int32 {
        var text = text
        let code: Int32? = text.withUTF8 { utf8 in
            guard let start = utf8.baseAddress, !utf8.isEmpty else {
                return sqlite3_bind_text(statement, index, "", 0, transient)
            }
            guard memchr(start, 0, utf8.count) == nil else { return nil }
            return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                sqlite3_bind_text64(
                    statement, index, $0, UInt64(utf8.count), transient, UInt8(SQLITE_UTF8))
            }
        }
        return code ?? bind(SQLText.withoutNull(text), at: index, to: statement)
    }
}
