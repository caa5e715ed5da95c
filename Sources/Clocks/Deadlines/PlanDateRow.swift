import Domain
import Store

/// Dates that stand in the plan and in position rounds, as far as somebody sees them.
enum PlanDateRow {
    /// Open actions with a date: those of one institution where there is a limit, led or supported.
    static func actions(
        _ workspace: WorkspaceID, _ filter: DeadlineFilter, limit: InstitutionID?, after: EntryPlace?, count: Int,
        _ connection: any ReadConnection
    ) throws -> [DateEntry] {
        try entries(
            """
            SELECT a.id, a.title, a.due, a.lead_id, a.version, a.made, a.id FROM action a
            WHERE a.workspace_id = $1 AND a.withdrawn = 0 AND a.due IS NOT NULL AND a.status NOT IN ('done', 'stopped')
                AND \(conditions("a.due", "a.id"))
            ORDER BY a.due, a.id LIMIT $8
            """, .action, workspace, filter, limit, after, count, connection)
    }

    /// Open milestones of actions that are under way, with their action's institution.
    static func milestones(
        _ workspace: WorkspaceID, _ filter: DeadlineFilter, limit: InstitutionID?, after: EntryPlace?, count: Int,
        _ connection: any ReadConnection
    ) throws -> [DateEntry] {
        try entries(
            """
            SELECT m.id, m.title, m.due, a.lead_id, m.version, a.made, a.id FROM milestone m JOIN action a ON a.id = m.action_id
            WHERE m.workspace_id = $1 AND m.withdrawn = 0 AND m.due IS NOT NULL AND m.done IS NULL AND a.withdrawn = 0
                AND a.status NOT IN ('done', 'stopped') AND \(conditions("m.due", "m.id"))
            ORDER BY m.due, m.id LIMIT $8
            """, .milestone, workspace, filter, limit, after, count, connection)
    }

    /// Open position rounds in which an institution still owes an answer: by when, once per round.
    static func rounds(
        _ workspace: WorkspaceID, _ filter: DeadlineFilter, limit: InstitutionID?, after: EntryPlace?, count: Int,
        _ connection: any ReadConnection
    ) throws -> [DateEntry] {
        let institution = limit ?? filter.institution
        return try connection.all(
            """
            SELECT w.id, w.title, w.due, w.version, w.opened FROM (
                SELECT r.id AS id, r.title AS title, MIN(p.due) AS due, r.version AS version, r.opened AS opened
                FROM round r JOIN proposal p ON p.round_id = r.id
                JOIN round_paragraph g ON g.id = p.paragraph_id
                WHERE r.workspace_id = $1 AND r.status = 'open' AND p.answered_at IS NULL AND g.dropped IS NULL
                    AND g.merged_into IS NULL AND (p.institution_id = $2 OR $2 IS NULL)
                GROUP BY r.id, r.title, r.version, r.opened) w
            WHERE (w.due >= $3 OR $3 IS NULL) AND (w.due <= $4 OR $4 IS NULL)
                AND (w.due > $5 OR $5 IS NULL OR (w.due = $5 AND w.id > $6))
            ORDER BY w.due, w.id LIMIT $7
            """,
            [
                .int(workspace.value), .optional(institution?.value), .optional(filter.from), .optional(filter.to),
                .optional(after?.due), .int(after?.after(in: 3) ?? 0), .int(count),
            ]
        ) { row in
            guard let due = CalendarDate(try row.text(2)) else { throw StoreError.corrupt(reason: "proposal.due") }
            return DateEntry(
                Subject(.round, try row.int(0)), title: try row.text(1), due: due,
                institutions: institution.map { [$0] } ?? [], sequence: Int(try row.int(3)) - 1,
                changed: try row.text(4))
        }
    }

    /// Calls of funds that the workspace watches: the day they close. Nobody has to apply, so none is ever late. A fund that is no
    /// longer shown takes its dates with it.
    static func calls(
        _ workspace: WorkspaceID, _ filter: DeadlineFilter, after: EntryPlace?, count: Int,
        _ connection: any ReadConnection
    ) throws -> [DateEntry] {
        try connection.all(
            """
            SELECT k.id, k.title, k.closes, k.version, h.since FROM fund_call_watch h JOIN fund_call k ON k.id = h.call_id
            JOIN fund f ON f.id = k.fund_id
            WHERE h.workspace_id = $1 AND k.closes IS NOT NULL AND k.cancelled = 0 AND f.closed = 0 AND f.level <> 'draft'
                AND (k.closes >= $2 OR $2 IS NULL) AND (k.closes <= $3 OR $3 IS NULL)
                AND (k.closes > $4 OR $4 IS NULL OR (k.closes = $4 AND k.id > $5))
            ORDER BY k.closes, k.id LIMIT $6
            """,
            [
                .int(workspace.value), .optional(filter.from), .optional(filter.to), .optional(after?.due),
                .int(after?.after(in: 4) ?? 0), .int(count),
            ]
        ) { row in
            guard let due = CalendarDate(try row.text(2)) else { throw StoreError.corrupt(reason: "fund_call.closes") }
            return DateEntry(
                Subject(.fundCall, try row.int(0)), title: try row.text(1), due: due, institutions: [],
                sequence: Int(try row.int(3)) - 1, changed: try row.text(4), force: .voluntary)
        }
    }

    private static func conditions(_ due: String, _ id: String) -> String {
        """
        (a.lead_id = $2 OR $2 IS NULL OR EXISTS (
            SELECT 1 FROM action_support s WHERE s.action_id = a.id AND s.institution_id = $2))
        AND (a.lead_id = $3 OR $3 IS NULL) AND (\(due) >= $4 OR $4 IS NULL) AND (\(due) <= $5 OR $5 IS NULL)
        AND (\(due) > $6 OR $6 IS NULL OR (\(due) = $6 AND \(id) > $7))
        """
    }

    private static func entries(
        _ sql: String, _ kind: SubjectKind, _ workspace: WorkspaceID, _ filter: DeadlineFilter, _ limit: InstitutionID?,
        _ after: EntryPlace?, _ count: Int, _ connection: any ReadConnection
    ) throws -> [DateEntry] {
        try connection.all(
            sql,
            [
                .int(workspace.value), .optional(limit?.value), .optional(filter.institution?.value),
                .optional(filter.from), .optional(filter.to), .optional(after?.due),
                .int(after?.after(in: EntryPlace.rank(kind)) ?? 0), .int(count),
            ]
        ) { row in
            guard let due = CalendarDate(try row.text(2)) else { throw StoreError.corrupt(reason: "\(kind).due") }
            var entry = DateEntry(
                Subject(kind, try row.int(0)), title: try row.text(1), due: due,
                institutions: try row.intOrNil(3).map { [InstitutionID($0)] } ?? [],
                sequence: Int(try row.int(4)) - 1, changed: try row.text(5))
            entry.action = try row.int(6)
            return entry
        }
    }
}
