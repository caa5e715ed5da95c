/// What a report is for. The raw value stands in addresses and at the command line.
package enum ReportKind: String, Sendable, CaseIterable, Codable {
    case nationalReport = "national"
    case addendum
    case midTerm = "mid-term"
    case commonCore = "common-core"
    case treatyInitial = "treaty-initial"
    case treatyPeriodic = "treaty"
    case listOfIssuesReplies = "list-of-issues"
    /// Replies to a list of issues prior to reporting, which are the report.
    case lioprReplies = "list-of-issues-prior"
    case followUp = "follow-up"
    case communicationReply = "communication"
    case fundApplication = "fund"
    case actionPlan = "plan"
    case actionPlanReview = "plan-review"
    /// In OHCHR's layout.
    case matrix
    case stakeholderSubmission = "stakeholder"
    case countryTeamContribution = "country-team"
}

extension ReportKind {
    /// What only the mechanism of a State writes; the others are written by whoever has a workspace.
    package var isOfMechanisms: Bool { self != .stakeholderSubmission && self != .countryTeamContribution }

    /// Answers one treaty and its committee.
    package var needsTreaty: Bool {
        switch self {
        case .treatyInitial, .treatyPeriodic, .listOfIssuesReplies, .lioprReplies: true
        default: false
        }
    }

    /// Filled from a position round that is frozen.
    package var needsRound: Bool { self == .addendum }
}
