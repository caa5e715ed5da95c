package import Domain

/// What a workspace took into its plan: one issue with the recommendations that stand in it, or one recommendation by itself,
/// noted ones too. Its status is what the State says of implementation, never computed from actions.
package struct Commitment: Hashable, Sendable {
    package var id: CommitmentID
    package var workspace: WorkspaceID
    /// Exactly one of the two is there.
    package var issue: IssueID?
    package var recommendation: RecommendationID?
    package var title: String
    package var priority: Priority
    package var lead: InstitutionID?
    /// By id.
    package var supporting: [InstitutionID]
    /// By kind and code.
    package var links: [PlanLink]
    package var due: CalendarDate?
    /// Nil: nothing was said.
    package var status: ImplementationStatus?
    /// Taken out of the plan; kept for its history.
    package var isWithdrawn: Bool
    package var version: Int

    package init(
        id: CommitmentID, workspace: WorkspaceID, issue: IssueID? = nil, recommendation: RecommendationID? = nil,
        title: String, priority: Priority = .none, lead: InstitutionID? = nil, supporting: [InstitutionID] = [],
        links: [PlanLink] = [], due: CalendarDate? = nil, status: ImplementationStatus? = nil,
        isWithdrawn: Bool = false, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.issue = issue
        self.recommendation = recommendation
        self.title = title
        self.priority = priority
        self.lead = lead
        self.supporting = supporting
        self.links = links
        self.due = due
        self.status = status
        self.isWithdrawn = isWithdrawn
        self.version = version
    }
}

package typealias CommitmentID = ID<Commitment>

package enum Priority: String, Sendable, CaseIterable {
    case high, medium, low, none
}

/// How far the State says it is with what was recommended.
package enum ImplementationStatus: String, Sendable, CaseIterable {
    case notStarted, underWay, partly, fully, notPursued
}

/// Where a commitment stands in other plans.
package struct PlanLink: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case nationalPlan = "national-plan"
        case cooperationFramework = "cooperation-framework"
        case sdgTarget = "sdg-target"
        case humanRightsPlan = "human-rights-plan"
    }

    package var kind: Kind
    /// The target's code (`16.3`), or the plan's own number of the place.
    package var code: String
    /// As the plan words it; empty for targets, which have names in every language.
    package var title: String

    package init(kind: Kind, code: String, title: String = "") {
        self.kind = kind
        self.code = code
        self.title = title
    }
}

/// One recommendation within a commitment. Where it has no lead, date or status of its own, the commitment's lead and date hold;
/// its status is its own alone.
package struct PlannedRecommendation: Hashable, Sendable {
    package var id: PlannedRecommendationID
    package var workspace: WorkspaceID
    package var commitment: CommitmentID
    package var recommendation: RecommendationID
    /// Nil: the commitment's.
    package var lead: InstitutionID?
    /// Nil: the commitment's.
    package var due: CalendarDate?
    /// Nil: nothing was said of this one.
    package var status: ImplementationStatus?
    package var isWithdrawn: Bool
    package var version: Int

    package init(
        id: PlannedRecommendationID, workspace: WorkspaceID, commitment: CommitmentID,
        recommendation: RecommendationID, lead: InstitutionID? = nil, due: CalendarDate? = nil,
        status: ImplementationStatus? = nil, isWithdrawn: Bool = false, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.commitment = commitment
        self.recommendation = recommendation
        self.lead = lead
        self.due = due
        self.status = status
        self.isWithdrawn = isWithdrawn
        self.version = version
    }
}

package typealias PlannedRecommendationID = ID<PlannedRecommendation>
