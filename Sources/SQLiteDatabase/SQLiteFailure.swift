import GRDB
import GRDBSQLite
import Store

extension StoreError {
    /// What the connection says of its last call.
    init(handle: OpaquePointer) {
        self.init(code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)))
    }

    init(sqlite error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError where error.resultCode == .SQLITE_MISUSE: self = .closed
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        case is CancellationError: self = .cancelled
        default: self = .abandoned(error)
        }
    }

    private init(code: Int32, message: String) {
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(reason: message)
        case SQLITE_CONSTRAINT:
            let name = message.split(separator: ": ", maxSplits: 1).dropFirst().first.map(String.init)
            self = .constraint(Self.constraint(code), name: name ?? "")
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt(reason: message)
        case SQLITE_FULL: self = .limit(.space)
        case SQLITE_TOOBIG: self = .limit(.size)
        case SQLITE_READONLY: self = .readOnly
        case SQLITE_INTERRUPT, SQLITE_ABORT: self = .cancelled
        case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_PERM, SQLITE_NOMEM, SQLITE_AUTH:
            self = .unavailable(reason: "\(message) (\(code))")
        default: self = .statement(reason: message)
        }
    }

    private static func constraint(_ code: Int32) -> Constraint {
        switch code >> 8 {
        case 6, 8, 10: .unique  // PRIMARYKEY, UNIQUE, ROWID
        case 3: .foreignKey
        case 1, 12: .check  // CHECK, and DATATYPE of STRICT tables
        case 5: .notNull
        default: .other
        }
    }
}
