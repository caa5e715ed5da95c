package import Domain

extension Commitment {
    package mutating func apply(_ changes: PlanChanges) throws(WorkspaceError) {
        changes.lead.apply(to: &lead)
        changes.supporting.apply(to: &supporting, lead: lead)
        guard supporting.count <= PlanLimits.supportingMax else {
            throw .invalid("supporting", "plan.allowed.supporting")
        }
        changes.due.apply(to: &due)
        changes.priority.apply(to: &priority)
        changes.standing.apply(to: &status)
        changes.isWithdrawn.apply(to: &isWithdrawn)
    }

    package mutating func apply(_ changes: CommitmentChanges, targets: Set<String>) throws(WorkspaceError) {
        if case .set(let text) = changes.title { title = try PlanLimits.title(text) }
        if case .set(let new) = changes.links { links = try PlanLimits.links(new, targets: targets) }
        try apply(changes.common)
    }
}

extension PlannedRecommendation {
    package mutating func apply(_ changes: PlanChanges) throws(WorkspaceError) {
        changes.lead.apply(to: &lead)
        changes.due.apply(to: &due)
        changes.standing.apply(to: &status)
        changes.isWithdrawn.apply(to: &isWithdrawn)
    }
}

extension Action {
    package mutating func apply(_ changes: PlanChanges) throws(WorkspaceError) {
        changes.lead.apply(to: &lead)
        changes.supporting.apply(to: &supporting, lead: lead)
        guard supporting.count <= PlanLimits.supportingMax else {
            throw .invalid("supporting", "plan.allowed.supporting")
        }
        changes.starts.apply(to: &starts)
        changes.due.apply(to: &due)
        try PlanLimits.order(starts, due)
        changes.status.apply(to: &status)
        changes.isWithdrawn.apply(to: &isWithdrawn)
    }

    package mutating func apply(_ changes: ActionChanges) throws(WorkspaceError) {
        if case .set(let text) = changes.title { title = try PlanLimits.title(text) }
        if case .set(let text) = changes.description { description = try PlanLimits.description(text) }
        if case .set(let new) = changes.money { money = try PlanLimits.money(new) }
        try apply(changes.common)
    }
}

extension Milestone {
    package mutating func apply(_ changes: MilestoneChanges) throws(WorkspaceError) {
        if case .set(let text) = changes.title { title = try PlanLimits.title(text) }
        if case .set(let date) = changes.due {
            try PlanLimits.day("due", date)
            due = date
        }
        if case .set(let date) = changes.done {
            try PlanLimits.day("done", date)
            done = date
        }
        changes.isWithdrawn.apply(to: &isWithdrawn)
    }
}
