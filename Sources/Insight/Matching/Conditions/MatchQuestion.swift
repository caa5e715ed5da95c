package import Domain

/// Who looks, when, and what people decided already.
package struct MatchQuestion: Sendable {
    package enum View: Sendable {
        /// The State itself looks for help; nothing of its need leaves its workspace by that. Consent that is still missing is
        /// told as a condition to settle before anybody is asked.
        case ownNeed
        /// Anybody else looks: what a need's consent does not open to whoever helps is no match.
        case others
    }

    package var view: View
    package var today: CalendarDate
    /// Pairs a person decided against: they stay away until that is taken back.
    package var rejected: Set<HelpID>
    /// Only help from there.
    package var sources: Set<HelpSource>
    /// 1...200 matches.
    package let limit: Int

    package init(
        view: View, today: CalendarDate, rejected: Set<HelpID> = [],
        sources: Set<HelpSource> = Set(HelpSource.allCases),
        limit: Int = 20
    ) {
        self.view = view
        self.today = today
        self.rejected = rejected
        self.sources = sources
        self.limit = min(max(limit, 1), 200)
    }
}
