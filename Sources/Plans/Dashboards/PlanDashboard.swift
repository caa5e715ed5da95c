package import Domain

/// What the plan's recommendations can be told apart by.
package enum PlanDimension: String, Sendable, CaseIterable {
    case theme, goal, person, institution, mechanism
}

/// Recommendations in numbers: what the State says of them, what is late, what nobody does anything for.
package struct PlanStanding: Hashable, Sendable {
    package var all = 0
    /// By what the State says; what is missing was not said.
    package var said: [ImplementationStatus: Int] = [:]
    package var late = 0
    /// Those whose commitment has no action.
    package var withoutAction = 0

    package init() {}

    package var unsaid: Int { all - said.values.reduce(0, +) }
}

/// Recommendations of one theme, goal, group, institution or mechanism. One recommendation can be in several.
package struct PlanStandingPart: Hashable, Sendable {
    /// A code, or the id of the institution that leads; nil: nobody leads.
    package var key: String?
    package var standing: PlanStanding
}

/// Actions in numbers.
package struct ActionFigures: Hashable, Sendable {
    package var all = 0
    package var byStatus: [ActionStatus: Int] = [:]
    package var late = 0
    /// Actions that nobody pays for in full.
    package var withGap = 0
    /// Actions of which nobody said whether they are paid for.
    package var unknownGap = 0

    package init() {}

    package var ended: Int { byStatus[.done, default: 0] + byStatus[.stopped, default: 0] }
}

/// Money that is missing, in one currency: sums of different currencies are never added.
package struct PlanGap: Hashable, Sendable {
    package var institution: InstitutionID?
    package var currency: CurrencyCode
    /// In the currency's smallest unit.
    package var amount: Int64
    package var actions: Int
}

/// Where the plan stands, in numbers. Each is the length of the list that the plan gives for the same filter.
package struct PlanDashboard: Sendable {
    package var today: CalendarDate
    package var recommendations: PlanStanding
    package var commitments: Int
    /// Commitments whose own date, or an action's, has passed.
    package var lateCommitments: Int
    package var commitmentsWithoutAction: Int
    package var commitmentsWithoutLead: Int
    /// By the institution that leads; nil: nobody does.
    package var actions: [InstitutionID?: ActionFigures]
    /// Most first, within a currency.
    package var gaps: [PlanGap]
    /// Most recommendations first.
    package var parts: [PlanDimension: [PlanStandingPart]]

    /// All actions.
    package var total: ActionFigures {
        actions.values.reduce(into: ActionFigures()) { sum, one in
            sum.all += one.all
            sum.late += one.late
            sum.withGap += one.withGap
            sum.unknownGap += one.unknownGap
            sum.byStatus.merge(one.byStatus) { $0 + $1 }
        }
    }

    /// Missing money of all institutions, by currency.
    package var missing: [(currency: CurrencyCode, amount: Int64, actions: Int)] {
        Dictionary(grouping: gaps, by: \.currency).map { currency, gaps in
            (currency, gaps.reduce(0) { $0 + $1.amount }, gaps.reduce(0) { $0 + $1.actions })
        }.sorted { $0.currency < $1.currency }
    }
}
