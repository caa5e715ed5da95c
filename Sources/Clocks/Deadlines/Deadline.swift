package import Domain

/// One date of a workspace by which something is due.
package struct Deadline: Hashable, Sendable {
    package var id: Int64
    /// What it follows from: the same cause is the same deadline.
    package var cause: String
    /// The rule that gives its date; nil for printed and own ones.
    package var rule: String?
    package var event: Int64?
    package var kind: DeadlineKind
    package var mechanism: MechanismCode?
    /// Of the session.
    package var number: Int?
    /// The workspace's own words for it; nil: the rule's name.
    package var title: String?
    package var due: CalendarDate
    package var origin: DeadlineOrigin
    /// The document or rule it stands in.
    package var source: String
    package var force: DeadlineForce
    package var audience: DeadlineAudience
    package var institution: InstitutionID?
    package var account: AccountID?
    package var status: DeadlineStatus
    /// When it was done, or said not to be needed.
    package var closed: CalendarDate?
    package var reason: String?
    /// Grows with every change that a calendar must take over.
    package var sequence: Int
    /// Fixed-width UTC instant of the last change.
    package var changed: String
    package var version: Int

    package init(
        id: Int64 = 0, cause: String, rule: String? = nil, event: Int64? = nil, kind: DeadlineKind,
        mechanism: MechanismCode? = nil, number: Int? = nil, title: String? = nil, due: CalendarDate,
        origin: DeadlineOrigin, source: String, force: DeadlineForce, audience: DeadlineAudience = .everyone,
        institution: InstitutionID? = nil, account: AccountID? = nil, status: DeadlineStatus = .open,
        closed: CalendarDate? = nil, reason: String? = nil, sequence: Int = 0, changed: String = "", version: Int = 1
    ) {
        self.id = id
        self.cause = cause
        self.rule = rule
        self.event = event
        self.kind = kind
        self.mechanism = mechanism
        self.number = number
        self.title = title
        self.due = due
        self.origin = origin
        self.source = source
        self.force = force
        self.audience = audience
        self.institution = institution
        self.account = account
        self.status = status
        self.closed = closed
        self.reason = reason
        self.sequence = sequence
        self.changed = changed
        self.version = version
    }

    /// Open, owed, and its last day is over. What is voluntary is never late.
    package func isLate(_ today: Day) -> Bool { status == .open && force.canBeLate && Day(lastOf: due) < today }

    package var isOwn: Bool { cause.hasPrefix("own/") }

    /// Whether what follows from events and documents may still change it. A printed date that a person entered stays.
    var isDerived: Bool {
        origin == .computed || (origin == .printed && (cause.hasPrefix("follow-up/") || cause.hasPrefix("review/")))
    }
}
