package import Domain
package import Insight

/// Everything about one issue. One that became part of another has no members and says where they went.
package struct IssuePage: Sendable {
    package var summary: IssueSummary
    package var issue: Issue { summary.issue }
    /// In the order of groups (the largest first), time and id; at most `membersMax` from the place asked for.
    package var members: [IssueMember]
    /// The first of the members that follow these; nil on the last page.
    package var next: Int?
    /// What was asked when, by whom, and what the State answered; in the order of time.
    package var occasions: [IssueOccasion]
    /// Moves out of it that the program would make.
    package var leaving: [ProposalEntry]
    /// Moves into it that the program would make.
    package var arriving: [ProposalEntry]
    /// Newest first, at most 200.
    package var decisions: [IssueDecision]
    /// Where it went in the end, where it was merged.
    package var wentTo: IssueID?

    package static let membersMax = 200
}

/// A recommendation in an issue, and why it is here.
package struct IssueMember: Sendable {
    package var record: RecommendationSummary
    /// The whole text in the language of `record`.
    package var text: String
    /// Members that say nearly the same carry the same number, from 1.
    package var group: Int
    /// Members of that group.
    package var groupSize: Int
    package var isPinned: Bool
    /// A person put it here.
    package var isPlaced: Bool
    /// Since when, a fixed-width UTC instant.
    package var since: String
    /// The State's first answer; nil where the mechanism knows none.
    package var answered: Position?
    /// The reason's words that its texts have.
    package var words: [String]
    /// The reason's themes that it carries.
    package var themes: [String]
    /// The reason's persons that it names.
    package var persons: [String]
}

/// One row of the table of repeats.
package struct IssueOccasion: Sendable {
    package var occasion: Occasion
    /// Its documents with their symbols.
    package var documents: [(id: DocumentID, symbol: DocumentSymbol?)]
    /// Answers that changed after the first.
    package var changes: [LaterChange]
    package var assessments: [(recommendation: RecommendationID, assessment: Assessment)]
}

/// A proposal with what a person needs to decide on it.
package struct ProposalEntry: Sendable {
    package var move: ProposedMove
    package var record: RecommendationSummary
    package var text: String
    package var from: Issue
    package var to: Issue
}
