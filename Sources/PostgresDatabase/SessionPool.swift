import Store
import Synchronization

/// A few sessions for many callers. Whoever comes when all are taken waits, first come first served, for a limited time.
final class SessionPool: Sendable {
    private struct Waiter {
        var number: Int
        var continuation: CheckedContinuation<SessionQueue?, Never>
    }

    private struct State {
        var idle: [SessionQueue]
        var waiters: [Waiter] = []
        var next = 0
        var closed = false
    }

    private let all: [SessionQueue]
    private let state: Mutex<State>
    private let waitersMax: Int
    private let waitSeconds: Double

    init(_ sessions: [SessionQueue], waitersMax: Int, waitSeconds: Double) {
        all = sessions
        state = Mutex(State(idle: sessions))
        self.waitersMax = waitersMax
        self.waitSeconds = waitSeconds
    }

    func take() async throws(StoreError) -> SessionQueue {
        enum Place { case session(SessionQueue), wait(Int) }
        let place = try state.withLock { state throws(StoreError) -> Place in
            if state.closed { throw .closed }
            if let session = state.idle.popLast() { return .session(session) }
            guard state.waiters.count < waitersMax else { throw .limit(.waiters) }
            state.next += 1
            return .wait(state.next)
        }
        switch place {
        case .session(let session): return session
        case .wait(let number): return try await wait(number)
        }
    }

    var load: DatabaseLoad {
        state.withLock {
            DatabaseLoad(
                running: all.count - $0.idle.count, waiting: $0.waiters.count, connectionsMax: all.count)
        }
    }

    func giveBack(_ session: SessionQueue) {
        let waiter: Waiter? = state.withLock { state in
            if state.waiters.isEmpty {
                state.idle.append(session)
                return nil
            }
            return state.waiters.removeFirst()
        }
        waiter?.continuation.resume(returning: session)
    }

    func close() async {
        let waiters = state.withLock { state in
            defer { state.waiters = [] }
            state.closed = true
            return state.waiters
        }
        for waiter in waiters { waiter.continuation.resume(returning: nil) }
        for session in all { await session.disconnect() }
    }

    private func wait(_ number: Int) async throws(StoreError) -> SessionQueue {
        let limit = Task { [self] in
            try await Task.sleep(for: .seconds(waitSeconds))
            giveUp(number)
        }
        defer { limit.cancel() }
        let session = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in enqueue(Waiter(number: number, continuation: continuation))
            }
        } onCancel: {
            giveUp(number)
        }
        if let session { return session }
        if Task.isCancelled { throw .cancelled }
        if state.withLock({ $0.closed }) { throw .closed }
        throw .busy(reason: "no connection was free for \(waitSeconds) seconds")
    }

    /// A session may have come back, and the pool may have closed, since the caller was told to wait.
    private func enqueue(_ waiter: Waiter) {
        let answer: SessionQueue?? = state.withLock { state in
            if state.closed || Task.isCancelled { return .some(nil) }
            if let session = state.idle.popLast() { return .some(session) }
            state.waiters.append(waiter)
            return nil
        }
        if let answer { waiter.continuation.resume(returning: answer) }
    }

    private func giveUp(_ number: Int) {
        let waiter: Waiter? = state.withLock { state in
            guard let place = state.waiters.firstIndex(where: { $0.number == number }) else { return nil }
            return state.waiters.remove(at: place)
        }
        waiter?.continuation.resume(returning: nil)
    }
}
