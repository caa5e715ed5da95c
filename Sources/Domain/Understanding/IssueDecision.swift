/// A move of a recommendation to another issue that the program would make, left to a person.
package struct ProposedMove: Sendable, Hashable {
    package enum Status: String, Sendable, CaseIterable { case open, accepted, declined }

    package var id: ProposedMoveID
    package var recommendation: RecommendationID
    package var from: IssueID
    package var to: IssueID
    /// 0...1, how much better it fits there.
    package var strength: Double
    /// Words shared with the members there.
    package var words: [String]
    package var status: Status

    package init(
        id: ProposedMoveID, recommendation: RecommendationID, from: IssueID, to: IssueID, strength: Double,
        words: [String], status: Status = .open
    ) {
        self.id = id
        self.recommendation = recommendation
        self.from = from
        self.to = to
        self.strength = strength
        self.words = words
        self.status = status
    }
}

package typealias ProposedMoveID = ID<ProposedMove>

/// What a person decided about issues, for the history on their pages. A decision is never changed: taking it back is another one.
package struct IssueDecision: Sendable, Hashable {
    /// Names that stay: catalogues have a sentence for each.
    package enum Action: String, Sendable, CaseIterable {
        case rename, move, split, merge, pin, unpin, accept, decline
        /// Takes an earlier decision back.
        case reverse
    }

    package var id: IssueDecisionID
    package var state: StateCode
    /// Fixed-width UTC instant.
    package var at: String
    /// As in the audit log.
    package var caller: String
    package var action: Action
    /// The issue it was decided on.
    package var issue: IssueID
    /// The other issue it touched: where something went; nil where there is none.
    package var other: IssueID?
    /// What was moved or pinned, at most `recommendationsMax`, in order.
    package var recommendations: [RecommendationID]
    /// The name that was given; nil where none was.
    package var name: String?
    /// The decision that it takes back.
    package var reverses: IssueDecisionID?
    /// The decision that took this one back.
    package var reversedBy: IssueDecisionID?

    /// How many recommendations one decision may move.
    package static let recommendationsMax = 500

    package init(
        id: IssueDecisionID, state: StateCode, at: String, caller: String, action: Action, issue: IssueID,
        other: IssueID? = nil, recommendations: [RecommendationID] = [], name: String? = nil,
        reverses: IssueDecisionID? = nil, reversedBy: IssueDecisionID? = nil
    ) {
        self.id = id
        self.state = state
        self.at = at
        self.caller = caller
        self.action = action
        self.issue = issue
        self.other = other
        self.recommendations = recommendations
        self.name = name
        self.reverses = reverses
        self.reversedBy = reversedBy
    }
}

package typealias IssueDecisionID = ID<IssueDecision>

extension Issue {
    /// What it is called for a reader of this language, and the language of that; nil for a name that a person gave. A name the
    /// program has no language for is the issue's number.
    package func name(in language: LanguageTag) -> (text: String, language: LanguageTag?) {
        if let givenName { return (givenName, nil) }
        for tag in [language, .english] + LanguageTag.official + names.keys.sorted() {
            if let name = names[tag], !name.isEmpty { return (name, tag) }
        }
        return ("#\(id)", nil)
    }
}
