package import Domain
import People
import Reference
import Store

extension Clocks {
    /// What came of looking for alerts.
    package struct Alerted: Hashable, Sendable {
        package var raised = 0
        package var ended = 0

        package init() {}

        init(raised: Int, ended: Int) {
            self.raised = raised
            self.ended = ended
        }
    }

    /// Raises what gives cause for an alert and ends what does not any more. The same causes give the same alerts, however often and
    /// on however many machines this runs; an alert that was answered stays answered while its cause lasts.
    @discardableResult
    package func refreshAlerts(_ workspace: Workspace) async throws(WorkspaceError) -> Alerted {
        let (reference, today) = (reference, today(in: workspace))
        let differences = try await store.read { try Self.alertDifferences(workspace, reference, today, $0) }
        if differences.isEmpty { return Alerted() }
        return try await store.change(Member.keeper("system", of: workspace)) { change in
            try WorkspaceLock.take(change)
            let found = try Self.alertDifferences(workspace, reference, today, change.connection)
            try Self.write(found, &change)
            return Alerted(raised: found.new.count + found.again.count, ended: found.gone.count)
        }
    }

    struct AlertDifferences {
        var new: [Alert] = []
        /// Their cause was gone, and is back.
        var again: [Alert] = []
        var gone: [Alert] = []
        /// Snoozed ones whose day has come.
        var awake: [Alert] = []

        var isEmpty: Bool { new.isEmpty && again.isEmpty && gone.isEmpty && awake.isEmpty }
    }

    private static func alertDifferences(
        _ workspace: Workspace, _ reference: ReferenceFacts, _ today: Day, _ connection: any ReadConnection
    ) throws -> AlertDifferences {
        let found = try causes(workspace, reference, today, connection)
        let known = try AlertRow.byCause(workspace.id, connection)
        var differences = AlertDifferences()
        for alert in found {
            guard let row = known[alert.cause] else {
                differences.new.append(alert)
                continue
            }
            if row.status == .ended { differences.again.append(row) }
        }
        let causes = Set(found.map(\.cause))
        for row in known.values.sorted(by: { $0.id < $1.id }) where row.status != .ended {
            if !row.isEntered, !causes.contains(row.cause) {
                differences.gone.append(row)
            } else if row.status == .snoozed, row.isWaiting(today) {
                differences.awake.append(row)
            }
        }
        return differences
    }

    private static func write(_ differences: AlertDifferences, _ change: inout WorkspaceChange) throws {
        if !differences.new.isEmpty {
            var rows = differences.new
            let ids = try IDAllocator.take(SubjectKind.alert.rawValue, rows.count, change.connection)
            for (index, id) in ids.enumerated() { rows[index].id = id }
            try AlertRow.insert(rows, change.workspace, at: change.at, change.connection)
            for row in rows { change.did("alert.raise", Subject(.alert, row.id)) }
        }
        func turn(_ row: Alert, to status: AlertStatus, _ action: String) throws {
            var next = row
            next.status = status
            if status == .open { next.until = nil }
            guard try AlertRow.update(next, change.workspace, at: change.at, change.connection) else {
                throw WorkspaceError.stale(Subject(.alert, row.id), version: row.version + 1)
            }
            change.keep(row, next)
            change.did(action, Subject(.alert, row.id))
        }
        for row in differences.again { try turn(row, to: .open, "alert.raise") }
        for row in differences.gone { try turn(row, to: .ended, "alert.end") }
        for row in differences.awake { try turn(row, to: .open, "alert.wake") }
    }

    /// Everything that gives cause for an alert today, in a fixed order.
    private static func causes(
        _ workspace: Workspace, _ reference: ReferenceFacts, _ today: Day, _ connection: any ReadConnection
    ) throws -> [Alert] {
        guard let date = today.date else { return [] }
        let settings = try ClockSettingsRow.find(workspace.id, connection)
        var found = try overdueDeadlines(workspace.id, today, connection)
        let supporting = try CauseRow.supporting(workspace.id, connection)
        func add(_ causes: [CauseRow.ActionCause], _ kind: AlertKind, _ subject: SubjectKind, measure: Int? = nil) {
            for cause in causes {
                let others = subject == .action ? supporting[cause.id] ?? [] : []
                found.append(
                    Alert(
                        cause: "\(kind.rawValue)/\(subject.rawValue)/\(cause.id)/\(cause.day)", kind: kind,
                        subject: Subject(subject, cause.id), title: cause.title, day: cause.day, measure: measure,
                        institution: cause.lead, concerns: ([cause.lead].compactMap { $0 }) + others))
            }
        }
        let late = try CauseRow.late(workspace.id, today: date.description, connection)
        add(late.filter { Day(lastOf: $0.day) < today }, .overdue, .action)
        let milestones = try CauseRow.lateMilestones(workspace.id, today: date.description, connection)
        add(milestones.filter { Day(lastOf: $0.day) < today }, .overdue, .milestone)
        found += try ScreeningDateRow.late(workspace.id, today: date, connection)
        let back = ClockOffset(count: -settings.stalledMonths, unit: .months)
        if let since = WorkingDays().date(date, moved: back) {
            let stalled = try CauseRow.stalled(workspace.id, since: since.description, connection)
            add(
                stalled.filter { Day(lastOf: $0.day) < Day(firstOf: since) }, .stalled, .action,
                measure: settings.stalledMonths)
        }
        add(try CauseRow.withoutEvidence(workspace.id, connection), .noEvidence, .action)
        found += try AgreementCauseRow.unanswered(workspace.id, today: date, connection)
        found += try AgreementCauseRow.benchmarks(workspace.id, today: date, connection)
        let record = try RecordFacts.load(workspace, reference, connection)
        found += record.inquiries.compactMap { document in
            document.published.map {
                Alert(
                    cause: "inquiry/document/\(document.id)", kind: .inquiry, title: document.title,
                    mechanism: document.mechanism, document: document.symbol?.printed, day: $0)
            }
        }
        found += record.urgent.compactMap { kind, document in
            document.published.map {
                Alert(
                    cause: "\(kind.rawValue)/document/\(document.id)", kind: kind,
                    title: document.title ?? document.symbol?.printed, mechanism: document.mechanism,
                    document: document.symbol?.printed, day: $0)
            }
        }
        return found
    }

    private static func overdueDeadlines(
        _ workspace: WorkspaceID, _ today: Day, _ connection: any ReadConnection
    ) throws -> [Alert] {
        try DeadlineRow.late(workspace, today, connection).map { deadline in
            Alert(
                cause: "overdue/deadline/\(deadline.id)/\(deadline.due)", kind: .overdue,
                subject: Subject(.deadline, deadline.id), title: deadline.title, rule: deadline.rule,
                mechanism: deadline.mechanism,
                day: deadline.due, institution: deadline.institution, account: deadline.account,
                concerns: deadline.institution.map { [$0] } ?? [])
        }
    }
}

extension WorkspaceChange {
    /// Keeps what differs between two states of an alert.
    mutating func keep(_ from: Alert, _ to: Alert, why: String? = nil) {
        let subject = Subject(.alert, from.id)
        field(subject, "status", from: from.status.rawValue, to: to.status.rawValue, why: why)
        field(subject, "answer", from: from.answer, to: to.answer, why: why)
        field(subject, "until", from: from.until?.description, to: to.until?.description, why: why)
        field(
            subject, "institution", from: from.institution.map { "\($0)" }, to: to.institution.map { "\($0)" }, why: why
        )
        field(subject, "account", from: from.account.map { "\($0)" }, to: to.account.map { "\($0)" }, why: why)
    }
}
