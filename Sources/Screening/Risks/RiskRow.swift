import Domain
import Store

/// Risks of screenings and how they stood, for workspaces that take part.
enum RiskRow {
    private static let select = """
        SELECT r.id, r.screening_id, r.moment_id, r.workspace_id, o.name, r.raiser_id, f.name, r.question, r.title,
            r.institution_id, CASE WHEN r.workspace_id = $1 THEN i.name ELSE NULL END, r.account_id,
            CASE WHEN r.workspace_id = $1 THEN p.name ELSE NULL END, r.due, r.status, r.reason, r.raised, r.raised_by,
            r.closed, r.version
        FROM screening_risk r JOIN screening s ON s.id = r.screening_id JOIN workspace o ON o.id = r.workspace_id
        JOIN workspace f ON f.id = r.raiser_id LEFT JOIN institution i ON i.id = r.institution_id
        LEFT JOIN account p ON p.id = r.account_id
        """

    static func insert(_ risk: ScreeningRisk, at: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO screening_risk (id, screening_id, moment_id, workspace_id, raiser_id, question, title,
                institution_id, account_id, due, status, reason, raised, raised_by, closed, changed, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', '', $11, $12, NULL, $11, 1)
            """,
            [
                .int(risk.id.value), .int(risk.screening.value), .int(risk.moment.value), .int(risk.owner.value),
                .int(risk.raiser.value), .optional(risk.question), .text(risk.title),
                .optional(risk.institution?.value), .optional(risk.account?.value),
                .optional(risk.due?.description), .text(at), .text(risk.raisedBy),
            ])
    }

    /// One of a screening the workspace takes part in; with a limit only what that institution of the workspace deals with.
    static func find(
        _ id: RiskID, _ workspace: WorkspaceID, limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> ScreeningRisk? {
        try connection.first(
            """
            \(select) WHERE s.withdrawn = 0 AND \(CaseRow.takesPart("s.id", "$1")) AND r.id = $3
                AND ($2 = 0 OR (r.workspace_id = $1 AND r.institution_id = $2))
            """, [.int(workspace.value), .int(limit?.value ?? 0), .int(id.value)], read)
    }

    /// Those of some screenings, in the order they were raised.
    static func all(
        _ ids: [ScreeningID], _ workspace: WorkspaceID, limit: InstitutionID? = nil, _ connection: any ReadConnection
    ) throws -> [ScreeningRisk] {
        try connection.all(
            """
            \(select) WHERE s.withdrawn = 0 AND \(CaseRow.takesPart("s.id", "$1"))
                AND ($2 = 0 OR (r.workspace_id = $1 AND r.institution_id = $2)) AND r.screening_id IN ({set})
            ORDER BY r.id
            """, [.int(workspace.value), .int(limit?.value ?? 0)],
            set: ids.prefix(SQLSet.sizeMax).map { .int($0.value) }, read)
    }

    /// What one institution of the workspace deals with, or the whole workspace, and is not closed: by day.
    static func owned(
        _ workspace: WorkspaceID, limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [ScreeningRisk] {
        try connection.all(
            """
            \(select) WHERE s.withdrawn = 0 AND \(CaseRow.takesPart("s.id", "$1")) AND r.workspace_id = $1
                AND ($2 = 0 OR r.institution_id = $2) AND r.status <> 'closed'
            ORDER BY COALESCE(r.due, '9999'), r.id LIMIT \(ScreeningLimits.listMax)
            """, [.int(workspace.value), .int(limit?.value ?? 0)], read)
    }

    static func isAny(at moment: MomentID, _ connection: any ReadConnection) throws -> Bool {
        try connection.count("SELECT COUNT(*) FROM screening_risk WHERE moment_id = $1", [.int(moment.value)]) > 0
    }

    /// False where another version stands.
    static func update(_ risk: ScreeningRisk, at: String, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE screening_risk SET workspace_id = $3, title = $4, institution_id = $5, account_id = $6, due = $7,
                status = $8, reason = $9, closed = $10, changed = $11, version = version + 1
            WHERE id = $1 AND version = $2 AND screening_id = $12
            """,
            [
                .int(risk.id.value), .int(risk.version), .int(risk.owner.value), .text(risk.title),
                .optional(risk.institution?.value), .optional(risk.account?.value),
                .optional(risk.due?.description), .text(risk.status.rawValue), .text(risk.reason),
                .optional(risk.closed), .text(at), .int(risk.screening.value),
            ]) > 0
    }

    private static func read(_ row: any Row) throws -> ScreeningRisk {
        ScreeningRisk(
            id: RiskID(try row.int(0)), screening: ScreeningID(try row.int(1)), moment: MomentID(try row.int(2)),
            owner: WorkspaceID(try row.int(3)), ownerName: try row.text(4), raiser: WorkspaceID(try row.int(5)),
            raiserName: try row.text(6), question: try row.textOrNil(7), title: try row.text(8),
            institution: try row.intOrNil(9).map { InstitutionID($0) }, institutionName: try row.textOrNil(10),
            account: try row.intOrNil(11).map { AccountID($0) }, personName: try row.textOrNil(12),
            due: try row.textOrNil(13).flatMap { CalendarDate($0) },
            status: try row.value(14, RiskStatus.init(rawValue:)), reason: try row.text(15),
            raised: try row.text(16), raisedBy: try row.text(17), closed: try row.textOrNil(18),
            version: Int(try row.int(19)))
    }
}

/// How risks stood, one row a change, only ever added to.
enum RiskStateRow {
    static func insert(
        _ risk: ScreeningRisk, by workspace: WorkspaceID, _ name: String, at: String,
        _ connection: any WriteConnection
    ) throws {
        let id = try IDAllocator.take("screening_risk_state", 1, connection).lowerBound
        try connection.execute(
            """
            INSERT INTO screening_risk_state (id, risk_id, screening_id, workspace_id, status, due, reason, said_by, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .int(id), .int(risk.id.value), .int(risk.screening.value), .int(workspace.value),
                .text(risk.status.rawValue), .optional(risk.due?.description), .text(risk.reason), .text(name),
                .text(at),
            ])
    }

    /// Of a whole screening, in order.
    static func all(
        _ id: ScreeningID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [RiskState] {
        try connection.all(
            """
            SELECT t.risk_id, t.status, t.due, t.reason, w.name, t.said_by, t.at FROM screening_risk_state t
            JOIN workspace w ON w.id = t.workspace_id
            WHERE t.screening_id = $2 AND \(CaseRow.takesPart("t.screening_id", "$1")) ORDER BY t.id
            """, [.int(workspace.value), .int(id.value)]
        ) { row in
            RiskState(
                risk: RiskID(try row.int(0)), status: try row.value(1, RiskStatus.init(rawValue:)),
                due: try row.textOrNil(2).flatMap { CalendarDate($0) }, reason: try row.text(3),
                workspaceName: try row.text(4), saidBy: try row.text(5), at: try row.text(6))
        }
    }
}
