import Dispatch
import Domain
import Synchronization

/// What this process computes: one State after the other, on a thread of its own.
final class IssueWork: Sendable {
    private struct State {
        var running: [StateCode: Task<Result<IssueRefresh, IssueError>, Never>] = [:]
        /// The run that was asked for last: the next one begins after it.
        var last: Task<Result<IssueRefresh, IssueError>, Never>?
        var progress = IssueProgress()
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "rapporteur.issues", qos: .utility)

    var progress: IssueProgress { state.withLock { $0.progress } }

    func isRunning(_ code: StateCode) -> Bool { state.withLock { $0.running[code] != nil } }

    /// How much waits, as the service counted it.
    func waiting(states: Int, records: Int) {
        state.withLock {
            $0.progress.statesWaiting = states
            $0.progress.recordsWaiting = records
        }
    }

    /// The run that is under way for this State, or a new one once those before it are done: however many States are asked for, the
    /// texts of one are in memory. It goes on when whoever asked goes away.
    func run(
        _ code: StateCode, _ body: @Sendable @escaping () async -> Result<IssueRefresh, IssueError>
    ) -> Task<Result<IssueRefresh, IssueError>, Never> {
        state.withLock { state in
            if let task = state.running[code] { return task }
            let before = state.last
            let task = Task.detached(priority: .utility) { [self] in
                _ = await before?.value
                let result = await body()
                self.state.withLock { state in
                    state.running[code] = nil
                    state.progress.statesDone += 1
                    if state.progress.state == code { state.progress.state = nil }
                    if case .failure(let error) = result {
                        state.progress.failure = "\(error)"
                    } else {
                        state.progress.failure = nil
                    }
                }
                return result
            }
            state.running[code] = task
            state.last = task
            return task
        }
    }

    /// Runs what takes long outside the pool that answers requests, one after the other.
    func compute<T: Sendable>(_ code: StateCode, _ body: @Sendable @escaping () -> T) async -> T {
        await withCheckedContinuation { continuation in
            queue.async { [self] in
                state.withLock { $0.progress.state = code }
                let value = body()
                state.withLock { if $0.progress.state == code { $0.progress.state = nil } }
                continuation.resume(returning: value)
            }
        }
    }
}
