/// Where the record is kept. Everything above a driver speaks to this port alone.
///
/// SQL stays in the subset that SQLite 3.40 and PostgreSQL 15 share; see `docs/decisions/0003-store.md`.
package protocol Database: Sendable {
    var kind: DatabaseKind { get }

    /// One consistent view of the store: every statement of `body` sees the same commit.
    func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(StoreError) -> T

    /// One transaction: all of `body` is kept, or, when it throws, nothing. READ COMMITTED on PostgreSQL.
    ///
    /// `body` may run again when the database asks for it, so it has no effects outside the connection. An error of its own
    /// that is no `StoreError` comes back as `StoreError.abandoned`.
    @discardableResult
    func write<T: Sendable>(
        _ body: @Sendable @escaping (any WriteConnection) throws -> T
    ) async throws(StoreError) -> T

    /// Says, soon after, that something may have been committed, here or by another process. Only a hint: read the change log
    /// from the last position. The first hint comes at once, and one after every reconnect.
    func hints() -> AsyncStream<Void>

    /// How many callers hold a connection, and how many wait for one, at this moment.
    var load: DatabaseLoad { get }

    /// Ends hints, lets running work finish and refuses new work.
    func close() async
}

/// Callers of a database at one moment.
package struct DatabaseLoad: Hashable, Sendable {
    package var running: Int
    package var waiting: Int
    /// How many can run at once.
    package var connectionsMax: Int

    package init(running: Int, waiting: Int, connectionsMax: Int) {
        self.running = running
        self.waiting = waiting
        self.connectionsMax = connectionsMax
    }
}

package enum DatabaseKind: String, Sendable, CaseIterable {
    case sqlite, postgres

    /// A statement of a migration with its placeholders filled in: `{int} {bytes} {real} {text} {strict}`.
    package func expand(_ statement: String) -> String {
        let words =
            switch self {
            case .sqlite:
                [
                    ("{int}", "INTEGER"), ("{bytes}", "BLOB"), ("{real}", "REAL"), ("{text}", "TEXT"),
                    ("{strict}", "STRICT"), ("{clustered}", "STRICT, WITHOUT ROWID"),
                ]
            case .postgres:
                [
                    ("{int}", "BIGINT"), ("{bytes}", "BYTEA"), ("{real}", "DOUBLE PRECISION"),
                    ("{text}", "TEXT COLLATE \"C\""), ("{strict}", ""), ("{clustered}", ""),
                ]
            }
        return words.reduce(statement) { $0.replacing($1.0, with: $1.1) }
    }
}
