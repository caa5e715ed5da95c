package import Domain

/// What a list or calendar shows.
package struct DeadlineFilter: Hashable, Sendable {
    package var statuses: [DeadlineStatus]
    package var mechanism: MechanismCode?
    package var kind: DeadlineKind?
    package var institution: InstitutionID?
    /// First and last date, as text of dates sorts.
    package var from: String?
    package var to: String?
    /// Dates of the plan, too.
    package var hasPlan: Bool

    package init(
        statuses: [DeadlineStatus] = [.open], mechanism: MechanismCode? = nil, kind: DeadlineKind? = nil,
        institution: InstitutionID? = nil, from: String? = nil, to: String? = nil, hasPlan: Bool = true
    ) {
        self.statuses = statuses
        self.mechanism = mechanism
        self.kind = kind
        self.institution = institution
        self.from = from
        self.to = to
        self.hasPlan = hasPlan
    }

    /// Dates of actions and milestones have no mechanism and no kind of procedure.
    var showsPlan: Bool { hasPlan && mechanism == nil && kind == nil && statuses.contains(.open) }
}
