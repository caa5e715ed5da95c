import Dispatch
import Store

/// A session with the queue it lives on: libpq blocks, and the threads of Swift's own pool are few.
///
/// Unchecked: `session` is touched on `queue` alone.
final class SessionQueue: @unchecked Sendable {
    private let queue = DispatchQueue(label: "rapporteur.postgres")
    private let address: String
    private let statementSeconds: Int
    private var session: PostgresSession?

    init(address: String, statementSeconds: Int) {
        self.address = address
        self.statementSeconds = statementSeconds
    }

    /// Runs `body` on the queue with a session that was alive when last seen.
    func perform<T: Sendable>(
        _ body: @Sendable @escaping (PostgresSession) -> Result<T, StoreError>
    ) async -> Result<T, StoreError> {
        await withCheckedContinuation { continuation in
            queue.async { [self] in continuation.resume(returning: run(body)) }
        }
    }

    func disconnect() async {
        await withCheckedContinuation { continuation in
            queue.async { [self] in
                session = nil
                continuation.resume()
            }
        }
    }

    private func run<T>(_ body: (PostgresSession) -> Result<T, StoreError>) -> Result<T, StoreError> {
        do {
            let session = try connected()
            let result = body(session)
            // What is broken, or left inside a transaction, is not used again.
            if !session.isAlive || !session.isIdle { self.session = nil }
            return result
        } catch {
            return .failure(error)
        }
    }

    private func connected() throws(StoreError) -> PostgresSession {
        if let session, session.isAlive { return session }
        let made = try PostgresSession(address: address, statementSeconds: statementSeconds)
        session = made
        return made
    }
}
