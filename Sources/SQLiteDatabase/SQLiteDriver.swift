import Dispatch
import GRDB
package import Store
import Synchronization

/// The record in one SQLite file, in WAL mode: many readers beside one writer, in this process and in others.
package final class SQLiteDriver: Store.Database {
    package struct Options: Sendable {
        /// Connections that read at the same time.
        package var readersMax = 4
        /// Reads and writes that may be under way or waiting.
        package var waitersMax = 1_000
        /// How long a write waits for another process, each time it tries.
        package var busySeconds = 5.0
        /// How often a write tries.
        package var attemptsMax = 3
        /// How often the file is asked whether another process wrote to it.
        package var pollMilliseconds = 100
        package var cacheKibibytes = 8_192
        package var writerCacheKibibytes = 49_152

        package init() {}
    }

    package let kind = DatabaseKind.sqlite
    private let pool: DatabasePool
    private let path: String
    private let options: Options
    private let texts = StatementTexts()
    private let broadcast = HintBroadcast()
    private let waiting = Mutex(0)
    private let poll = Mutex<Task<Void, Never>?>(nil)

    /// Opens the file, or makes it, readable by its owner alone.
    package init(path: String, options: Options = Options()) throws(StoreError) {
        self.path = path
        self.options = options
        pool = try Self.open(path, options)
    }

    deinit { poll.withLock { $0?.cancel() } }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(StoreError) -> T {
        try enter()
        defer { leave() }
        do {
            return try await pool.read { [texts] in try body(SQLiteConnection($0, texts)) }
        } catch {
            throw StoreError(sqlite: error)
        }
    }

    @discardableResult
    package func write<T: Sendable>(
        _ body: @Sendable @escaping (any WriteConnection) throws -> T
    ) async throws(StoreError) -> T {
        try enter()
        defer { leave() }
        var attempt = 1
        while true {
            do {
                let value = try await pool.writeWithoutTransaction { [texts] in
                    try Self.transaction($0) { try body(SQLiteConnection($0, texts, $1)) }
                }
                broadcast.give()
                return value
            } catch {
                let error = StoreError(sqlite: error)
                guard case .busy = error, attempt < options.attemptsMax else { throw error }
                attempt += 1
            }
        }
    }

    /// GRDB does not tell who of those it has taken in runs already: at most as many as there are connections.
    package var load: DatabaseLoad {
        let (taken, most) = (waiting.withLock { $0 }, options.readersMax + 1)
        return DatabaseLoad(running: min(taken, most), waiting: max(0, taken - most), connectionsMax: most)
    }

    package func hints() -> AsyncStream<Void> {
        poll.withLock { task in
            if task == nil { task = FilePoll(path: path, milliseconds: options.pollMilliseconds).start(broadcast) }
        }
        return broadcast.stream()
    }

    package func close() async {
        let task = poll.withLock { $0 }
        task?.cancel()
        await task?.value
        broadcast.end()
        await withCheckedContinuation { continuation in
            // Waits for running reads and writes, so not on one of Swift's own threads.
            DispatchQueue.global().async { [pool] in
                // What a failure leaves open ends with the process; nothing committed depends on it.
                try? pool.close()
                continuation.resume()
            }
        }
    }

    /// What `PRAGMA` says on the writer, for checks of the settings.
    package func setting(_ name: String) async throws(StoreError) -> Int64 {
        do {
            return try await pool.writeWithoutTransaction { try Int64.fetchOne($0, sql: "PRAGMA \(name)") } ?? 0
        } catch {
            throw StoreError(sqlite: error)
        }
    }

    private func enter() throws(StoreError) {
        let entered = waiting.withLock { count in
            guard count < options.waitersMax else { return false }
            count += 1
            return true
        }
        if !entered { throw .limit(.waiters) }
    }

    private func leave() { waiting.withLock { $0 -= 1 } }

    private static func transaction<T>(
        _ connection: GRDB.Database, _ body: (GRDB.Database, SQLiteConnection.Outcome) throws -> T
    ) throws -> T {
        // IMMEDIATE: the lock is waited for before anything is read, so no write fails halfway because another came first.
        try connection.beginTransaction(.immediate)
        do {
            let outcome = SQLiteConnection.Outcome()
            let value = try body(connection, outcome)
            // PostgreSQL gives up a transaction at its first error; here the rest would be kept.
            if outcome.hasFailed { throw StoreError.caughtInside }
            try connection.commit()
            return value
        } catch {
            // The first error is what the caller has to know; a failed rollback leaves the transaction to the next open.
            try? connection.rollback()
            throw error
        }
    }

    private static func open(_ path: String, _ options: Options) throws(StoreError) -> DatabasePool {
        try PrivateFile.make(path)
        var configuration = Configuration()
        configuration.maximumReaderCount = options.readersMax
        configuration.busyMode = .timeout(options.busySeconds)
        configuration.prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA cache_size = -\(options.cacheKibibytes)")
            // Triggers and views of a file from elsewhere must not run functions with effects.
            try connection.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        var attempt = 1
        while true {
            do {
                let pool = try DatabasePool(path: path, configuration: configuration)
                try pool.writeWithoutTransaction { connection in
                    // GRDB sets NORMAL in WAL mode, which loses the last commits when the power fails.
                    try connection.execute(sql: "PRAGMA synchronous = FULL")
                    try connection.execute(sql: "PRAGMA journal_size_limit = 67108864")
                    // An import touches the same index pages in batch after batch: checkpoints every 32 MiB write them once.
                    try connection.execute(sql: "PRAGMA wal_autocheckpoint = 8192")
                    try connection.execute(sql: "PRAGMA cache_size = -\(options.writerCacheKibibytes)")
                }
                return pool
            } catch {
                // Two processes that open a new file at once can meet while it is turned to WAL.
                let error = StoreError(sqlite: error)
                guard case .busy = error, attempt < options.attemptsMax else { throw error }
                attempt += 1
            }
        }
    }
}
