package import Domain
import Store

extension Issues {
    /// Writes one decision in one transaction. `body` returns the other issue it touched; the second value is the id of an issue it
    /// may make.
    func decide(
        _ action: IssueDecision.Action, on issue: IssueID, name: String? = nil, by caller: Caller,
        _ body: @Sendable @escaping (inout DecisionDraft, _ new: IssueID) throws -> IssueID?
    ) async throws(IssueError) -> IssueDecision {
        guard caller.role == .coordinator || !caller.states.isEmpty else { throw .forbidden }
        let id = IssueDecisionID(try await takeIDs("issue_decision", 1).lowerBound)
        let new = IssueID(try await takeIDs("issue", 1).lowerBound)
        let issues = self
        return try await change { connection, log, at in
            var draft = try DecisionDraft(issues, on: issue, at: at, connection)
            guard caller.decidesIssues(of: draft.state) else { throw IssueError.forbidden }
            let other = try body(&draft, new)
            let decision = IssueDecision(
                id: id, state: draft.state, at: at, caller: caller.name, action: action, issue: issue, other: other,
                name: name)
            return try Self.keep(decision, &draft, &log, connection)
        }
    }

    /// The same for a proposal that is open.
    func decide(
        _ action: IssueDecision.Action, on proposal: ProposedMoveID, by caller: Caller,
        _ body: @Sendable @escaping (inout DecisionDraft, ProposedMove) throws -> IssueID?
    ) async throws(IssueError) -> IssueDecision {
        guard caller.role == .coordinator || !caller.states.isEmpty else { throw .forbidden }
        let id = IssueDecisionID(try await takeIDs("issue_decision", 1).lowerBound)
        let issues = self
        return try await change { connection, log, at in
            guard let found = try IssueProposalRow.find(proposal, connection) else { throw IssueError.settled }
            var draft = try DecisionDraft(issues, on: found.move.from, at: at, connection)
            guard caller.decidesIssues(of: draft.state) else { throw IssueError.forbidden }
            // Once more: only now nobody else decides on it.
            guard let move = try IssueProposalRow.find(proposal, connection)?.move, move.status == .open,
                move.from == found.move.from
            else { throw IssueError.settled }
            let other = try body(&draft, move)
            var decision = IssueDecision(
                id: id, state: draft.state, at: at, caller: caller.name, action: action, issue: move.from, other: other)
            decision.recommendations = [move.recommendation]
            return try Self.keep(decision, &draft, &log, connection)
        }
    }

    /// Takes a decision back, where nothing decided later touched the same things. Records that are gone by now are left out.
    @discardableResult
    package func reverse(
        _ decision: IssueDecisionID, by caller: Caller
    ) async throws(IssueError) -> IssueDecision {
        guard caller.role == .coordinator || !caller.states.isEmpty else { throw .forbidden }
        let id = IssueDecisionID(try await takeIDs("issue_decision", 1).lowerBound)
        let issues = self
        return try await change { connection, log, at in
            guard let found = try IssueDecisionRow.find(decision, connection) else { throw IssueError.notFound }
            var draft = try DecisionDraft(issues, on: found.decision.issue, at: at, connection)
            guard caller.decidesIssues(of: draft.state) else { throw IssueError.forbidden }
            guard let (earlier, text) = try IssueDecisionRow.find(decision, connection),
                let detail = IssueForms.value(DecisionDetail.self, text)
            else { throw IssueError.notFound }
            guard earlier.reversedBy == nil else { throw IssueError.overtaken }
            try draft.undo(detail, of: earlier, by: caller)
            let decision = IssueDecision(
                id: id, state: draft.state, at: at, caller: caller.name, action: .reverse, issue: earlier.issue,
                other: earlier.other, name: earlier.name, reverses: earlier.id)
            return try Self.keep(decision, &draft, &log, connection)
        }
    }

    private static func keep(
        _ decision: IssueDecision, _ draft: inout DecisionDraft, _ log: inout LogDraft,
        _ connection: any WriteConnection
    ) throws -> IssueDecision {
        try draft.finish()
        var decision = decision
        if decision.recommendations.isEmpty { decision.recommendations = Self.recommendations(draft.detail) }
        try IssueDecisionRow.insert(decision, detail: IssueForms.text(draft.detail), connection)
        log.audit(Self.entry(decision, count: draft.detail.members.count))
        return decision
    }

    static func recommendations(_ detail: DecisionDetail) -> [RecommendationID] {
        detail.members.prefix(IssueDecision.recommendationsMax).map { RecommendationID($0.recommendation) }.sorted()
    }

    /// Numbers, never texts.
    private static func entry(_ decision: IssueDecision, count: Int) -> AuditEntry {
        var fields = ["\"decision\":\(decision.id)"]
        if let other = decision.other { fields.append("\"other\":\(other)") }
        if let reverses = decision.reverses { fields.append("\"reverses\":\(reverses)") }
        let listed = decision.recommendations.map { String($0.value) }.joined(separator: ",")
        fields += ["\"count\":\(count)", "\"recommendations\":[\(listed)]"]
        return AuditEntry(
            actor: decision.caller, action: "issue.\(decision.action.rawValue)", subject: "issue/\(decision.issue)",
            detail: "{" + fields.joined(separator: ",") + "}")
    }
}

extension DecisionDraft {
    /// Puts back what a decision found, where everything is as it left it.
    mutating func undo(_ detail: DecisionDetail, of decision: IssueDecision, by caller: Caller) throws {
        for change in detail.issues.reversed() { try undo(change, of: decision) }
        for change in detail.members.reversed() { try undo(change) }
        guard let change = detail.proposal, let now = try IssueProposalRow.find(ProposedMoveID(change.id), connection)
        else { return }
        guard now.move.status.rawValue == change.status.after,
            let status = ProposedMove.Status(rawValue: change.status.before)
        else { throw IssueError.overtaken }
        try settle(now.move, status, by: caller)
    }

    private mutating func undo(_ change: DecisionDetail.IssueChange, of decision: IssueDecision) throws {
        let id = IssueID(change.id)
        guard let row = try IssueRow.find([id], connection).first else { throw IssueError.notFound }
        let isAsLeft =
            change.name.map { $0.after == row.givenName } ?? true
            && change.isDecided.map { $0.after == row.isDecided } ?? true
            && change.mergedInto.map { $0.after == row.mergedInto?.value } ?? true
        // One that became part of another since stands there.
        guard isAsLeft, row.mergedInto == nil || change.mergedInto != nil else { throw IssueError.overtaken }
        take(row)
        let isDecided = try isDecided(id, without: decision) ?? change.isDecided?.before
        self.change(
            id, name: change.name.map { .some($0.before) } ?? .none, isDecided: isDecided,
            mergedInto: change.mergedInto.map { .some($0.before.map { IssueID($0) }) } ?? .none)
    }

    /// What people divided or joined stays decided as long as one such decision stands. Nil where this one was none, or where the
    /// issue was made by a person.
    private func isDecided(_ issue: IssueID, without decision: IssueDecision) throws -> Bool? {
        func decides(_ action: IssueDecision.Action) -> Bool { action == .split || action == .merge }
        guard decides(decision.action) else { return nil }
        let history = try IssueDecisionRow.all(of: issue, limit: .max, connection)
        let isFound = history.contains { entry in
            IssueForms.value(DecisionDetail.self, entry.detail)?.issues.contains {
                $0.id == issue.value && $0.isDecided?.before == false
            } ?? false
        }
        guard isFound else { return nil }
        return history.contains {
            $0.decision.id != decision.id && $0.decision.reversedBy == nil && decides($0.decision.action)
        }
    }

    private mutating func undo(_ change: DecisionDetail.MemberChange) throws {
        let id = RecommendationID(change.recommendation)
        // Gone with its import, or no longer spoken to this State.
        guard let member = try IssueMemberRow.all(of: id, connection).first(where: { $0.state == state }) else {
            return
        }
        guard DecisionDetail.Place(member) == change.place.after else { throw IssueError.overtaken }
        let goal = IssueID(change.place.before.issue)
        _ = try issue(goal)
        try place(member, in: goal, pinned: change.place.before.isPinned, placed: change.place.before.isPlaced)
    }
}
