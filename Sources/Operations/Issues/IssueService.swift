package import Domain
package import Logging
import ServiceLifecycle
import Store

/// Puts newcomers into issues while the server runs: once imports have been quiet for a moment, one State after the other, and of
/// several processes one for each State.
package struct IssueService: Service {
    private let issues: Issues
    private let logger: Logger
    private let worker: String
    private let quiet: Duration

    /// `quiet`: how long nothing may have changed before it begins.
    package init(issues: Issues, logger: Logger, quiet: Duration = .seconds(3)) {
        self.issues = issues
        self.logger = logger
        self.quiet = quiet
        worker = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown { await follow() }
    }

    private func follow() async {
        var seen: Int64 = -1
        var done: Int64 = -1
        while !Task.isCancelled {
            do throws(OperationError) {
                let position = try await issues.read { try ChangeLog.position($0) }
                if position == seen, position != done, try await pass(at: position) { done = position }
                seen = position
            } catch {
                logger.warning("Issues cannot be computed at the moment", metadata: ["reason": "\(error)"])
            }
            try? await Task.sleep(for: quiet)
        }
    }

    /// Every State that has newcomers. False where something changed meanwhile, or a State could not be done: then there is more to do.
    func pass(at position: Int64) async throws(OperationError) -> Bool {
        var waiting = try await issues.read { try IssueMemberRow.outside($0) }
        var isComplete = true
        while let next = waiting.first, !Task.isCancelled {
            issues.work.waiting(states: waiting.count, records: waiting.reduce(0) { $0 + $1.count })
            waiting.removeFirst()
            do throws(IssueError) {
                isComplete = try await issues.refresh(next.state, as: worker) && isComplete
            } catch {
                isComplete = false
                logger.warning(
                    "The issues of a State could not be computed",
                    metadata: ["state": "\(next.state.rawValue)", "reason": "\(error)"])
            }
            guard try await issues.read({ try ChangeLog.position($0) }) == position else {
                isComplete = false
                break
            }
            // Readers come first.
            try? await Task.sleep(for: .milliseconds(20))
        }
        issues.work.waiting(states: waiting.count, records: waiting.reduce(0) { $0 + $1.count })
        return isComplete && !Task.isCancelled
    }
}

extension Issues {
    /// How long a process that computes a State may say nothing before another takes it.
    private static let quietMilliseconds: Int64 = 10 * 60_000

    /// False where another process computes this State.
    func refresh(_ state: StateCode, as worker: String) async throws(IssueError) -> Bool {
        let quiet = Clock.instant(clock.milliseconds() - Self.quietMilliseconds)
        let isTaken = try await change { connection, _, at in
            try IssueStateRow.take(state, worker, at: at, quietSince: quiet, connection)
        }
        guard isTaken else { return false }
        let result = await start(state).value
        try await change { connection, _, _ in try IssueStateRow.release(state, worker, connection) }
        _ = try result.get()
        return true
    }

    /// Every State that recommendations speak to, by code.
    package func states() async throws(OperationError) -> [StateCode] {
        try await read { try IssueMemberRow.states($0) }
    }

    /// States that have recommendations in no issue, most first, with how many.
    package func waiting() async throws(OperationError) -> [(state: StateCode, count: Int)] {
        try await read { try IssueMemberRow.outside($0) }
    }
}

extension IssueService: CustomStringConvertible {
    /// For the log of services: its name alone.
    package var description: String { "IssueService" }
}
