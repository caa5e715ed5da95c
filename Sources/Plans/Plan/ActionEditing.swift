package import Domain
import Operations
import People
import Reference
import Store

extension Plans {
    /// Adds an action to a commitment of the plan. `draft.id`, its workspace and version are given here.
    package func addAction(_ draft: Action, by member: Member) async throws(WorkspaceError) -> Action {
        let limit = try member.limit(.editPlan)
        var action = draft
        action.title = try PlanLimits.title(draft.title)
        action.description = try PlanLimits.description(draft.description)
        action.money = try PlanLimits.money(draft.money)
        var changes = PlanChanges()
        changes.lead = .set(draft.lead)
        changes.supporting = .set(draft.supporting)
        changes.starts = .set(draft.starts)
        changes.due = .set(draft.due)
        try action.apply(changes)
        action.isWithdrawn = false
        action.version = 1
        action.workspace = member.workspace.id
        action.id = ActionID(try await store.take(.action).lowerBound)
        let made = action
        let all = changes
        try await finished(member) { change in
            var work = try PlanWork(why: nil, limit: limit, change.connection, change.workspace)
            try work.check(all)
            let commitment = try Commitment.find(
                [made.commitment.value], change.workspace, reach: limit, change.connection
            ).first
            guard let commitment, !commitment.isWithdrawn else { throw WorkspaceError.notFound }
            let count = try change.connection.count(
                "SELECT COUNT(*) FROM action WHERE commitment_id = $1 AND workspace_id = $2 AND withdrawn = 0",
                [.int(commitment.number), .int(change.workspace.value)])
            guard count < PlanLimits.actionsMax else {
                throw WorkspaceError.invalid("commitment", "plan.allowed.actions")
            }
            try work.add([made], &change)
            return work
        }
        return made
    }

    /// Changes one action that is at `version`; `stale` where it is not any more.
    @discardableResult
    package func updateAction(
        _ id: ActionID, _ changes: ActionChanges, version: Int, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        try await update(Action.self, id.value, version, why, changes.common, member) { try $0.apply(changes) }
    }

    /// Changes one commitment that is at `version`; `stale` where it is not any more.
    @discardableResult
    package func updateCommitment(
        _ id: CommitmentID, _ changes: CommitmentChanges, version: Int, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        let targets = Set(library.reference.goals.filter(\.isTarget).map(\.code))
        return try await update(Commitment.self, id.value, version, why, changes.common, member) {
            try $0.apply(changes, targets: targets)
        }
    }

    /// Changes one recommendation of a commitment; `stale` where it is not at `version` any more.
    @discardableResult
    package func updateRecommendation(
        _ id: PlannedRecommendationID, _ changes: PlanChanges, version: Int, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        try await update(PlannedRecommendation.self, id.value, version, why, changes, member) {
            try $0.apply(changes)
        }
    }

    /// Adds a step to an action.
    package func addMilestone(
        _ action: ActionID, title: String, due: CalendarDate?, by member: Member
    ) async throws(WorkspaceError) -> Milestone {
        let limit = try member.limit(.editPlan)
        let title = try PlanLimits.title(title)
        try PlanLimits.day("due", due)
        let milestone = Milestone(
            id: MilestoneID(try await store.take(.milestone).lowerBound), workspace: member.workspace.id,
            action: action, title: title, due: due)
        try await finished(member) { change in
            var work = try PlanWork(why: nil, limit: limit, change.connection, change.workspace)
            let found = try Action.find([action.value], change.workspace, reach: limit, change.connection).first
            guard let found, !found.isWithdrawn else { throw WorkspaceError.notFound }
            let count = try Milestone.of([action], change.workspace, change.connection).count { !$0.isWithdrawn }
            guard count < PlanLimits.milestonesMax else {
                throw WorkspaceError.invalid("title", "plan.allowed.milestones")
            }
            try work.add([milestone], &change)
            return work
        }
        return milestone
    }

    @discardableResult
    package func updateMilestone(
        _ id: MilestoneID, _ changes: MilestoneChanges, version: Int, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        try await update(Milestone.self, id.value, version, why, PlanChanges(), member) { try $0.apply(changes) }
    }

    private func update<Object: PlanObject>(
        _ type: Object.Type, _ id: Int64, _ version: Int, _ why: String?, _ changes: PlanChanges, _ member: Member,
        _ body: @Sendable @escaping (inout Object) throws -> Void
    ) async throws(WorkspaceError) -> PlanChangeResult {
        let limit = try member.limit(.editPlan)
        let why = try PlanReason.checked(why)
        return try await finished(member) { change in
            var work = try PlanWork(why: why, limit: limit, change.connection, change.workspace)
            try work.check(changes)
            try work.edit(Object.self, [id], version: version, &change, body)
            return work
        }
    }
}
