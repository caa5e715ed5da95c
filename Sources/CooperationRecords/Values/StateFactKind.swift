/// What a fact of the cooperation record is about.
package enum StateFactKind: String, Hashable, Sendable, CaseIterable {
    case signature, ratification, denunciation, reservation
    case reservationWithdrawn = "reservation-withdrawn"
    /// A procedure of a treaty that binds only who accepts it: individual communications, inquiries.
    case procedureAccepted = "procedure-accepted"
    case reportDue = "report-due"
    case reportReceived = "report-received"
    case nationalReport = "national-report"
    /// The State took part in choosing who leads its review.
    case troikaChosen = "troika-chosen"
    case reviewDue = "review-due"
    case reviewAttended = "review-attended"
    case reviewMissed = "review-missed"
    case positionsGiven = "positions-given"
    case addendum
    case midTermReport = "mid-term-report"
    case standingInvitation = "standing-invitation"
    case standingInvitationWithdrawn = "standing-invitation-withdrawn"
    case visitAsked = "visit-asked"
    case visitAccepted = "visit-accepted"
    case visitDeclined = "visit-declined"
    case visitMade = "visit-made"
    case communicationSent = "communication-sent"
    case communicationAnswered = "communication-answered"
    case followUpDue = "follow-up-due"
    case followUpGiven = "follow-up-given"
    case fundUsed = "fund-used"
    case accreditation

    /// What `about` names: nothing, a treaty by its code, a mechanism by its code, or a mandate, fund or institution in words.
    package enum About: Sendable { case nothing, treaty, mechanism, words }

    package var about: About {
        switch self {
        case .signature, .ratification, .denunciation, .reservation, .reservationWithdrawn, .procedureAccepted: .treaty
        case .reportDue, .reportReceived, .followUpDue, .followUpGiven: .mechanism
        case .visitAsked, .visitAccepted, .visitDeclined, .visitMade, .communicationSent, .communicationAnswered,
            .fundUsed, .accreditation:
            .words
        default: .nothing
        }
    }

    /// One of the reviews of the Universal Periodic Review: the cycle has to be said.
    package var isOfCycle: Bool { group == .review }
    /// What was sent about people: no free text is kept, so that no name of a victim or source can stand here.
    package var isOfCommunications: Bool { group == .communications }

    /// The section of the page it stands in.
    package var group: Group {
        switch self {
        case .signature, .ratification, .denunciation, .reservation, .reservationWithdrawn, .procedureAccepted:
            .treaties
        case .reportDue, .reportReceived: .reports
        case .nationalReport, .troikaChosen, .reviewDue, .reviewAttended, .reviewMissed, .positionsGiven, .addendum,
            .midTermReport:
            .review
        case .standingInvitation, .standingInvitationWithdrawn, .visitAsked, .visitAccepted, .visitDeclined, .visitMade:
            .visits
        case .communicationSent, .communicationAnswered: .communications
        case .followUpDue, .followUpGiven: .followUp
        case .fundUsed: .funds
        case .accreditation: .institution
        }
    }

    package enum Group: String, Hashable, Sendable, CaseIterable {
        case treaties, reports, review, visits, communications
        case followUp = "follow-up"
        case funds, institution

        package var kinds: [StateFactKind] { StateFactKind.allCases.filter { $0.group == self } }
    }

    /// The step that answers this one, and how many days it has where the day is not printed.
    package var answer: (kind: StateFactKind, days: Int?)? {
        switch self {
        case .reportDue: (.reportReceived, 0)
        case .followUpDue: (.followUpGiven, 0)
        // Special procedures ask for a reply to an allegation letter within 60 days, as a rule.
        case .communicationSent: (.communicationAnswered, 60)
        default: nil
        }
    }
}
