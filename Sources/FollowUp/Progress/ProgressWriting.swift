package import Domain
import People
package import Plans
import Store

extension Progress {
    /// Who reports on an action when this member does: her own institution, where she has one and it leads or supports the action;
    /// else the lead. `notFound` where the action is out of reach.
    package func reporter(
        on action: ActionID, _ institution: InstitutionID? = nil, _ member: Member
    ) async throws(WorkspaceError) -> InstitutionID {
        let own = try member.limit(.reportProgress)
        return try await store.read {
            try Self.reporter(on: action, institution, own, member.workspace.id, $0)
        }
    }

    /// What this member's institution has said of an action in a period; nil: nothing yet.
    package func said(
        on action: ActionID, _ period: ReportingPeriod, by institution: InstitutionID, _ member: Member
    ) async throws(WorkspaceError) -> ProgressReport? {
        if let own = try member.limit(.reportProgress), own != institution { throw .notFound }
        return try await store.read {
            try ProgressReportRow.find(action, institution, starts: period.starts, member.workspace.id, $0)
        }
    }

    /// Reports on an action for a period. One institution has one report of an action and period: where there is one it is
    /// `stale`, to be opened and changed.
    package func add(
        _ content: ProgressReport.Content, on action: ActionID, _ period: ReportingPeriod,
        for institution: InstitutionID? = nil, submits: Bool, by member: Member
    ) async throws(WorkspaceError) -> ProgressReport {
        let own = try member.limit(.reportProgress)
        try content.check()
        let id = ProgressReportID(try await store.take(.progress).lowerBound)
        return try await store.change(member) { change in
            let reporter = try Self.reporter(on: action, institution, own, change.workspace, change.connection)
            let old = try ProgressReportRow.find(
                action, reporter, starts: period.starts, change.workspace, change.connection)
            if let old { throw WorkspaceError.stale(old.subject, version: old.version) }
            var report = ProgressReport(
                id: id, workspace: change.workspace, action: action, institution: reporter, starts: period.starts,
                ends: period.ends, content: content, author: member.name, made: change.at)
            if submits {
                report.clearance = try report.clearance.taking(
                    .submitted, member, institution: reporter, writing: .reportProgress, at: change.at, note: nil)
            }
            try ProgressReportRow.insert(report, change.connection)
            Self.note(&change, nil, report)
            change.did("progress.report", report.subject)
            return report
        }
    }

    /// Changes a report that is a draft or was returned.
    package func edit(
        _ id: ProgressReportID, _ content: ProgressReport.Content, version: Int, submits: Bool, by member: Member
    ) async throws(WorkspaceError) -> ProgressReport {
        try member.require(.reportProgress)
        try content.check()
        return try await store.change(member) { change in
            let old = try Self.own(id, member, change.connection)
            guard old.clearance.step.isOpen else { throw WorkspaceError.invalid("clearance", "clearance.closed") }
            var report = old
            report.content = content
            if submits {
                report.clearance = try old.clearance.taking(
                    .submitted, member, institution: old.institution, writing: .reportProgress, at: change.at, note: nil
                )
            }
            guard try ProgressReportRow.update(report, from: version, change.connection) else {
                throw WorkspaceError.stale(old.subject, version: old.version)
            }
            Self.note(&change, old, report)
            change.did("progress.edit", report.subject)
            report.version = version + 1
            return report
        }
    }

    /// Takes a step of clearance on reports, at most 500, all or none. With `setsAction` an action takes the status of its report
    /// where the report counts from now on; that says nothing of the recommendation.
    package func clear(
        _ reports: [(id: ProgressReportID, version: Int)], _ step: ClearanceStep, note: String?,
        setsAction: Bool = false,
        by member: Member
    ) async throws(WorkspaceError) {
        guard member.may(.reportProgress) || member.may(.clear) else { throw .forbidden }
        guard (1...500).contains(reports.count) else { throw .invalid("selected", "progress.selection") }
        try await store.change(member) { change in
            let setting = try ProgressSettingRow.find(change.workspace, change.connection)
            // In the order of ids, so that two who clear the same reports wait for each other and never in a ring.
            for (id, version) in reports.sorted(by: { $0.id < $1.id }) {
                let old = try Self.own(id, member, change.connection)
                var report = old
                report.clearance = try old.clearance.taking(
                    step, member, institution: old.institution, writing: .reportProgress, at: change.at, note: note)
                guard try ProgressReportRow.update(report, from: version, change.connection) else {
                    throw WorkspaceError.stale(old.subject, version: old.version)
                }
                change.field(
                    old.subject, "clearance", from: old.clearance.step.rawValue, to: step.rawValue,
                    why: report.clearance.note)
                change.did("progress.clear", old.subject, detail: "{\"step\":\"\(step.rawValue)\"}")
                let countsNow = !old.clearance.counts(setting.needed) && report.clearance.counts(setting.needed)
                if setsAction, countsNow { try Self.setAction(&change, report) }
            }
        }
    }

    /// The report where this member may write it; `notFound` where not.
    private static func own(
        _ id: ProgressReportID, _ member: Member, _ connection: any ReadConnection
    ) throws -> ProgressReport {
        guard let found = try ProgressReportRow.find(id, ProgressScope(whole: member.workspace.id), connection) else {
            throw WorkspaceError.notFound
        }
        if member.reach(.reportProgress) == .all { return found }
        guard member.institution == found.institution else { throw WorkspaceError.notFound }
        return found
    }

    private static func reporter(
        on action: ActionID, _ asked: InstitutionID?, _ own: InstitutionID?, _ workspace: WorkspaceID,
        _ connection: any ReadConnection
    ) throws -> InstitutionID {
        let part = try connection.all(
            """
            SELECT lead_id FROM action WHERE id = $1 AND workspace_id = $2 AND withdrawn = 0 AND lead_id IS NOT NULL
            UNION ALL SELECT institution_id FROM action_support WHERE action_id = $1 AND workspace_id = $2
            """, [.int(action.value), .int(workspace.value)]
        ) { InstitutionID(try $0.int(0)) }
        if let own {
            guard part.contains(own), asked == nil || asked == own else { throw WorkspaceError.notFound }
            return own
        }
        guard let reporter = asked ?? part.first else { throw WorkspaceError.invalid("action", "progress.noLead") }
        guard part.contains(reporter) else { throw WorkspaceError.notFound }
        return reporter
    }

    private static func note(_ change: inout WorkspaceChange, _ old: ProgressReport?, _ new: ProgressReport) {
        let subject = new.subject
        change.field(subject, "said", from: old?.content.said, to: new.content.said)
        change.field(subject, "obstacle", from: old?.content.obstacle, to: new.content.obstacle)
        change.field(subject, "status", from: old?.content.status.rawValue, to: new.content.status.rawValue)
        change.field(
            subject, "percent", from: old?.content.percent.map { "\($0)" }, to: new.content.percent.map { "\($0)" })
        change.field(
            subject, "clearance", from: old?.clearance.step.rawValue, to: new.clearance.step.rawValue,
            why: new.clearance.note)
    }

    private static func setAction(_ change: inout WorkspaceChange, _ report: ProgressReport) throws {
        let subject = Subject(.action, report.action.value)
        let old = try change.connection.first(
            "SELECT status FROM action WHERE id = $1 AND workspace_id = $2",
            [.int(report.action.value), .int(change.workspace.value)]
        ) { try $0.text(0) }
        let new = report.content.status.rawValue
        guard let old, old != new else { return }
        try change.connection.execute(
            "UPDATE action SET status = $1, version = version + 1 WHERE id = $2 AND workspace_id = $3",
            [.text(new), .int(report.action.value), .int(change.workspace.value)])
        change.field(subject, "status", from: old, to: new, why: report.subject.description)
        change.did("action.status", subject)
    }
}
