package import Domain

/// One line of a list or calendar: a deadline, or a date of the plan or of a position round.
package struct DateEntry: Hashable, Sendable {
    package var subject: Subject
    /// Nil for dates of plan and round.
    package var deadline: Deadline?
    /// An action's, milestone's or round's own; a deadline's where it has one.
    package var title: String?
    /// The action that a milestone is of.
    package var action: Int64?
    package var due: CalendarDate
    package var force: DeadlineForce
    package var institutions: [InstitutionID]
    package var account: AccountID?
    package var status: DeadlineStatus
    /// Grows with every change.
    package var sequence: Int
    /// Fixed-width UTC instant.
    package var changed: String

    package init(_ deadline: Deadline) {
        subject = Subject(.deadline, deadline.id)
        self.deadline = deadline
        title = deadline.title
        due = deadline.due
        force = deadline.force
        institutions = deadline.institution.map { [$0] } ?? []
        account = deadline.account
        status = deadline.status
        sequence = deadline.sequence
        changed = deadline.changed
    }

    /// A date of plan or round: whoever set it owes it, so it can be late.
    package init(
        _ subject: Subject, title: String, due: CalendarDate, institutions: [InstitutionID], sequence: Int,
        changed: String, force: DeadlineForce = .requested
    ) {
        self.subject = subject
        self.title = title
        self.due = due
        self.force = force
        self.institutions = institutions
        status = .open
        self.sequence = sequence
        self.changed = changed
    }

    /// Nobody outside asks for it: a date of plan or round, or a deadline that the workspace set itself.
    package var isOwn: Bool {
        guard let deadline else { return true }
        return deadline.origin == .own && deadline.force == .requested && deadline.mechanism == nil
    }

    package func isLate(_ today: Day) -> Bool { status == .open && force.canBeLate && Day(lastOf: due) < today }

    /// Where it stands in the order of lists: by date, then deadlines before actions, milestones, rounds, calls, agreements and screenings.
    package var place: EntryPlace {
        EntryPlace(due: due.description, rank: EntryPlace.rank(subject.kind), id: subject.id)
    }
}

/// A place in the order of entries, for pages that follow one another.
package struct EntryPlace: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var due: String
    package var rank: Int
    package var id: Int64

    init(due: String, rank: Int, id: Int64) {
        self.due = due
        self.rank = rank
        self.id = id
    }

    /// Reads `2026-05-01.0.17`.
    package init?(_ text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 3, CalendarDate(parts[0]) != nil, parts[0].count <= 10, let rank = Int(parts[1]),
            let id = Int64(parts[2]), (0...7).contains(rank)
        else { return nil }
        self.init(due: String(parts[0]), rank: rank, id: id)
    }

    package var description: String { "\(due).\(rank).\(id)" }

    static func rank(_ kind: SubjectKind) -> Int {
        switch kind {
        case .deadline: 0
        case .action: 1
        case .milestone: 2
        case .fundCall: 4
        case .agreement: 5
        case .screeningRisk: 6
        case .screeningMoment: 7
        default: 3
        }
    }

    /// The number after which rows of another rank on the same day follow.
    func after(in other: Int) -> Int64 { other < rank ? Int64.max : other > rank ? -1 : id }

    package static func < (left: Self, right: Self) -> Bool {
        (left.due, left.rank, left.id) < (right.due, right.rank, right.id)
    }
}
