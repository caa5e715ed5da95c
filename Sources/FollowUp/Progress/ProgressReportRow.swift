package import Domain
package import Plans
package import Store

/// Progress reports. Every statement carries the workspace, and what the reader may see of it.
package enum ProgressReportRow {
    package static let pageMax = 100
    private static let columns = """
        r.id, r.workspace_id, r.action_id, r.institution_id, r.starts, r.ends, r.said, r.obstacle, r.status, r.percent,
        r.author, r.made, r.clearance, r.cleared_by, r.cleared_at, r.clearance_note, r.version
        """

    package static func insert(_ report: ProgressReport, _ connection: any WriteConnection) throws {
        try insert([report], connection)
    }

    package static func insert(_ reports: [ProgressReport], _ connection: any WriteConnection) throws {
        var rows = SQLRows(columnCount: 17, rowsExpected: reports.count)
        for report in reports {
            rows.append(
                .int(report.id.value), .int(report.workspace.value), .int(report.action.value),
                .int(report.institution.value), .text(report.starts), .text(report.ends), .text(report.content.said),
                .optional(report.content.obstacle), .text(report.content.status.rawValue),
                .optional(report.content.percent), .text(report.author), .text(report.made))
            for value in ClearanceRow.values(report.clearance) { rows.append(value) }
            rows.append(.int(report.version))
        }
        try connection.insert(
            into: "progress_report",
            [
                "id", "workspace_id", "action_id", "institution_id", "starts", "ends", "said", "obstacle", "status",
                "percent", "author", "made",
            ] + ClearanceRow.names + ["version"], rows)
    }

    /// Whether it was still at that version.
    package static func update(
        _ report: ProgressReport, from version: Int, _ connection: any WriteConnection
    ) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE progress_report SET said = $1, obstacle = $2, status = $3, percent = $4, clearance = $5,
            cleared_by = $6, cleared_at = $7, clearance_note = $8, version = $9
            WHERE id = $10 AND workspace_id = $11 AND version = $12
            """,
            [
                .text(report.content.said), .optional(report.content.obstacle), .text(report.content.status.rawValue),
                .optional(report.content.percent),
            ] + ClearanceRow.values(report.clearance) + [
                .int(version + 1), .int(report.id.value), .int(report.workspace.value), .int(version),
            ])
        return changed == 1
    }

    package static func find(
        _ id: ProgressReportID, _ scope: ProgressScope, _ connection: any ReadConnection
    ) throws -> ProgressReport? {
        var values: [SQLValue] = [.int(scope.workspace.value), .int(id.value)]
        let seen = scope.condition(&values, isAcross: true)
        return try connection.first(
            "SELECT \(columns) FROM progress_report r WHERE r.workspace_id = $1 AND r.id = $2 AND \(seen)", values
        ) { try read($0) }
    }

    /// What one institution said of one action in one period.
    package static func find(
        _ action: ActionID, _ institution: InstitutionID, starts: String, _ workspace: WorkspaceID,
        _ connection: any ReadConnection
    ) throws -> ProgressReport? {
        try connection.first(
            """
            SELECT \(columns) FROM progress_report r
            WHERE r.workspace_id = $1 AND r.action_id = $2 AND r.institution_id = $3 AND r.starts = $4
            """,
            [.int(workspace.value), .int(action.value), .int(institution.value), .text(starts)]
        ) { try read($0) }
    }

    /// What was said of actions in one period, by one institution or by all, by action and then by who said it.
    package static func all(
        starts: String, by institution: InstitutionID?, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ActionID: [InstitutionID: ProgressReport]] {
        var found: [ActionID: [InstitutionID: ProgressReport]] = [:]
        var values: [SQLValue] = [.int(workspace.value), .text(starts)]
        if let institution { values.append(.int(institution.value)) }
        try connection.query(
            """
            SELECT \(columns) FROM progress_report r WHERE r.workspace_id = $1 AND r.starts = $2
            \(institution == nil ? "" : "AND r.institution_id = $3")
            """, values
        ) { row in
            let report = try read(row)
            found[report.action, default: [:]][report.institution] = report
        }
        return found
    }

    /// Newest first, after the report with id `after`.
    package static func page(
        _ filter: ProgressFilter, _ scope: ProgressScope, after: ProgressReportID?, limit: Int,
        _ connection: any ReadConnection
    ) throws -> [ProgressReport] {
        var values: [SQLValue] = [.int(scope.workspace.value)]
        var conditions = ["r.workspace_id = $1"]
        func add(_ column: String, _ sign: String, _ value: SQLValue) {
            values.append(value)
            conditions.append("\(column) \(sign) $\(values.count)")
        }
        if let action = filter.action { add("r.action_id", "=", .int(action.value)) }
        if let institution = filter.institution { add("r.institution_id", "=", .int(institution.value)) }
        if let period = filter.period { add("r.starts", "=", .text(period.starts)) }
        if let step = filter.step { add("r.clearance", "=", .text(step.rawValue)) }
        if let after { add("r.id", "<", .int(after.value)) }
        conditions.append(scope.condition(&values, isAcross: filter.action != nil))
        values.append(.int(min(limit, pageMax)))
        return try connection.all(
            """
            SELECT \(columns) FROM progress_report r WHERE \(conditions.joined(separator: " AND "))
            ORDER BY r.id DESC LIMIT $\(values.count)
            """, values
        ) { try read($0) }
    }

    private static func read(_ row: any Row) throws -> ProgressReport {
        ProgressReport(
            id: ProgressReportID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            action: ActionID(try row.int(2)), institution: InstitutionID(try row.int(3)), starts: try row.text(4),
            ends: try row.text(5),
            content: ProgressReport.Content(
                said: try row.text(6), obstacle: try row.textOrNil(7),
                status: try row.value(8, ActionStatus.init(rawValue:)), percent: try row.intOrNil(9).map { Int($0) }),
            author: try row.text(10), made: try row.text(11), clearance: try ClearanceRow.read(row, at: 12),
            version: Int(try row.int(16)))
    }
}
