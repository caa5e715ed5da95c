import Domain
import Plans
import Store

/// Reports. Every statement carries the workspace, and what the reader may see of it.
enum ReportRow {
    private static let columns = """
        r.id, r.workspace_id, r.kind, r.language, r.title, r.scope, r.due, r.status, r.edition, r.left_out, r.made,
        r.made_by, r.approved, r.approved_by, r.handed_in, r.digest, r.version
        """

    /// Newest first. `limit`: with a paragraph that concerns this institution.
    static func all(
        _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Report] {
        try connection.all(
            """
            SELECT \(columns) FROM report r WHERE r.workspace_id = $1\(reach(limit, "$2"))
            ORDER BY r.id DESC LIMIT \(Drafting.reportsMax)
            """, [.int(workspace.value)] + bound(limit), read)
    }

    static func find(
        _ id: ReportID, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> Report? {
        try connection.first(
            "SELECT \(columns) FROM report r WHERE r.id = $2 AND r.workspace_id = $1\(reach(limit, "$3"))",
            [.int(workspace.value), .int(id.value)] + bound(limit), read)
    }

    private static func reach(_ limit: InstitutionID?, _ who: String) -> String {
        guard limit != nil else { return "" }
        return """
             AND EXISTS (SELECT 1 FROM report_paragraph p WHERE p.report_id = r.id AND p.until IS NULL
                AND \(ReportReach.paragraph("p", who, "$1")))
            """
    }

    private static func bound(_ limit: InstitutionID?) -> [SQLValue] { limit.map { [.int($0.value)] } ?? [] }

    static func insert(_ report: Report, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO report (id, workspace_id, kind, language, title, scope, due, status, edition, left_out, made,
                made_by, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            [
                .int(report.id.value), .int(report.workspace.value), .text(report.kind.rawValue),
                .text(report.language.rawValue), .text(report.title), .text(StoredJSON.text(report.scope)),
                .optional(report.due?.description), .text(report.status.rawValue), .int(report.edition),
                .text(StoredJSON.text(report.leftOut)), .text(report.made), .text(report.madeBy), .int(report.version),
            ])
    }

    /// Throws `stale` where the version is another.
    static func update(_ report: Report, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE report SET title = $4, scope = $5, due = $6, status = $7, left_out = $8, approved = $9,
                approved_by = $10, handed_in = $11, digest = $12, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(report.id.value), .int(report.workspace.value), .int(version), .text(report.title),
                .text(StoredJSON.text(report.scope)), .optional(report.due?.description),
                .text(report.status.rawValue), .text(StoredJSON.text(report.leftOut)), .optional(report.approved),
                .optional(report.approvedBy), .optional(report.handedIn), .optional(report.digest),
            ])
        if changed == 0 { throw WorkspaceError.stale(report.subject, version: report.version) }
    }

    /// Takes the next version of an open report, and holds the report until the change is written. Nil where it is not open.
    static func nextEdition(
        _ id: ReportID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws -> Int? {
        let changed = try connection.execute(
            """
            UPDATE report SET edition = edition + 1
            WHERE id = $1 AND workspace_id = $2 AND status IN ('draft', 'in-review')
            """, [.int(id.value), .int(workspace.value)])
        guard changed == 1 else { return nil }
        return try connection.count("SELECT edition FROM report WHERE id = $1", [.int(id.value)])
    }

    private static func read(_ row: any Row) throws -> Report {
        Report(
            id: ReportID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            kind: try row.value(2, ReportKind.init(rawValue:)), language: LanguageTag(try row.text(3)),
            title: try row.text(4), scope: try StoredJSON.value(try row.text(5)),
            due: try row.textOrNil(6).flatMap { CalendarDate($0) },
            status: try row.value(7, ReportStatus.init(rawValue:)), edition: Int(try row.int(8)),
            leftOut: try StoredJSON.value(try row.text(9)), made: try row.text(10), madeBy: try row.text(11),
            approved: try row.textOrNil(12), approvedBy: try row.textOrNil(13), handedIn: try row.textOrNil(14),
            digest: try row.textOrNil(15), version: Int(try row.int(16)))
    }
}
