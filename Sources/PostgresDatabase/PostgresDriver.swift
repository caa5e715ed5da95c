package import Store
import Synchronization

/// The record in a PostgreSQL database, for one process or many.
package final class PostgresDriver: Database {
    package struct Options: Sendable {
        package var sessionsMax = 8
        package var waitersMax = 1_000
        /// How long a caller waits for a session.
        package var waitSeconds = 10.0
        /// How long a statement may run, and wait for a lock.
        package var statementSeconds = 60
        /// How often a transaction tries.
        package var attemptsMax = 4

        package init() {}
    }

    package let kind = DatabaseKind.postgres
    private let address: String
    private let options: Options
    private let pool: SessionPool
    private let broadcast = HintBroadcast()
    private let listener = Mutex<PostgresListener?>(nil)

    /// `address` is a `postgres://` URL or libpq's `key=value` form. Nothing is connected yet.
    package init(address: String, options: Options = Options()) {
        self.address = address
        self.options = options
        let sessions = (0..<max(1, options.sessionsMax)).map { _ in
            SessionQueue(address: address, statementSeconds: options.statementSeconds)
        }
        pool = SessionPool(sessions, waitersMax: options.waitersMax, waitSeconds: options.waitSeconds)
    }

    deinit { listener.withLock { $0?.stop() } }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(StoreError) -> T {
        try await transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") { try body($0) }
    }

    @discardableResult
    package func write<T: Sendable>(
        _ body: @Sendable @escaping (any WriteConnection) throws -> T
    ) async throws(StoreError) -> T {
        try await transaction("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE") { try body($0) }
    }

    package var load: DatabaseLoad { pool.load }

    package func hints() -> AsyncStream<Void> {
        listener.withLock { listener in
            if listener == nil {
                listener = PostgresListener(address: address, broadcast: broadcast)
                listener?.start()
            }
        }
        return broadcast.stream()
    }

    package func close() async {
        listener.withLock { $0?.stop() }
        broadcast.end()
        await pool.close()
    }

    private func transaction<T: Sendable>(
        _ begin: String, _ body: @Sendable @escaping (PostgresConnection) throws -> T
    ) async throws(StoreError) -> T {
        var attempt = 1
        while true {
            let queue = try await pool.take()
            let outcome = await queue.perform { session in
                Result { () throws(StoreError) in try Self.run(begin, session, body) }
            }
            pool.giveBack(queue)
            switch outcome {
            case .success(.kept(let value)): return value
            case .success(.again(let error)):
                guard attempt < options.attemptsMax else { throw error }
                // Two that met in a deadlock should not meet again at once.
                guard (try? await Task.sleep(for: .milliseconds(5 * attempt * attempt))) != nil else {
                    throw .cancelled
                }
                attempt += 1
            case .failure(let error): throw error
            }
        }
    }

    private enum Outcome<T: Sendable>: Sendable {
        case kept(T)
        /// Nothing was kept, and another try can succeed.
        case again(StoreError)
    }

    private static func run<T>(
        _ begin: String, _ session: PostgresSession, _ body: (PostgresConnection) throws -> T
    ) throws(StoreError) -> Outcome<T> {
        let value: T
        do {
            try session.run(begin)
            value = try body(PostgresConnection(session: session))
        } catch {
            // When this fails too, the session is given up and the server rolls back.
            _ = try? session.run("ROLLBACK")
            guard let error = error as? StoreError else { throw .abandoned(error) }
            switch error {
            case .busy, .unavailable: return .again(error)
            default: throw error
            }
        }
        do throws(StoreError) {
            guard try session.run("COMMIT").command == "COMMIT" else {
                throw StoreError.caughtInside
            }
        } catch {
            // A lost connection says nothing about what the server did, so this is not tried again.
            guard case .busy = error else { throw error }
            return .again(error)
        }
        return .kept(value)
    }
}
