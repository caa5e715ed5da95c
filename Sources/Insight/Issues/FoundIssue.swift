package import Domain

/// An issue as found: an old one with what joined it, or a new one.
package struct FoundIssue: Sendable {
    /// Nil for a new one.
    package var id: IssueID?
    /// All members, those it had included. Members that are near-duplicates carry the same group number, from 1 in each issue.
    package var members: [(recommendation: RecommendationID, group: Int)]
    /// The member that stands best for all.
    package var representative: RecommendationID
    /// A plain name in each language that the representative has a text in.
    package var names: [LanguageTag: String]
    package var reason: IssueReason

    package init(
        id: IssueID?, members: [(recommendation: RecommendationID, group: Int)], representative: RecommendationID,
        names: [LanguageTag: String], reason: IssueReason
    ) {
        self.id = id
        self.members = members
        self.representative = representative
        self.names = names
        self.reason = reason
    }
}

/// A change of what stands that the finder would make, left to a person.
package struct IssueProposal: Sendable {
    package var move: IssueMove
    package var from: IssueID
    /// 0...1, how much better it fits there.
    package var strength: Double
    /// Words shared with the members there.
    package var words: [String]

    package init(move: IssueMove, from: IssueID, strength: Double, words: [String]) {
        self.move = move
        self.from = from
        self.strength = strength
        self.words = words
    }
}
