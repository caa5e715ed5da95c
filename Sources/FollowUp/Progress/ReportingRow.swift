package import Domain
package import Plans
import Store

/// Which actions are to be reported on in a period, and which are.
///
/// An action is to be reported on by its lead where it was in the plan before the period ended, had begun by then or has no
/// beginning, and has not ended. A draft is no report.
enum ReportingRow {
    private static let due = """
        FROM action a LEFT JOIN progress_report r
        ON r.action_id = a.id AND r.institution_id = a.lead_id AND r.starts = $2 AND r.workspace_id = $1
        WHERE a.workspace_id = $1 AND a.withdrawn = 0 AND a.lead_id IS NOT NULL AND a.status NOT IN ('done', 'stopped')
        AND (a.starts IS NULL OR a.starts <= $3) AND a.made < $4
        """

    private static func values(_ period: ReportingPeriod, _ workspace: WorkspaceID) -> [SQLValue] {
        [.int(workspace.value), .text(period.starts), .text(period.ends), .text((period.next?.starts ?? "9999") + "T")]
    }

    /// By institution, those with actions to report on only.
    static func counts(
        _ period: ReportingPeriod, _ workspace: WorkspaceID, _ institution: InstitutionID?,
        _ connection: any ReadConnection
    ) throws -> [ReportingCount] {
        var values = values(period, workspace)
        var limit = ""
        if let institution {
            values.append(.int(institution.value))
            limit = "AND a.lead_id = $5"
        }
        return try connection.all(
            """
            SELECT a.lead_id, COUNT(*),
            SUM(CASE WHEN r.id IS NOT NULL AND r.clearance NOT IN ('none', 'returned') THEN 1 ELSE 0 END),
            SUM(CASE WHEN r.clearance = 'none' THEN 1 ELSE 0 END), SUM(CASE WHEN r.clearance = 'returned' THEN 1 ELSE 0 END)
            \(due) \(limit) GROUP BY a.lead_id
            """, values
        ) { row in
            ReportingCount(
                institution: InstitutionID(try row.int(0)), due: Int(try row.int(1)), reported: Int(try row.int(2)),
                drafts: Int(try row.int(3)), returned: Int(try row.int(4)))
        }
    }

    /// Actions of one institution without a report, in the order of their dates, at most `limit`.
    static func missing(
        _ period: ReportingPeriod, _ workspace: WorkspaceID, _ institution: InstitutionID, limit: Int,
        _ connection: any ReadConnection
    ) throws -> [MissingReport] {
        try connection.all(
            """
            SELECT a.id, a.title, a.due, r.id, r.clearance \(due) AND a.lead_id = $5
            AND (r.id IS NULL OR r.clearance IN ('none', 'returned'))
            ORDER BY CASE WHEN a.due IS NULL THEN 1 ELSE 0 END, a.due, a.id LIMIT $6
            """, values(period, workspace) + [.int(institution.value), .int(limit)]
        ) { row in
            MissingReport(
                action: ActionID(try row.int(0)), title: try row.text(1),
                due: try row.textOrNil(2).flatMap { CalendarDate($0) },
                report: try row.intOrNil(3).map { ProgressReportID($0) },
                step: try row.textOrNil(4).flatMap { ClearanceStep(rawValue: $0) })
        }
    }
}

/// How far one institution is with reporting in a period.
package struct ReportingCount: Hashable, Sendable {
    package var institution: InstitutionID
    /// Actions to be reported on.
    package var due: Int
    /// Reports that were submitted or cleared.
    package var reported: Int
    package var drafts: Int
    package var returned: Int

    package var missing: Int { due - reported }
}

/// An action without a report.
package struct MissingReport: Hashable, Sendable {
    package var action: ActionID
    package var title: String
    package var due: CalendarDate?
    /// A draft, or a report that was returned.
    package var report: ProgressReportID?
    package var step: ClearanceStep?
}
