package import Domain

/// What a list of the plan is made of.
package enum PlanRows: String, Sendable, CaseIterable {
    case commitments, recommendations, actions
}

/// What a list of the plan is narrowed by; nil and false: not at all. What speaks of the record holds where one of the
/// recommendations in question fits all of it.
package struct PlanFilter: Hashable, Sendable {
    /// Who leads; of a recommendation without a lead of its own, the commitment's lead.
    package enum Lead: Hashable, Sendable {
        case institution(InstitutionID)
        case nobody
    }

    /// A status of implementation of commitments and recommendations, or that nothing was said.
    package enum Standing: Hashable, Sendable {
        case said(ImplementationStatus)
        case nothing
    }

    package enum Money: String, Sendable, CaseIterable {
        /// An action has a gap above zero.
        case missing
        /// The gap of an action is not known.
        case unknown
    }

    package var lead: Lead?
    package var supporting: InstitutionID?
    package var priority: Priority?
    package var standing: Standing?
    package var actionStatus: ActionStatus?
    package var mechanism: MechanismCode?
    package var theme: String?
    /// A goal (`16`) with all its targets, or a target (`16.3`).
    package var goal: String?
    /// A group of affected persons.
    package var person: String?
    package var position: Position?
    package var issue: IssueID?
    package var commitment: CommitmentID?
    package var recommendation: RecommendationID?
    package var isLate = false
    package var money: Money?
    /// Amounts of actions are in this currency.
    package var currency: CurrencyCode?
    package var isWithoutAction = false
    /// A date from this day on, and before or on that day.
    package var dueFrom: CalendarDate?
    package var dueTo: CalendarDate?
    /// Words that all stand in the title.
    package var text = ""

    package init() {}
}

package enum PlanSort: String, Sendable, CaseIterable {
    case due, priority, title, lead, status
    /// In the order they came into the plan.
    case made
}

/// Where a page of a list ends: the next begins after it.
package struct PlanCursor: Hashable, Sendable {
    package var key: String
    package var id: Int64

    package init(key: String, id: Int64) {
        self.key = key
        self.id = id
    }

    /// Reads what `description` writes.
    package init?(_ text: String) {
        guard let tilde = text.lastIndex(of: "~"), let id = Int64(text[text.index(after: tilde)...]), id > 0 else {
            return nil
        }
        self.init(key: String(text[..<tilde]), id: id)
    }
}

extension PlanCursor: CustomStringConvertible {
    package var description: String { "\(key)~\(id)" }
}

/// One page of a list, and how many there are in all.
package struct PlanPage<Item: Sendable>: Sendable {
    package var items: [Item]
    package var total: Int
    /// Nil at the end.
    package var next: PlanCursor?
}

/// Rows that one step of work is done on: some, or all that a filter leaves.
package struct PlanSelection: Hashable, Sendable {
    package static let rowsMax = 5_000

    package var rows: PlanRows
    /// Nil: all of the filter.
    package var ids: [Int64]?
    package var filter: PlanFilter

    package init(_ rows: PlanRows, ids: [Int64]) {
        self.rows = rows
        self.ids = ids
        filter = PlanFilter()
    }

    package init(_ rows: PlanRows, all filter: PlanFilter) {
        self.rows = rows
        self.filter = filter
    }
}
