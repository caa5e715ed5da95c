import Domain
import Store

/// Alerts of a workspace.
enum AlertRow {
    private static let columns = """
        a.id, a.cause, a.kind, a.subject_kind, a.subject_id, a.title, a.mechanism, a.document, a.day, a.measure,
        a.institution_id, a.account_id, a.status, a.answer, a.until, a.reason, a.raised, a.changed, a.version, a.rule
        """
    /// Reach: those an institution answers for or is concerned by.
    private static let reach = """
        (a.institution_id = $2 OR $2 IS NULL OR EXISTS (
            SELECT 1 FROM alert_concern c WHERE c.alert_id = a.id AND c.institution_id = $2))
        """
    private static let waiting = "(a.status = 'open' OR (a.status = 'snoozed' AND (a.until IS NULL OR a.until <= $3)))"

    static func find(
        _ id: Int64, _ workspace: WorkspaceID, limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> Alert? {
        var found = try connection.first(
            "SELECT \(columns) FROM alert a WHERE a.id = $3 AND a.workspace_id = $1 AND \(reach)",
            [.int(workspace.value), .optional(limit?.value), .int(id)]
        ) { try read($0) }
        found?.concerns = try connection.all(
            "SELECT institution_id FROM alert_concern WHERE alert_id = $1 AND workspace_id = $2 ORDER BY institution_id",
            [.int(id), .int(workspace.value)]
        ) { InstitutionID(try $0.int(0)) }
        return found
    }

    /// The newest first, after the number where the page before ended. `today`: a date as text.
    static func page(
        _ workspace: WorkspaceID, _ filter: AlertFilter, limit: InstitutionID?, today: String, before: Int64?,
        count: Int,
        _ connection: any ReadConnection
    ) throws -> [Alert] {
        try connection.all(
            """
            SELECT \(columns) FROM alert a WHERE a.workspace_id = $1 AND \(reach)
                AND \(filter.isWaiting ? waiting : "NOT \(waiting)") AND (a.kind = $4 OR $4 IS NULL)
                AND (a.institution_id = $5 OR $5 IS NULL OR EXISTS (
                    SELECT 1 FROM alert_concern d WHERE d.alert_id = a.id AND d.institution_id = $5))
                AND (a.id < $6 OR $6 IS NULL)
            ORDER BY a.id DESC LIMIT $7
            """,
            [
                .int(workspace.value), .optional(limit?.value), .text(today), .optional(filter.kind?.rawValue),
                .optional(filter.institution?.value), .optional(before), .int(count),
            ]
        ) { try read($0) }
    }

    /// How many wait, by kind.
    static func counts(
        _ workspace: WorkspaceID, limit: InstitutionID?, today: String, _ connection: any ReadConnection
    ) throws -> [AlertKind: Int] {
        var counts: [AlertKind: Int] = [:]
        try connection.query(
            "SELECT a.kind, COUNT(*) FROM alert a WHERE a.workspace_id = $1 AND \(reach) AND \(waiting) GROUP BY a.kind",
            [.int(workspace.value), .optional(limit?.value), .text(today)]
        ) { counts[try $0.value(0, AlertKind.init(rawValue:))] = Int(try $0.int(1)) }
        return counts
    }

    static func byCause(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [String: Alert] {
        var found: [String: Alert] = [:]
        try connection.query("SELECT \(columns) FROM alert a WHERE a.workspace_id = $1", [.int(workspace.value)]) {
            row in
            let alert = try read(row)
            found[alert.cause] = alert
        }
        return found
    }

    static func insert(_ alerts: [Alert], _ workspace: WorkspaceID, at: String, _ connection: any WriteConnection)
        throws
    {
        guard !alerts.isEmpty else { return }
        var rows = SQLRows(columnCount: 21, rowsExpected: alerts.count)
        var concerns = SQLRows(columnCount: 3)
        for alert in alerts {
            rows.append(
                .int(alert.id), .int(workspace.value), .text(alert.cause), .text(alert.kind.rawValue),
                .optional(alert.subject?.kind.rawValue), .optional(alert.subject?.id), .optional(alert.title),
                .optional(alert.rule),
                .optional(alert.mechanism?.rawValue), .optional(alert.document), .text(alert.day.description),
                .optional(alert.measure), .optional(alert.institution?.value), .optional(alert.account?.value),
                .text(alert.status.rawValue), .optional(alert.answer), .optional(alert.until?.description),
                .optional(alert.reason), .text(at), .text(at), .int(alert.version))
            for institution in Set(alert.concerns).sorted(by: { $0.value < $1.value }) {
                concerns.append(.int(alert.id), .int(workspace.value), .int(institution.value))
            }
        }
        try connection.insert(
            into: "alert",
            [
                "id", "workspace_id", "cause", "kind", "subject_kind", "subject_id", "title", "rule", "mechanism",
                "document",
                "day",
                "measure", "institution_id", "account_id", "status", "answer", "until", "reason", "raised",
                "changed", "version",
            ], rows)
        guard !concerns.isEmpty else { return }
        try connection.insert(into: "alert_concern", ["alert_id", "workspace_id", "institution_id"], concerns)
    }

    /// Whether the version was the one that stood.
    static func update(_ alert: Alert, _ workspace: WorkspaceID, at: String, _ connection: any WriteConnection) throws
        -> Bool
    {
        try connection.execute(
            """
            UPDATE alert SET institution_id = $4, account_id = $5, status = $6, answer = $7, until = $8, reason = $9,
                changed = $10, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(alert.id), .int(workspace.value), .int(alert.version), .optional(alert.institution?.value),
                .optional(alert.account?.value), .text(alert.status.rawValue), .optional(alert.answer),
                .optional(alert.until?.description), .optional(alert.reason), .text(at),
            ]) == 1
    }

    private static func read(_ row: any Row) throws -> Alert {
        guard let day = CalendarDate(try row.text(8)) else { throw StoreError.corrupt(reason: "alert.day") }
        var subject: Subject?
        if let id = try row.intOrNil(4) { subject = Subject(try row.value(3, SubjectKind.init(rawValue:)), id) }
        return Alert(
            id: try row.int(0), cause: try row.text(1), kind: try row.value(2, AlertKind.init(rawValue:)),
            subject: subject,
            title: try row.textOrNil(5), rule: try row.textOrNil(19),
            mechanism: try row.textOrNil(6).map { MechanismCode($0) },
            document: try row.textOrNil(7), day: day, measure: try row.intOrNil(9).map { Int($0) },
            institution: try row.intOrNil(10).map { InstitutionID($0) },
            account: try row.intOrNil(11).map { AccountID($0) },
            status: try row.value(12, AlertStatus.init(rawValue:)), answer: try row.textOrNil(13),
            until: try row.textOrNil(14).flatMap { CalendarDate($0) }, reason: try row.textOrNil(15),
            raised: try row.text(16), changed: try row.text(17), version: Int(try row.int(18)))
    }
}
