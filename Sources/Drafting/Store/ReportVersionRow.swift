import Domain
import Store

/// Versions of a report: its outline, how long it was, who made it of it and how.
enum ReportVersionRow {
    static func insert(
        _ version: ReportVersion, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO report_version (report_id, number, workspace_id, outline, words, action, said_by, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .int(version.report.value), .int(version.number), .int(workspace.value),
                .text(StoredJSON.text(version.outline)), .int(version.words), .text(version.action.rawValue),
                .text(version.by), .text(version.at),
            ])
    }

    static func find(
        _ report: ReportID, _ number: Int, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> ReportVersion? {
        try connection.first(
            """
            SELECT report_id, number, outline, words, action, said_by, at FROM report_version
            WHERE report_id = $1 AND number = $2 AND workspace_id = $3
            """, [.int(report.value), .int(number), .int(workspace.value)], read)
    }

    /// The latest first, at most 500, without outlines.
    static func all(
        _ report: ReportID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ReportVersion] {
        try connection.all(
            """
            SELECT report_id, number, '[]', words, action, said_by, at FROM report_version
            WHERE report_id = $1 AND workspace_id = $2 ORDER BY number DESC LIMIT 500
            """, [.int(report.value), .int(workspace.value)], read)
    }

    private static func read(_ row: any Row) throws -> ReportVersion {
        ReportVersion(
            report: ReportID(try row.int(0)), number: Int(try row.int(1)),
            outline: try StoredJSON.value(try row.text(2)), words: Int(try row.int(3)),
            action: try row.value(4, ReportVersion.Action.init(rawValue:)), by: try row.text(5), at: try row.text(6))
    }
}
