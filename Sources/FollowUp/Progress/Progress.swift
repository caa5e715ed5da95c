package import Domain
package import People
import Plans
import Store

/// Reports on actions by period, their clearance, and who has not reported.
package struct Progress: Sendable {
    package let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// How this workspace reports.
    package func setting(_ member: Member) async throws(WorkspaceError) -> ProgressSetting {
        try member.require(.seePlan)
        return try await store.read { try ProgressSettingRow.find(member.workspace.id, $0) }
    }

    /// Chooses how often institutions report and how far a report must be cleared. Reports that are there keep their periods.
    package func choose(_ setting: ProgressSetting, by member: Member) async throws(WorkspaceError) {
        try member.require(.manageSettings)
        guard ReportingPeriod.lengths.contains(setting.months) else { throw .invalid("months", "progress.months") }
        guard setting.needed.level > 0 else { throw .invalid("needed", "progress.needed") }
        let subject = Subject(.workspace, member.workspace.id.value)
        try await store.change(member) { change in
            let old = try ProgressSettingRow.find(change.workspace, change.connection)
            guard try ProgressSettingRow.put(setting, from: setting.version, change.workspace, change.connection) else {
                throw WorkspaceError.stale(subject, version: old.version)
            }
            change.field(subject, "reporting months", from: "\(old.months)", to: "\(setting.months)")
            change.field(subject, "clearance needed", from: old.needed.rawValue, to: setting.needed.rawValue)
            change.did("progress.setting", subject)
        }
    }

    /// The period in which today lies.
    package func period(
        _ setting: ProgressSetting, _ workspace: Workspace
    ) throws(WorkspaceError) -> ReportingPeriod {
        let today = workspace.day(at: store.clock.milliseconds())
        guard let period = ReportingPeriod(containing: today, months: setting.months)
        else { throw .invalid("period", "progress.period") }
        return period
    }

    /// A report, as far as this member may see it.
    package func report(_ id: ProgressReportID, _ member: Member) async throws(WorkspaceError) -> ProgressReport {
        try member.require(.seePlan)
        let found: ProgressReport? = try await store.read { connection in
            let scope = try ProgressScope(member, ProgressSettingRow.find(member.workspace.id, connection))
            return try ProgressReportRow.find(id, scope, connection)
        }
        guard let found else { throw .notFound }
        return found
    }

    /// Newest first.
    package func reports(
        _ filter: ProgressFilter, after: ProgressReportID? = nil, limit: Int = 50, _ member: Member
    ) async throws(WorkspaceError) -> [ProgressReport] {
        try member.require(.seePlan)
        return try await store.read { connection in
            let scope = try ProgressScope(member, ProgressSettingRow.find(member.workspace.id, connection))
            return try ProgressReportRow.page(filter, scope, after: after, limit: limit, connection)
        }
    }

    /// How far each institution is with its reports of a period; for a focal point her own alone.
    package func counts(
        _ period: ReportingPeriod, _ member: Member
    ) async throws(WorkspaceError) -> [ReportingCount] {
        try member.require(.seeInternal)
        let own = try member.limit(.seePlan)
        return try await store.read { try ReportingRow.counts(period, member.workspace.id, own, $0) }
    }

    /// The actions of an institution that nobody reported on in a period, at most 500.
    package func missing(
        _ period: ReportingPeriod, _ institution: InstitutionID, _ member: Member
    ) async throws(WorkspaceError) -> [MissingReport] {
        try member.require(.seeInternal)
        if let own = try member.limit(.seePlan), own != institution { throw .notFound }
        return try await store.read {
            try ReportingRow.missing(period, member.workspace.id, institution, limit: 500, $0)
        }
    }
}

extension Plans {
    package var progress: Progress { Progress(store) }
}
