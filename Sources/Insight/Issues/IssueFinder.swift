package import Domain

/// What the finder is told of one recommendation of a State.
package struct IssueRecord: Sendable {
    package var id: RecommendationID
    package var texts: [LanguageTag: String]
    package var themes: [String]
    package var persons: [String]
    /// Goals and targets.
    package var sdgs: [String]
    package var action: ActionCategory?
    package var mechanism: MechanismCode
    package var document: DocumentID
    package var cycle: Int?
    package var year: Int?

    package init(
        id: RecommendationID, texts: [LanguageTag: String], themes: [String] = [], persons: [String] = [],
        sdgs: [String] = [], action: ActionCategory? = nil, mechanism: MechanismCode, document: DocumentID,
        cycle: Int? = nil, year: Int? = nil
    ) {
        self.id = id
        self.texts = texts
        self.themes = themes
        self.persons = persons
        self.sdgs = sdgs
        self.action = action
        self.mechanism = mechanism
        self.document = document
        self.cycle = cycle
        self.year = year
    }
}

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
