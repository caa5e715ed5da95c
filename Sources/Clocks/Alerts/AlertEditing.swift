package import Domain
import People
import Store

/// What a person enters: a decision, an inquiry, a crisis.
package struct AlertDraft: Hashable, Sendable {
    package var kind: AlertKind
    package var title: String
    package var mechanism: MechanismCode?
    package var document: String
    package var day: CalendarDate?
    package var institution: InstitutionID?
    package var account: AccountID?
    package var concerns: [InstitutionID]

    package init(
        kind: AlertKind, title: String, mechanism: MechanismCode? = nil, document: String = "", day: CalendarDate?,
        institution: InstitutionID? = nil, account: AccountID? = nil, concerns: [InstitutionID] = []
    ) {
        self.kind = kind
        self.title = title
        self.mechanism = mechanism
        self.document = document
        self.day = day
        self.institution = institution
        self.account = account
        self.concerns = concerns
    }
}

/// What somebody does about an alert.
package enum AlertDeed: Hashable, Sendable {
    case answer(String)
    case snooze(until: CalendarDate?, reason: String)
    /// Open again.
    case reopen
    /// Who answers for it; coordinators alone.
    case assign(InstitutionID?, AccountID?)
    /// A matter that people entered is over; coordinators alone.
    case end(reason: String)
}

extension Clocks {
    package static let answerMax = 5_000
    package static let concernsMax = 100

    /// Alerts that a member sees, newest first, after the number where the page before ended.
    package func alerts(
        _ filter: AlertFilter, before: Int64? = nil, limit: Int = 100, _ member: Member
    ) async throws(WorkspaceError) -> (alerts: [Alert], next: Int64?) {
        let reach = try member.limit(.seeAlerts)
        let today = today(in: member.workspace).date?.description ?? ""
        let count = min(max(1, limit), Self.pageMax)
        let found = try await store.read { connection in
            try AlertRow.page(
                member.workspace.id, filter, limit: reach, today: today, before: before, count: count + 1, connection)
        }
        let page = Array(found.prefix(count))
        return (page, found.count > count ? page.last?.id : nil)
    }

    /// How many alerts wait for a member, by kind: for the workspace's page and dashboards.
    package func alertCounts(_ member: Member) async throws(WorkspaceError) -> [AlertKind: Int] {
        let reach = try member.limit(.seeAlerts)
        let today = today(in: member.workspace).date?.description ?? ""
        return try await store.read { connection in
            try AlertRow.counts(member.workspace.id, limit: reach, today: today, connection)
        }
    }

    package func alert(_ id: Int64, _ member: Member) async throws(WorkspaceError) -> Alert {
        let reach = try member.limit(.seeAlerts)
        let found = try await store.read { try AlertRow.find(id, member.workspace.id, limit: reach, $0) }
        guard let found else { throw .notFound }
        return found
    }

    /// What was done about an alert, newest first.
    package func history(_ alert: Alert, _ member: Member) async throws(WorkspaceError) -> [FieldChange] {
        try await history(Subject(.alert, try await self.alert(alert.id, member).id), member)
    }

    func history(_ subject: Subject, _ member: Member) async throws(WorkspaceError) -> [FieldChange] {
        try await store.read { try FieldChangeRow.of(subject, member.workspace.id, limit: 200, $0) }
    }

    /// Enters a decision, an inquiry or a crisis.
    package func add(_ draft: AlertDraft, by member: Member) async throws(WorkspaceError) -> Alert {
        try member.require(.manageDeadlines)
        guard AlertKind.entered.contains(draft.kind) else { throw .invalid("kind", "clocks.invalid.kind") }
        let title = try Self.checked(draft.title, "title", Self.titleMax)
        let document = try Self.checked(draft.document, "document", 200, isEmptyFine: true)
        try await check(mechanism: draft.mechanism)
        let today = today(in: member.workspace)
        guard let day = draft.day, day.year >= 1_945, Day(firstOf: day) <= today else {
            throw .invalid("day", "clocks.invalid.past")
        }
        guard draft.concerns.count <= Self.concernsMax else { throw .invalid("concerns", "clocks.invalid.institution") }
        let id = try await store.take(.alert).lowerBound
        let alert = Alert(
            id: id, cause: "own/\(id)", kind: draft.kind, title: title, mechanism: draft.mechanism,
            document: document.isEmpty ? nil : document, day: day, institution: draft.institution,
            account: draft.account,
            concerns: draft.concerns + [draft.institution].compactMap { $0 })
        return try await store.change(member) { change in
            try Self.checkOwner(alert, change)
            try AlertRow.insert([alert], change.workspace, at: change.at, change.connection)
            change.did("alert.add", Subject(.alert, id))
            return alert
        }
    }

    /// Answers, snoozes, opens again, hands over or ends an alert.
    package func act(on id: Int64, _ deed: AlertDeed, version: Int, by member: Member) async throws(WorkspaceError) {
        let reach = try member.limit(.answerAlerts)
        switch deed {
        case .assign, .end: try member.require(.manageDeadlines)
        default: break
        }
        let today = today(in: member.workspace)
        let subject = Subject(.alert, id)
        try await store.change(member) { change in
            guard let known = try AlertRow.find(id, change.workspace, limit: reach, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard known.version == version else { throw WorkspaceError.stale(subject, version: known.version) }
            var next = known
            let action = try Self.apply(deed, to: &next, today)
            try Self.checkOwner(next, change)
            guard try AlertRow.update(next, change.workspace, at: change.at, change.connection) else {
                throw WorkspaceError.stale(subject, version: known.version)
            }
            change.keep(known, next, why: next.reason)
            change.did(action, subject)
        }
    }

    private static func apply(_ deed: AlertDeed, to alert: inout Alert, _ today: Day) throws -> String {
        switch deed {
        case .answer(let text):
            alert.answer = try checked(text, "answer", answerMax)
            alert.status = .answered
            alert.until = nil
            alert.reason = nil
            return "alert.answer"
        case .snooze(let until, let reason):
            guard let until, until.day != nil, Day(firstOf: until) > today, Day(firstOf: until) <= today.adding(366)
            else {
                throw WorkspaceError.invalid("until", "clocks.invalid.until")
            }
            alert.reason = try checked(reason, "reason", reasonMax)
            alert.until = until
            alert.status = .snoozed
            return "alert.snooze"
        case .reopen:
            guard alert.status != .ended || alert.isEntered else {
                throw WorkspaceError.invalid("status", "clocks.invalid.status")
            }
            alert.status = .open
            alert.until = nil
            alert.reason = nil
            return "alert.reopen"
        case .assign(let institution, let account):
            alert.institution = institution
            alert.account = account
            alert.reason = nil
            return "alert.assign"
        case .end(let reason):
            guard alert.isEntered else { throw WorkspaceError.invalid("status", "clocks.invalid.status") }
            alert.reason = try checked(reason, "reason", reasonMax)
            alert.status = .ended
            return "alert.end"
        }
    }

    private static func checkOwner(_ alert: Alert, _ change: WorkspaceChange) throws {
        for institution in Set(alert.concerns + [alert.institution].compactMap { $0 })
        where try InstitutionRow.find(institution, change.workspace, change.connection) == nil {
            throw WorkspaceError.invalid("institution", "clocks.invalid.institution")
        }
        if let account = alert.account,
            try !ReaderRow.isMember(account, change.workspace, at: change.at, change.connection)
        {
            throw WorkspaceError.invalid("account", "clocks.invalid.person")
        }
    }
}
