/// What somebody is in a workspace.
package enum WorkspaceRole: String, Sendable, CaseIterable {
    /// Everything a coordinator may, and people, settings, the audit log.
    case administrator
    /// Plans, assigns, clears, reports.
    case coordinator
    /// Answers for one institution of government, and for nothing else.
    case focalPoint = "focal-point"
    /// National human rights institution, civil society.
    case contributor
    /// Donor, UN entity.
    case partner
    /// Reads: a minister's office, a parliamentary committee.
    case observer

    /// Belongs to the government: sees what is not yet decided.
    package var isGovernment: Bool { self == .administrator || self == .coordinator || self == .focalPoint }
    /// Cannot be without an institution.
    package var needsInstitution: Bool { self == .focalPoint }
}

/// One thing that can be done in a workspace. Every route of a workspace names the right it asks for; `docs/rights.md` is the table.
package enum Right: String, Sendable, CaseIterable {
    /// Its first page, its institutions, its deadlines.
    case seeWorkspace
    /// Letting somebody into one's own institution, where that is not the State's, or keeping her out.
    case confirmColleagues
    case managePeople, manageSettings, manageInstitutions
    /// Actions, milestones, laws, indicators.
    case seePlan
    case editPlan
    /// Progress and evidence, observations of indicators.
    case reportProgress
    /// The mechanism's clearance of progress, evidence and proposals.
    case clear
    /// Proposed positions: never outside government.
    case seeRound
    case proposePosition, manageRound
    /// Committee meetings and letters.
    case seeMeetings, manageMeetings
    /// Workbooks out and in.
    case exchangeWorkbooks
    /// A predecessor's workbook, and what waits for a match.
    case importTracking
    case manageDeadlines
    case seeAlerts, answerAlerts
    case comment
    /// Comments, progress and evidence that are not cleared for others.
    case seeInternal
    case seeDashboards
    /// Who changed which field, and taking it back.
    case seeHistory
    case seeAudit
    /// Needs, offers, funds, matches and agreements of the workspace, drafts included.
    case seeCooperation
    /// Stating needs of the State and changing them.
    case stateNeed
    /// Recording the State's consent, publishing on it, and taking both back.
    case publishNeed
    case manageOffers
    /// Funds, their calls, and what is decided on applications.
    case manageFunds
    /// Filling in and handing in applications to calls of others.
    case applyToFunds
    /// Rejecting a match, and asking to be introduced.
    case decideMatches
    case makeAgreements
    /// Screening of programmes and agreements, and reviews of how they go.
    case screenCooperation
    /// Answering a screening one was asked to contribute to, for oneself.
    case answerScreening
    case writePractices, moderatePractices
    case manageProgrammes
    /// Writing assessments in the name of one's institution, publishing them and taking them back.
    case assess
    /// Taking down what another actor published, on a stated ground that stays visible.
    case removePublished
    /// Facts of the State's cooperation with mechanisms.
    case manageCooperationRecord
    /// Choosing what everybody may see of the workspace.
    case managePublicFace
    /// Consultations that are not public yet, and the list of all.
    case seeConsultations
    case manageConsultations
    /// Taking part in a consultation for one's institution.
    case contribute
    /// Drafts of reports, their sources and gaps.
    case seeReports
    case writeReports, approveReports
    /// Reading and answering protected submissions that were sealed to one's own key.
    case answerSubmissions
}

extension Right {
    /// Changes nothing.
    package var onlyReads: Bool {
        switch self {
        case .seeWorkspace, .seePlan, .seeRound, .seeMeetings, .seeAlerts, .seeInternal, .seeDashboards, .seeHistory,
            .seeAudit, .seeCooperation, .seeConsultations, .seeReports:
            true
        default: false
        }
    }

    /// What only the mechanism of a State does: its positions, and asking for help in its name.
    package var isOfMechanisms: Bool {
        switch self {
        case .seeRound, .proposePosition, .manageRound, .importTracking, .stateNeed, .publishNeed,
            .manageCooperationRecord:
            true
        default: false
        }
    }

    /// Who comes in, and under which rules: in the hands of people alone, never of a program with a token.
    package var isForPeopleAlone: Bool {
        switch self {
        case .managePeople, .manageSettings, .confirmColleagues, .answerSubmissions: true
        default: false
        }
    }
}

/// How far a right reaches.
package enum Reach: Hashable, Sendable {
    case none
    /// What one institution leads, supports or is asked for.
    case own
    case all
}

extension WorkspaceRole {
    /// The table of rights. A right that is not named is not given.
    package func reach(_ right: Right) -> Reach {
        if right == .confirmColleagues { return .own }
        return switch self {
        case .administrator: right == .answerSubmissions ? .none : .all
        case .coordinator:
            switch right {
            case .managePeople, .manageSettings, .seeAudit, .removePublished, .answerSubmissions: .none
            default: .all
            }
        case .focalPoint:
            switch right {
            case .seeWorkspace: .all
            case .seePlan, .reportProgress, .seeRound, .proposePosition, .exchangeWorkbooks, .seeAlerts, .answerAlerts,
                .comment, .seeInternal, .seeDashboards, .seeHistory, .seeCooperation, .answerScreening, .contribute,
                .seeReports:
                .own
            case .seeConsultations: .all
            default: .none
            }
        case .contributor, .partner:
            switch right {
            case .seeWorkspace, .seePlan, .comment, .seeDashboards, .answerScreening, .seeConsultations: .all
            case .assess, .contribute, .answerSubmissions: .own
            default: .none
            }
        case .observer:
            switch right {
            case .seeWorkspace, .seePlan, .seeDashboards, .seeCooperation, .seeConsultations: .all
            default: .none
            }
        }
    }
}
