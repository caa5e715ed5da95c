package import Domain
package import Store

extension Milestone {
    private static let columns = "m.id, m.workspace_id, m.action_id, m.title, m.due, m.done, m.withdrawn, m.version"

    private static func read(_ row: any Row) throws -> Milestone {
        Milestone(
            id: MilestoneID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), action: ActionID(try row.int(2)),
            title: try row.text(3), due: try row.textOrNil(4).flatMap { CalendarDate($0) },
            done: try row.textOrNil(5).flatMap { CalendarDate($0) }, isWithdrawn: try row.int(6) == 1,
            version: Int(try row.int(7)))
    }

    package static func find(
        _ ids: [Int64], _ workspace: WorkspaceID, reach limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Milestone] {
        try found(ids, by: "id", workspace, limit, connection)
    }

    /// Of these actions, withdrawn ones among them, by date.
    package static func of(
        _ actions: [ActionID], _ workspace: WorkspaceID, reach limit: InstitutionID? = nil,
        _ connection: any ReadConnection
    ) throws -> [Milestone] {
        try found(actions.map(\.value), by: "action_id", workspace, limit, connection)
    }

    private static func found(
        _ ids: [Int64], by column: String, _ workspace: WorkspaceID, _ limit: InstitutionID?,
        _ connection: any ReadConnection
    ) throws -> [Milestone] {
        let reach = limit == nil ? "" : " AND " + PlanReach.action("a", "$2")
        return try PlanSets.all(
            ids,
            """
            SELECT \(columns) FROM milestone m JOIN action a ON a.id = m.action_id
            WHERE m.workspace_id = $1\(reach) AND m.\(column) IN ({set}) ORDER BY m.due NULLS LAST, m.id
            """, [.int(workspace.value)] + (limit.map { [.int($0.value)] } ?? []), connection
        ) { try read($0) }
    }

    package static func insert(_ milestones: [Milestone], at: String, _ connection: any WriteConnection) throws {
        guard !milestones.isEmpty else { return }
        var rows = SQLRows(columnCount: 8, rowsExpected: milestones.count)
        for one in milestones {
            rows.append(
                .int(one.number), .int(one.workspace.value), .int(one.action.value), .text(one.title),
                .optional(one.due?.description), .optional(one.done?.description), .flag(one.isWithdrawn),
                .int(one.version))
        }
        try connection.insert(
            into: "milestone",
            ["id", "workspace_id", "action_id", "title", "due", "done", "withdrawn", "version"], rows)
    }

    package func update(from old: Milestone, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE milestone SET title = $4, due = $5, done = $6, withdrawn = $7, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(number), .int(workspace.value), .int(old.version), .text(title), .optional(due?.description),
                .optional(done?.description), .flag(isWithdrawn),
            ]) == 1
    }
}
