package import Domain

/// That a programme serves an issue, and who or what says so. One issue may be linked for several reasons.
package struct IssueLink: Hashable, Sendable {
    package enum Origin: String, Hashable, Sendable, CaseIterable {
        /// A purpose code of the programme stands for a theme of the issue.
        case sector
        /// Both name the same target of the 2030 Agenda.
        case goal
        /// Its words are close to a recommendation of the issue.
        case text
        /// A person says so.
        case hand
    }

    package var programme: ProgrammeID
    package var issue: IssueID
    package var origin: Origin
    /// 0...100: how much the reason weighs against others of its origin.
    package var strength: Int
    package var reason: LinkReason
    package var by: String
    package var at: String
}

/// Why, as facts a page can word in any language.
package struct LinkReason: Hashable, Sendable, Codable {
    /// The purpose code.
    package var sector: String?
    /// Themes both have.
    package var themes: [String]?
    package var target: String?
    /// Words both have, as the recommendation writes them.
    package var words: [String]?
    /// The recommendation whose text is close.
    package var recommendation: Int64?
    package var note: String?

    package init(
        sector: String? = nil, themes: [String]? = nil, target: String? = nil, words: [String]? = nil,
        recommendation: Int64? = nil, note: String? = nil
    ) {
        self.sector = sector
        self.themes = themes
        self.target = target
        self.words = words
        self.recommendation = recommendation
        self.note = note
    }
}

/// A link that somebody took away, and why. It stays away until somebody puts it back.
package struct LinkRemoval: Hashable, Sendable {
    package var programme: ProgrammeID
    package var issue: IssueID
    package var reason: String
    package var by: String
    package var at: String
}
