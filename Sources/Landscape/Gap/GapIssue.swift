package import Domain
package import Programmes

/// An issue of a State with what is known of its help.
package struct GapIssue: Sendable {
    package var issue: Issue
    /// Its recommendations, those of the scope alone.
    package var recommendations: Int
    /// Programmes under way that are linked to it.
    package var programmes: [ProgrammeID]
    /// Needs stated from it or from its recommendations that are still asked for.
    package var needs: [NeedID]
    /// Its own themes on which an offer is open.
    package var offered: [String]
    /// Of the reader's own plan; nil where it is not the reader's to see.
    package var plan: PlannedIssue?

    package var standing: GapStanding {
        if !programmes.isEmpty { return .helped }
        if !needs.isEmpty { return .asked }
        return offered.isEmpty ? .none : .offered
    }
}

/// Where an issue stands between what was recommended and help: the first that holds.
package enum GapStanding: String, Hashable, Sendable, CaseIterable {
    /// A programme under way is linked to it.
    case helped
    /// Nobody helps, and a need asks for it.
    case asked
    /// Nobody helps or asks, and an open offer names one of its themes.
    case offered
    /// None of these is known here. Help may exist that nobody told this program of.
    case none
}

/// What a plan says of an issue.
package struct PlannedIssue: Hashable, Sendable {
    package var isPlanned = false
    package var actions = 0
    /// Actions whose cost is known.
    package var costed = 0
    /// Actions whose cost is known and of which nothing is missing.
    package var covered = 0
    /// Actions with a part nobody pays for.
    package var short = 0
}

/// Which issues of a State a list shows.
package enum GapIssueFilter: String, Hashable, Sendable, CaseIterable {
    case all, helped, asked, offered, none
    /// With a need, whether helped or not; with an open offer, whether asked for or not.
    case need, offer
    case planned, unplanned, acted, costed, covered, short

    /// Whether it asks for the reader's own plan.
    package var isOfPlan: Bool {
        switch self {
        case .planned, .unplanned, .acted, .costed, .covered, .short: true
        default: false
        }
    }

    package func takes(_ issue: GapIssue) -> Bool {
        switch self {
        case .all: true
        case .helped: issue.standing == .helped
        case .asked: issue.standing == .asked
        case .offered: issue.standing == .offered
        case .none: issue.standing == .none
        case .need: !issue.needs.isEmpty
        case .offer: !issue.offered.isEmpty
        case .planned: issue.plan?.isPlanned == true
        case .unplanned: issue.plan?.isPlanned == false
        case .acted: (issue.plan?.actions ?? 0) > 0
        case .costed: (issue.plan?.costed ?? 0) > 0
        case .covered: issue.plan.map { $0.actions > 0 && $0.covered == $0.actions } ?? false
        case .short: (issue.plan?.short ?? 0) > 0
        }
    }
}

/// The gap of one State.
package struct StateGap: Sendable {
    package var scope: GapScope
    package var state: StateCode
    /// Of the record within the scope, as search counts them.
    package var recommendations: Int
    /// By id.
    package var issues: [GapIssue]
    /// Recommendations of the State that stand in no issue yet; 0 where the list is complete. Of the whole State, whatever the scope.
    package var outside: Int
    /// Whether the State's mechanism works here: where it does not, its plans and needs are not known here.
    package var isHere: Bool
    package var sums: GapSums
    package var potential: Potential
    /// Programmes that seem to do the same, the strongest first.
    package var overlaps: [ProgrammeOverlap]
    /// The reader's own plan; nil where it is not the reader's to see.
    package var plan: [PlanMoney]?
    /// Actions in the plan within the scope; nil as above.
    package var actions: Int?

    package func count(_ filter: GapIssueFilter) -> Int { issues.count { filter.takes($0) } }
}

/// What a plan's actions cost, in one currency.
package struct PlanMoney: Hashable, Sendable {
    /// Nil: actions that say no currency, and so no cost.
    package var currency: CurrencyCode?
    package var actions: Int
    /// Over the actions whose cost is known.
    package var cost: Int64
    package var costKnown: Int
    /// Over the actions that say what is missing.
    package var gap: Int64
    package var gapKnown: Int
}

/// How much help there is within a scope.
package struct GapSums: Sendable {
    package var needs: Int
    /// Nil where a group of persons is asked for: offers name none.
    package var offers: Int?
    /// Open offers that name no theme: they are in no figure of a theme.
    package var offersOfAnyTheme: Int?
    /// Nil where a group of persons is asked for without a State: that is known through issues of one State alone.
    package var programmes: Int?
    /// In force between workspaces. Nil where a theme or a group of persons is asked for: agreements name none.
    package var agreements: Int?
    /// Programmes among them that state no sum at all. Their money is not known; it is not zero.
    package var programmesWithoutMoney: Int?
    /// What the others state, over all years, by kind and currency.
    package var money: [MoneyTotal]
}
