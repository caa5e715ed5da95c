/// What can go wrong in the store. Mapped once, at the edge, to what a person reads.
package enum StoreError: Error, Sendable {
    package enum Constraint: String, Sendable {
        case unique, foreignKey, check, notNull, other
    }

    package enum Limit: String, Sendable {
        /// Too many callers wait for a connection.
        case waiters
        /// More values than one `{set}` takes.
        case set
        /// A value or a statement is larger than the database takes.
        case size
        /// The disk, or the database's share of it, is full.
        case space
    }

    /// The database cannot be reached, or the connection was lost. When it was lost while a commit was under way, nobody can
    /// say here whether that was kept.
    case unavailable(reason: String)
    /// Others held what was needed for longer than the time limit, after retries.
    case busy(reason: String)
    /// A rule of the schema. `name` is the driver's own name of it, for logs; decide by kind.
    case constraint(Constraint, name: String)
    case limit(Limit)
    /// A statement took longer than the time limit, or the caller went away.
    case cancelled
    /// The store is damaged, or holds what this program would not have written.
    case corrupt(reason: String)
    /// The store was written by a newer program; `program` is the last migration this one knows.
    case newer(store: Int, program: Int)
    /// The file or server may only be read.
    case readOnly
    /// A statement the database does not understand: a fault of the program.
    case statement(reason: String)
    /// The database was closed.
    case closed
    /// The caller's own reason to leave a transaction; nothing was kept.
    case abandoned(any Error)
}

extension StoreError {
    /// A transaction whose body caught a failed statement and went on.
    package static let caughtInside = StoreError.statement(
        reason: "an error was caught inside the transaction, so nothing was kept")
}

extension StoreError: CustomStringConvertible {
    /// For logs and the command line; never shown on a page.
    package var description: String {
        switch self {
        case .unavailable(let reason): "the database cannot be reached: \(reason)"
        case .busy(let reason): "the database is busy: \(reason)"
        case .constraint(let kind, let name): "the database refused a row: \(kind.rawValue) \(name)"
        case .limit(let limit): "a limit of the database was reached: \(limit.rawValue)"
        case .cancelled: "the statement was cancelled or took too long"
        case .corrupt(let reason): "the store is damaged: \(reason)"
        case .newer(let store, let program):
            "the store was written by a newer program: it is at migration \(store), this program knows \(program)"
        case .readOnly: "the store can only be read"
        case .statement(let reason): "the database did not accept a statement: \(reason)"
        case .closed: "the database is closed"
        case .abandoned(let error): "the transaction was abandoned: \(error)"
        }
    }
}
