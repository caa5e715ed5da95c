package import Domain
import Plans

/// How far one paragraph of a round has come. Computed, never stored.
package enum RoundStanding: String, Sendable, CaseIterable {
    /// The report itself gives the position.
    case decided
    /// No institution was asked.
    case uncirculated
    /// Asked, and not everybody has answered.
    case waiting
    /// Everybody has answered, and not the same.
    case disputed
    /// Everybody has answered the same.
    case agreed
    /// The mechanism has settled on a position.
    case resolved
    /// Cleared for the mechanism; the minister's word is missing.
    case mechanism
    /// Cleared to the end.
    case cleared
}

/// A paragraph of a round with everything that was asked and answered on it.
package struct RoundLine: Hashable, Sendable {
    package var paragraph: RoundParagraph
    /// By institution. For a focal point only her institution's.
    package var proposals: [Proposal]
    /// Codes of the record's themes.
    package var themes: [String] = []
    package var issue: IssueID?

    package init(paragraph: RoundParagraph, proposals: [Proposal] = [], themes: [String] = [], issue: IssueID? = nil) {
        self.paragraph = paragraph
        self.proposals = proposals
        self.themes = themes
        self.issue = issue
    }

    package var answered: [Proposal] { proposals.filter { $0.position != nil } }

    /// Institutions that have answered differently, whether or not the mechanism has settled it since.
    package var isDisputed: Bool { Set(answered.compactMap(\.position)).count > 1 }

    /// The position that all who were asked gave; nil while anybody has not answered, and where they differ.
    package var agreed: Position? {
        guard !proposals.isEmpty, answered.count == proposals.count else { return nil }
        let positions = Set(answered.compactMap(\.position))
        return positions.count == 1 ? positions.first : nil
    }

    package var standing: RoundStanding {
        if paragraph.decided != nil { return .decided }
        if paragraph.resolution != nil {
            switch paragraph.clearance.step.level {
            case 3: return .cleared
            case 2: return .mechanism
            default: return .resolved
            }
        }
        if proposals.isEmpty { return .uncirculated }
        if answered.count < proposals.count { return .waiting }
        return isDisputed ? .disputed : .agreed
    }

    /// Different reasons of those who answered, in the order of their answers; empty ones and repetitions left out.
    package var reasons: [String] {
        var seen: Set<String> = []
        return answered.sorted { ($0.answeredAt ?? "", $0.id) < ($1.answeredAt ?? "", $1.id) }.map(\.reason)
            .filter { !$0.isEmpty && seen.insert(ReasonText.key($0)).inserted }
    }
}
