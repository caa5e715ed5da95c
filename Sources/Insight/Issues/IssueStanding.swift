package import Domain

/// What stands already and what people decided.
package struct IssueStanding: Sendable {
    /// Members of each issue that exists.
    package var issues: [IssueID: [RecommendationID]]
    /// Members that a person put where they are: never proposed elsewhere.
    package var pinned: Set<RecommendationID>
    /// Issues that a person made, split or merged: nothing in them is proposed elsewhere, and they are not proposed to be one.
    package var decided: Set<IssueID>
    /// Moves that a person declined.
    package var declined: Set<IssueMove>

    package init(
        issues: [IssueID: [RecommendationID]] = [:], pinned: Set<RecommendationID> = [], decided: Set<IssueID> = [],
        declined: Set<IssueMove> = []
    ) {
        self.issues = issues
        self.pinned = pinned
        self.decided = decided
        self.declined = declined
    }
}

/// A recommendation and the issue it might belong to.
package struct IssueMove: Sendable, Hashable {
    package var recommendation: RecommendationID
    package var to: IssueID

    package init(_ recommendation: RecommendationID, to: IssueID) {
        self.recommendation = recommendation
        self.to = to
    }
}
