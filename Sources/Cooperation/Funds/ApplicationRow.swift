import Domain
import Store

/// Applications: written in one workspace, read in two. The fund's side sees what was handed in, never a draft.
enum ApplicationRow {
    private static let columns = """
        a.id, a.call_id, a.workspace_id, a.partner_id, a.need_id, a.title, a.amount, a.currency, a.status, a.made,
        a.submitted, a.version
        """

    static func insert(_ application: Application, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO application (id, call_id, workspace_id, partner_id, need_id, title, amount, currency, status,
                made, submitted, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            [
                .int(application.id.value), .int(application.call.value), .int(application.workspace.value),
                .int(application.partner.value), .optional(application.need?.value), .text(application.title),
                .optional(application.amount?.minor), .optional(application.amount?.currency.rawValue),
                .text(application.status.rawValue), .text(application.made), .optional(application.submitted),
                .int(application.version),
            ])
        try writeAnswers(application, connection)
    }

    /// Throws `stale` where the version is another.
    static func update(_ application: Application, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE application SET need_id = $4, title = $5, amount = $6, currency = $7, status = $8, submitted = $9,
                version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(application.id.value), .int(application.workspace.value), .int(version),
                .optional(application.need?.value), .text(application.title), .optional(application.amount?.minor),
                .optional(application.amount?.currency.rawValue), .text(application.status.rawValue),
                .optional(application.submitted),
            ])
        if changed == 0 {
            guard let now = try own(application.id, application.workspace, connection) else {
                throw WorkspaceError.notFound
            }
            throw WorkspaceError.stale(Subject(.application, application.id.value), version: now.version)
        }
        try connection.execute(
            "DELETE FROM application_answer WHERE application_id = $1 AND workspace_id = $2",
            [.int(application.id.value), .int(application.workspace.value)])
        try writeAnswers(application, connection)
    }

    private static func writeAnswers(_ application: Application, _ connection: any WriteConnection) throws {
        var rows = SQLRows(columnCount: 4)
        for (key, value) in application.answers.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
            rows.append(.int(application.id.value), .int(application.workspace.value), .text(key), .text(value))
        }
        guard !rows.isEmpty else { return }
        try connection.insert(
            into: "application_answer", ["application_id", "workspace_id", "field", "value"], rows)
    }

    /// What the fund decides on an application that was handed in to it. False where there is none of that version.
    static func decide(
        _ id: ApplicationID, _ status: ApplicationStatus, partner: WorkspaceID, version: Int,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE application SET status = $4, version = version + 1
            WHERE id = $1 AND partner_id = $2 AND version = $3 AND status IN ('submitted', 'selected', 'not-selected')
            """, [.int(id.value), .int(partner.value), .int(version), .text(status.rawValue)]) == 1
    }

    static func own(
        _ id: ApplicationID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Application? {
        try applications(
            "a.id = $1 AND a.workspace_id = $2", [.int(id.value), .int(workspace.value)], connection
        ).first
    }

    static func own(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [Application] {
        try applications("a.workspace_id = $1", [.int(workspace.value)], connection)
    }

    /// Handed in to a fund of this workspace.
    static func received(
        _ call: FundCallID?, _ partner: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Application] {
        try applications(
            """
            a.partner_id = $1 AND a.status IN ('submitted', 'selected', 'not-selected')
            AND (a.call_id = $2 OR $2 IS NULL)
            """, [.int(partner.value), .optional(call?.value)], connection)
    }

    static func received(
        _ id: ApplicationID, _ partner: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Application? {
        try applications(
            "a.id = $1 AND a.partner_id = $2 AND a.status IN ('submitted', 'selected', 'not-selected')",
            [.int(id.value), .int(partner.value)], connection
        ).first
    }

    /// Somebody has handed in an application to this call.
    static func isAnswered(_ call: FundCallID, _ connection: any ReadConnection) throws -> Bool {
        try connection.count(
            "SELECT COUNT(*) FROM application WHERE call_id = $1 AND submitted IS NOT NULL", [.int(call.value)]) > 0
    }

    private static func applications(
        _ condition: String, _ values: [SQLValue], _ connection: any ReadConnection
    ) throws -> [Application] {
        var applications = try connection.all(
            "SELECT \(columns) FROM application a WHERE \(condition) ORDER BY a.id DESC LIMIT \(Applications.listMax)",
            values
        ) { row in
            Application(
                id: ApplicationID(try row.int(0)), call: FundCallID(try row.int(1)),
                workspace: WorkspaceID(try row.int(2)), partner: WorkspaceID(try row.int(3)),
                need: try row.intOrNil(4).map { NeedID($0) }, title: try row.text(5), amount: try row.money(6, 7),
                status: try row.value(8, ApplicationStatus.init(rawValue:)), made: try row.text(9),
                submitted: try row.textOrNil(10), version: Int(try row.int(11)))
        }
        let places = Dictionary(
            applications.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        var rest = applications[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax).map { SQLValue.int($0.id.value) }
            rest = rest.dropFirst(set.count)
            try connection.query(
                "SELECT application_id, field, value FROM application_answer WHERE application_id IN ({set})", [],
                set: set
            ) { row in
                if let place = places[try row.int(0)] { applications[place].answers[try row.text(1)] = try row.text(2) }
            }
        }
        return applications
    }
}
