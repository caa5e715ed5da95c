package import Domain
import People
import Reference
import Store

/// What a person puts into a deadline of the workspace's own.
package struct DeadlineDraft: Hashable, Sendable {
    package var title: String
    package var due: CalendarDate?
    package var kind: DeadlineKind
    package var mechanism: MechanismCode?
    package var force: DeadlineForce
    package var institution: InstitutionID?
    package var account: AccountID?

    package init(
        title: String, due: CalendarDate?, kind: DeadlineKind = .own, mechanism: MechanismCode? = nil,
        force: DeadlineForce = .requested, institution: InstitutionID? = nil, account: AccountID? = nil
    ) {
        self.title = title
        self.due = due
        self.kind = kind
        self.mechanism = mechanism
        self.force = force
        self.institution = institution
        self.account = account
    }
}

/// A person's change of a deadline. What is nil stays.
package struct DeadlineEdit: Hashable, Sendable {
    package enum Due: Hashable, Sendable {
        /// A person sets it; no rule moves it any more.
        case fixed(CalendarDate)
        /// It stands in this document.
        case printed(CalendarDate, document: String)
        /// As the rule gives it again.
        case computed
    }

    package var version: Int
    package var title: String?
    package var due: Due?
    /// Nil inside: nobody.
    package var institution: InstitutionID??
    package var account: AccountID??
    package var status: DeadlineStatus?
    package var reason: String?

    package init(
        version: Int, title: String? = nil, due: Due? = nil, institution: InstitutionID?? = nil,
        account: AccountID?? = nil, status: DeadlineStatus? = nil, reason: String? = nil
    ) {
        self.version = version
        self.title = title
        self.due = due
        self.institution = institution
        self.account = account
        self.status = status
        self.reason = reason
    }
}

extension Clocks {
    package static let titleMax = 300
    package static let reasonMax = 2_000

    /// Adds a deadline of the workspace's own.
    package func add(_ draft: DeadlineDraft, by member: Member) async throws(WorkspaceError) -> Deadline {
        try member.require(.manageDeadlines)
        let title = try Self.checked(draft.title, "title", Self.titleMax)
        guard let due = draft.due, due.year >= 1_900, due.year < 2_200 else {
            throw .invalid("due", "clocks.invalid.date")
        }
        let id = try await store.take(.deadline).lowerBound
        let deadline = Deadline(
            id: id, cause: "own/\(id)", kind: draft.kind, mechanism: draft.mechanism, title: title, due: due,
            origin: .own,
            source: "", force: draft.force, institution: draft.institution, account: draft.account,
            changed: store.clock.instant)
        try await check(mechanism: draft.mechanism)
        return try await store.change(member) { change in
            try Self.checkOwner(deadline, change)
            try DeadlineRow.insert([deadline], change.workspace, at: change.at, change.connection)
            change.did("deadline.add", Subject(.deadline, id))
            return deadline
        }
    }

    /// Changes a deadline. Setting its date fixes it; a reason is asked for where it is not needed any more.
    @discardableResult
    package func edit(_ id: Int64, _ edit: DeadlineEdit, by member: Member) async throws(WorkspaceError) -> Deadline {
        try member.require(.manageDeadlines)
        let today = today(in: member.workspace)
        let (reference, subject) = (reference, Subject(.deadline, id))
        return try await store.change(member) { change in
            guard let known = try DeadlineRow.find(id, change.workspace, government: true, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard known.version == edit.version else { throw WorkspaceError.stale(subject, version: known.version) }
            let next = try Self.applied(edit, to: known, today)
            guard next != known else { return known }
            try Self.checkOwner(next, change)
            guard try DeadlineRow.update(next, change.workspace, at: change.at, change.connection) else {
                throw WorkspaceError.stale(subject, version: known.version)
            }
            change.keep(known, next, why: edit.reason)
            change.did(next.status == known.status ? "deadline.change" : "deadline.\(next.status.rawValue)", subject)
            if edit.due == .computed { try Self.refresh(&change, reference, today) }
            return try DeadlineRow.find(id, change.workspace, government: true, change.connection) ?? next
        }
    }

    private static func applied(_ edit: DeadlineEdit, to known: Deadline, _ today: Day) throws -> Deadline {
        var next = known
        if let title = edit.title { next.title = try checked(title, "title", titleMax) }
        switch edit.due {
        case .fixed(let due):
            next.due = due
            next.origin = known.isOwn ? .own : .fixed
        case .printed(let due, let document):
            next.due = due
            next.origin = .printed
            next.source = try checked(document, "document", 200)
        case .computed:
            guard !known.isOwn, known.origin == .fixed || known.origin == .printed else {
                throw WorkspaceError.invalid("due", "clocks.invalid.notFixed")
            }
            next.origin = .computed
        case nil: break
        }
        guard next.due.year >= 1_900, next.due.year < 2_200 else {
            throw WorkspaceError.invalid("due", "clocks.invalid.date")
        }
        if let institution = edit.institution { next.institution = institution }
        if let account = edit.account { next.account = account }
        if let status = edit.status, status != known.status {
            guard status != .withdrawn || known.isOwn else {
                throw WorkspaceError.invalid("status", "clocks.invalid.status")
            }
            let reason = try edit.reason.map { try checked($0, "reason", reasonMax, isEmptyFine: true) } ?? ""
            if status == .notNeeded, reason.isEmpty { throw WorkspaceError.invalid("reason", "clocks.invalid.reason") }
            next.status = status
            next.closed = status == .open ? nil : today.date
            next.reason = status == .open || reason.isEmpty ? nil : reason
        }
        return next
    }

    private static func checkOwner(_ deadline: Deadline, _ change: WorkspaceChange) throws {
        if let institution = deadline.institution,
            try InstitutionRow.find(institution, change.workspace, change.connection) == nil
        {
            throw WorkspaceError.invalid("institution", "clocks.invalid.institution")
        }
        if let account = deadline.account,
            try ReaderRow.isMember(account, change.workspace, at: change.at, change.connection) == false
        {
            throw WorkspaceError.invalid("account", "clocks.invalid.person")
        }
    }

    func check(mechanism: MechanismCode?) async throws(WorkspaceError) {
        if let mechanism, reference.facts(of: mechanism) == nil {
            throw .invalid("mechanism", "clocks.invalid.mechanism")
        }
    }

    /// Text without spaces around it, of 1...max characters.
    static func checked(
        _ text: String, _ field: String, _ max: Int, isEmptyFine: Bool = false
    ) throws(WorkspaceError) -> String {
        let trimmed = text.drop(while: \.isWhitespace)
        let clean = trimmed.lastIndex { !$0.isWhitespace }.map { String(trimmed[...$0]) } ?? ""
        guard clean.count <= max, isEmptyFine || !clean.isEmpty else { throw .invalid(field, "clocks.invalid.text") }
        return clean
    }
}
