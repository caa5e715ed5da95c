import Domain
import Store

/// Deadlines of a workspace.
enum DeadlineRow {
    private static let columns = """
        id, cause, rule, event_id, kind, mechanism, number, title, due, origin, source, force, audience, institution_id,
        account_id, status, closed, reason, sequence, changed, version
        """

    static func find(
        _ id: Int64, _ workspace: WorkspaceID, government: Bool, _ connection: any ReadConnection
    ) throws -> Deadline? {
        try connection.first(
            """
            SELECT \(columns) FROM deadline WHERE id = $1 AND workspace_id = $2 AND ($3 = 1 OR audience = 'all')
            """, [.int(id), .int(workspace.value), .flag(government)]
        ) { try read($0) }
    }

    /// Whatever its status, by cause.
    static func byCause(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [String: Deadline] {
        var found: [String: Deadline] = [:]
        try connection.query("SELECT \(columns) FROM deadline WHERE workspace_id = $1", [.int(workspace.value)]) {
            row in
            let deadline = try read(row)
            found[deadline.cause] = deadline
        }
        return found
    }

    /// What filters leave, by date; after a date and number where the page before ended.
    static func page(
        _ workspace: WorkspaceID, _ filter: DeadlineFilter, government: Bool, after: (due: String, id: Int64)?,
        limit: Int, _ connection: any ReadConnection
    ) throws -> [Deadline] {
        let status: [SQLValue] = filter.statuses.map { .text($0.rawValue) }
        return try connection.all(
            """
            SELECT \(columns) FROM deadline WHERE workspace_id = $1 AND ($2 = 1 OR audience = 'all')
                AND (mechanism = $3 OR $3 IS NULL) AND (kind = $4 OR $4 IS NULL) AND (institution_id = $5 OR $5 IS NULL)
                AND (due >= $6 OR $6 IS NULL) AND (due <= $7 OR $7 IS NULL)
                AND (due > $8 OR $8 IS NULL OR (due = $8 AND id > $9)) AND status IN ({set})
            ORDER BY due, id LIMIT $10
            """,
            [
                .int(workspace.value), .flag(government), .optional(filter.mechanism?.rawValue),
                .optional(filter.kind?.rawValue), .optional(filter.institution?.value), .optional(filter.from),
                .optional(filter.to), .optional(after?.due), .int(after?.id ?? 0), .int(limit),
            ], set: status
        ) { try read($0) }
    }

    /// Open ones that are owed and whose last day is over.
    static func late(_ workspace: WorkspaceID, _ today: Day, _ connection: any ReadConnection) throws -> [Deadline] {
        try connection.all(
            """
            SELECT \(columns) FROM deadline WHERE workspace_id = $1 AND status = 'open' AND force <> 'voluntary'
                AND due_day < $2 ORDER BY id
            """, [.int(workspace.value), .int(today.number)]
        ) { try read($0) }
    }

    static func insert(_ deadlines: [Deadline], _ workspace: WorkspaceID, at: String, _ connection: any WriteConnection)
        throws
    {
        guard !deadlines.isEmpty else { return }
        var rows = SQLRows(columnCount: 23, rowsExpected: deadlines.count)
        for deadline in deadlines {
            rows.append(
                .int(deadline.id), .int(workspace.value), .text(deadline.cause), .optional(deadline.rule),
                .optional(deadline.event), .text(deadline.kind.rawValue), .optional(deadline.mechanism?.rawValue),
                .optional(deadline.number), .optional(deadline.title), .text(deadline.due.description),
                .int(Day(lastOf: deadline.due).number), .text(deadline.origin.rawValue), .text(deadline.source),
                .text(deadline.force.rawValue), .text(deadline.audience.rawValue),
                .optional(deadline.institution?.value), .optional(deadline.account?.value),
                .text(deadline.status.rawValue), .optional(deadline.closed?.description), .optional(deadline.reason),
                .int(deadline.sequence), .text(at), .int(deadline.version))
        }
        try connection.insert(
            into: "deadline",
            [
                "id", "workspace_id", "cause", "rule", "event_id", "kind", "mechanism", "number", "title", "due",
                "due_day",
                "origin", "source", "force", "audience", "institution_id", "account_id", "status", "closed", "reason",
                "sequence", "changed", "version",
            ], rows)
    }

    /// Writes what may change; whether the version was the one that stood.
    static func update(
        _ deadline: Deadline, _ workspace: WorkspaceID, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE deadline SET title = $4, due = $5, due_day = $6, origin = $7, source = $8, force = $9,
                institution_id = $10, account_id = $11, status = $12, closed = $13, reason = $14, event_id = $15,
                kind = $16, mechanism = $17, sequence = sequence + 1, changed = $18, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(deadline.id), .int(workspace.value), .int(deadline.version), .optional(deadline.title),
                .text(deadline.due.description), .int(Day(lastOf: deadline.due).number),
                .text(deadline.origin.rawValue),
                .text(deadline.source), .text(deadline.force.rawValue), .optional(deadline.institution?.value),
                .optional(deadline.account?.value), .text(deadline.status.rawValue),
                .optional(deadline.closed?.description), .optional(deadline.reason), .optional(deadline.event),
                .text(deadline.kind.rawValue), .optional(deadline.mechanism?.rawValue), .text(at),
            ]) == 1
    }

    private static func read(_ row: any Row) throws -> Deadline {
        guard let due = CalendarDate(try row.text(8)) else { throw StoreError.corrupt(reason: "deadline.due") }
        return Deadline(
            id: try row.int(0), cause: try row.text(1), rule: try row.textOrNil(2), event: try row.intOrNil(3),
            kind: try row.value(4, DeadlineKind.init(rawValue:)),
            mechanism: try row.textOrNil(5).map { MechanismCode($0) }, number: try row.intOrNil(6).map { Int($0) },
            title: try row.textOrNil(7), due: due, origin: try row.value(9, DeadlineOrigin.init(rawValue:)),
            source: try row.text(10), force: try row.value(11, DeadlineForce.init(rawValue:)),
            audience: try row.value(12, DeadlineAudience.init(rawValue:)),
            institution: try row.intOrNil(13).map { InstitutionID($0) },
            account: try row.intOrNil(14).map { AccountID($0) },
            status: try row.value(15, DeadlineStatus.init(rawValue:)),
            closed: try row.textOrNil(16).flatMap { CalendarDate($0) }, reason: try row.textOrNil(17),
            sequence: Int(try row.int(18)), changed: try row.text(19), version: Int(try row.int(20)))
    }
}
