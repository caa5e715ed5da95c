package import Domain
import Insight
import Store

extension Issues {
    /// How often a run begins anew because something was decided while it computed.
    static let attemptsMax = 5

    /// Puts the State's newcomers into issues, and brings proposals up to date. What stands stays where it is.
    ///
    /// Runs outside the pool that answers requests; a State that is being computed in this process is not computed twice. A
    /// decision made meanwhile is never lost: the run begins anew.
    @discardableResult
    package func refresh(_ state: StateCode) async throws(IssueError) -> IssueRefresh {
        try await start(state).value.get()
    }

    /// The run under way for this State, or a new one.
    func start(_ state: StateCode) -> Task<Result<IssueRefresh, IssueError>, Never> {
        work.run(state) {
            do throws(IssueError) { return .success(try await run(state)) } catch { return .failure(error) }
        }
    }

    private func run(_ state: StateCode) async throws(IssueError) -> IssueRefresh {
        let began = ContinuousClock.now
        for attempt in 1...Self.attemptsMax {
            guard var refresh = try await tryOnce(state) else { continue }
            refresh.attempts = attempt
            let took = (ContinuousClock.now - began).components
            refresh.milliseconds = Int(took.seconds) * 1_000 + Int(took.attoseconds / 1_000_000_000_000_000)
            return refresh
        }
        throw .busy
    }

    /// Nil where something was decided or removed between reading and writing.
    private func tryOnce(_ state: StateCode) async throws(IssueError) -> IssueRefresh? {
        let issues = self
        let before: StandingIssues
        do throws(StoreError) {
            before = try await database.read { try StandingIssues.read(state, issues, $0) }
        } catch { throw IssueError(error) }
        let plan = await work.compute(state) {
            let found = IssueFinder.find(before.records, standing: before.standing)
            return IssuePlan(before, state, found.issues, found.proposals)
        }
        let new = try await takeIDs("issue", plan.made.count)
        let proposals = try await takeIDs("issue_proposal", plan.proposals.count)
        let at = clock.instant
        do throws(StoreError) {
            return try await database.change(at: at) { connection, log in
                guard try IssueStateRow.lock(state, connection) == before.version else { throw Moved() }
                let done = try plan.write(issues: new, proposals: proposals, at: at, connection)
                if done.joined + done.made + done.removed > 0 { log.audit(Self.entry(done)) }
                return done
            }.value
        } catch {
            switch error {
            case .abandoned(is Moved): return nil
            // A record was removed while this was written.
            case .constraint(.foreignKey, _): return nil
            default: throw IssueError(error)
            }
        }
    }

    private struct Moved: Error {}

    private static func entry(_ done: IssueRefresh) -> AuditEntry {
        AuditEntry(
            actor: Caller.system.name, action: "issue.refresh", subject: "state/\(done.state.rawValue)",
            detail: "{\"joined\":\(done.joined),\"made\":\(done.made),\"removed\":\(done.removed)}")
    }
}
