package import Domain

/// Why somebody should look.
package enum AlertKind: String, Sendable, CaseIterable {
    /// A date that is owed is over.
    case overdue
    /// An action is under way, and nothing was reported of it for months.
    case stalled
    /// An action is done, and nothing shows it.
    case noEvidence = "no-evidence"
    /// A committee asks for urgent action (CED, CRPD, CERD).
    case urgentAction = "urgent-action"
    /// A decision under an early-warning procedure.
    case earlyWarning = "early-warning"
    /// A commission of inquiry, a fact-finding mission.
    case inquiry
    /// What a crisis does to rights.
    case crisis
    /// A request to be introduced that nobody answered in the days in which an answer is expected.
    case unanswered
    /// The day of an agreement's benchmark is over, and no party says that it was met.
    case benchmark

    /// What people enter; the others are found.
    package static let entered: [AlertKind] = [.urgentAction, .earlyWarning, .inquiry, .crisis]
}

package enum AlertStatus: String, Sendable, CaseIterable {
    case open, answered, snoozed
    /// Its cause is no more.
    case ended
}

/// One reason to look at something, whom it concerns, and what was answered. The same cause is the same alert.
package struct Alert: Hashable, Sendable {
    package var id: Int64
    package var cause: String
    package var kind: AlertKind
    package var subject: Subject?
    package var title: String?
    /// The rule of a deadline that has no title of its own.
    package var rule: String?
    package var mechanism: MechanismCode?
    package var document: String?
    /// Since when: the date that is over, the last progress, the decision.
    package var day: CalendarDate
    /// For stalled ones: after how many months.
    package var measure: Int?
    /// Who answers for it.
    package var institution: InstitutionID?
    package var account: AccountID?
    package var concerns: [InstitutionID]
    package var status: AlertStatus
    package var answer: String?
    /// Snoozed up to, and not on, this day.
    package var until: CalendarDate?
    /// Why it is snoozed, or ended by hand.
    package var reason: String?
    /// Fixed-width UTC instants.
    package var raised: String
    package var changed: String
    package var version: Int

    package init(
        id: Int64 = 0, cause: String, kind: AlertKind, subject: Subject? = nil, title: String? = nil,
        rule: String? = nil, mechanism: MechanismCode? = nil, document: String? = nil, day: CalendarDate,
        measure: Int? = nil,
        institution: InstitutionID? = nil, account: AccountID? = nil, concerns: [InstitutionID] = [],
        status: AlertStatus = .open, answer: String? = nil, until: CalendarDate? = nil, reason: String? = nil,
        raised: String = "", changed: String = "", version: Int = 1
    ) {
        self.id = id
        self.cause = cause
        self.kind = kind
        self.subject = subject
        self.title = title
        self.rule = rule
        self.mechanism = mechanism
        self.document = document
        self.day = day
        self.measure = measure
        self.institution = institution
        self.account = account
        self.concerns = concerns
        self.status = status
        self.answer = answer
        self.until = until
        self.reason = reason
        self.raised = raised
        self.changed = changed
        self.version = version
    }

    package var isEntered: Bool { cause.hasPrefix("own/") }

    /// A snoozed alert wakes on its day, whether or not anything ran that day.
    package func isWaiting(_ today: Day) -> Bool {
        switch status {
        case .open: true
        case .snoozed: until.map { Day(firstOf: $0) <= today } ?? true
        case .answered, .ended: false
        }
    }
}

/// What a list of alerts shows.
package struct AlertFilter: Hashable, Sendable {
    /// Those that wait for somebody; false: all others.
    package var isWaiting: Bool
    package var kind: AlertKind?
    package var institution: InstitutionID?

    package init(isWaiting: Bool = true, kind: AlertKind? = nil, institution: InstitutionID? = nil) {
        self.isWaiting = isWaiting
        self.kind = kind
        self.institution = institution
    }
}
