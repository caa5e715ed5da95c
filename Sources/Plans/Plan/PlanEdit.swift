package import Domain

/// What happens to one field.
package enum Edit<Value: Hashable & Sendable>: Hashable, Sendable {
    case keep
    /// Nil values empty the field.
    case set(Value)

    func apply(to value: inout Value) {
        if case .set(let new) = self { value = new }
    }
}

/// What happens to supporting institutions.
package enum SupportEdit: Hashable, Sendable {
    case keep
    case set([InstitutionID])
    case add([InstitutionID])
    case remove([InstitutionID])

    /// Without the lead, each once, by id.
    func apply(to institutions: inout [InstitutionID], lead: InstitutionID?) {
        var all = Set(institutions)
        switch self {
        case .keep: break
        case .set(let new): all = Set(new)
        case .add(let new): all.formUnion(new)
        case .remove(let old): all.subtract(old)
        }
        if let lead { all.remove(lead) }
        institutions = all.sorted()
    }

    var named: [InstitutionID] {
        switch self {
        case .keep: []
        case .set(let all), .add(let all), .remove(let all): all
        }
    }
}

/// One step of work on many rows. What does not fit the kind of row (a priority of actions) leaves it as it is.
package struct PlanChanges: Hashable, Sendable {
    package var lead: Edit<InstitutionID?> = .keep
    package var supporting: SupportEdit = .keep
    package var starts: Edit<CalendarDate?> = .keep
    package var due: Edit<CalendarDate?> = .keep
    package var priority: Edit<Priority> = .keep
    /// Of commitments and recommendations.
    package var standing: Edit<ImplementationStatus?> = .keep
    /// Of actions.
    package var status: Edit<ActionStatus> = .keep
    /// Out of the plan, or in again.
    package var isWithdrawn: Edit<Bool> = .keep

    package init() {}
    package var isEmpty: Bool { self == PlanChanges() }
}

/// What is changed of one commitment.
package struct CommitmentChanges: Hashable, Sendable {
    package var title: Edit<String> = .keep
    package var links: Edit<[PlanLink]> = .keep
    package var common = PlanChanges()

    package init() {}
}

/// What is changed of one action.
package struct ActionChanges: Hashable, Sendable {
    package var title: Edit<String> = .keep
    package var description: Edit<String> = .keep
    package var money: Edit<ActionMoney> = .keep
    package var common = PlanChanges()

    package init() {}
}

/// What is changed of one milestone.
package struct MilestoneChanges: Hashable, Sendable {
    package var title: Edit<String> = .keep
    package var due: Edit<CalendarDate?> = .keep
    package var done: Edit<CalendarDate?> = .keep
    package var isWithdrawn: Edit<Bool> = .keep

    package init() {}
}

/// What a step of work did.
package struct PlanChangeResult: Hashable, Sendable {
    /// Rows that are different now.
    package var changed: Int
    /// Rows that were so already.
    package var unchanged: Int
    /// Institutions that were told.
    package var told: Int
    /// The batch in history that takes all of it back; nil where nothing changed.
    package var batch: FieldChangeID?

    package init(changed: Int, unchanged: Int, told: Int, batch: FieldChangeID? = nil) {
        self.changed = changed
        self.unchanged = unchanged
        self.told = told
        self.batch = batch
    }
}
