import Domain
import Store

/// What gives cause for alerts in plan and progress.
enum CauseRow {
    static let actionsMax = 20_000

    struct ActionCause {
        var id: Int64
        var title: String
        var lead: InstitutionID?
        var day: CalendarDate
    }

    /// Open actions whose date may be over: theirs is before `today` as text, which is sure only for whole dates.
    static func late(_ workspace: WorkspaceID, today: String, _ connection: any ReadConnection) throws -> [ActionCause]
    {
        try causes(
            """
            SELECT id, title, lead_id, due FROM action WHERE workspace_id = $1 AND withdrawn = 0 AND due < $2
                AND status NOT IN ('done', 'stopped') ORDER BY id LIMIT \(actionsMax)
            """, [.int(workspace.value), .text(today)], connection)
    }

    /// The same of milestones; `id` and title are the milestone's.
    static func lateMilestones(
        _ workspace: WorkspaceID, today: String, _ connection: any ReadConnection
    ) throws -> [ActionCause] {
        try causes(
            """
            SELECT m.id, m.title, a.lead_id, m.due FROM milestone m JOIN action a ON a.id = m.action_id
            WHERE m.workspace_id = $1 AND m.withdrawn = 0 AND m.due < $2 AND m.done IS NULL AND a.withdrawn = 0
                AND a.status NOT IN ('done', 'stopped') ORDER BY m.id LIMIT \(actionsMax)
            """, [.int(workspace.value), .text(today)], connection)
    }

    /// Actions under way, with the day of the last report of progress, or else the later of the day they began and were entered;
    /// only those whose day is before `since`.
    static func stalled(_ workspace: WorkspaceID, since: String, _ connection: any ReadConnection) throws
        -> [ActionCause]
    {
        try causes(
            """
            SELECT s.id, s.title, s.lead_id, s.day FROM (
                SELECT a.id AS id, a.title AS title, a.lead_id AS lead_id, COALESCE(
                    (SELECT MAX(p.made) FROM progress_report p WHERE p.workspace_id = $1 AND p.action_id = a.id),
                    CASE WHEN a.starts > a.made THEN a.starts ELSE a.made END) AS day
                FROM action a WHERE a.workspace_id = $1 AND a.withdrawn = 0 AND a.status IN ('started', 'delayed')) s
            WHERE s.day < $2 ORDER BY s.id LIMIT \(actionsMax)
            """, [.int(workspace.value), .text(since)], connection)
    }

    /// Actions that are done, and neither they nor their reports of progress have evidence that stands. The day is the last
    /// report's, or else that on which they were entered.
    static func withoutEvidence(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [ActionCause] {
        try causes(
            """
            SELECT a.id, a.title, a.lead_id, COALESCE(
                (SELECT MAX(p.made) FROM progress_report p WHERE p.workspace_id = $1 AND p.action_id = a.id), a.made)
            FROM action a WHERE a.workspace_id = $1 AND a.withdrawn = 0 AND a.status = 'done'
                AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.workspace_id = $1 AND e.kind = 'action'
                    AND e.subject_id = a.id AND e.withdrawn = 0)
                AND NOT EXISTS (SELECT 1 FROM progress_report p JOIN evidence e ON e.workspace_id = $1
                    AND e.kind = 'progress' AND e.subject_id = p.id AND e.withdrawn = 0
                    WHERE p.workspace_id = $1 AND p.action_id = a.id)
            ORDER BY a.id LIMIT \(actionsMax)
            """, [.int(workspace.value)], connection)
    }

    /// Who supports an action; milestones count as their action's.
    static func supporting(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [Int64:
        [InstitutionID]]
    {
        var found: [Int64: [InstitutionID]] = [:]
        try connection.query(
            "SELECT action_id, institution_id FROM action_support WHERE workspace_id = $1 ORDER BY action_id, institution_id",
            [.int(workspace.value)]
        ) { found[try $0.int(0), default: []].append(InstitutionID(try $0.int(1))) }
        return found
    }

    private static func causes(
        _ sql: String, _ values: [SQLValue], _ connection: any ReadConnection
    ) throws -> [ActionCause] {
        try connection.all(sql, values) { row in
            guard let day = CalendarDate(try row.text(3)) else {
                throw StoreError.corrupt(reason: "a date of the plan")
            }
            return ActionCause(
                id: try row.int(0), title: try row.text(1), lead: try row.intOrNil(2).map { InstitutionID($0) },
                day: day)
        }
    }
}
