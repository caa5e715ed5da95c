package import Domain

/// What no score makes up for.
package enum HardCondition: String, Hashable, Sendable, CaseIterable {
    /// The State's consent lets whoever helps read the need.
    case consent
    /// A State is no partner of itself.
    case ownHelp = "own-help"
    /// The State is among those the help is for.
    case eligibility
    /// They have something in common: a theme, a target, or enough words.
    case subject
    case language
    /// Help can be given while it is needed.
    case window
    /// Help can still be asked for.
    case closed
    /// No attached condition is one the State refuses.
    case refused
    case capacity
    /// What is needed is within the ceiling, where the need cannot be split.
    case ceiling
    /// Nobody decided against this pair.
    case rejected
}

/// A hard condition that does not hold: why a match is no match.
package struct MatchObstacle: Hashable, Sendable {
    package let condition: HardCondition
    /// Codes of what stands in the way: conditions, languages, States, groups, a currency.
    package let codes: [String]
    /// What the need has: a sum in the smallest unit, a day number; nil where there is none.
    package let need: Int64?
    /// What the help has.
    package let help: Int64?

    package init(_ condition: HardCondition, codes: [String] = [], need: Int64? = nil, help: Int64? = nil) {
        self.condition = condition
        self.codes = codes
        self.need = need
        self.help = help
    }
}

/// Help that is no match, with every reason.
package struct MatchRefusal: Hashable, Sendable {
    package let need: NeedID
    package let help: HelpID
    /// At least one, in the order of `HardCondition`.
    package let obstacles: [MatchObstacle]

    package init(need: NeedID, help: HelpID, obstacles: [MatchObstacle]) {
        self.need = need
        self.help = help
        self.obstacles = obstacles
    }
}
