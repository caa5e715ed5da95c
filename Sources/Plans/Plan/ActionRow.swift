package import Domain
import Language
package import Store

extension Action {
    package static let columns = """
        a.id, a.workspace_id, a.commitment_id, a.title, a.description, a.lead_id, a.status, a.starts, a.due, a.cost,
        a.currency, a.budget_source, a.gap, a.withdrawn, a.version
        """

    /// Without supporting institutions.
    package static func read(_ row: any Row) throws -> Action {
        Action(
            id: ActionID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            commitment: CommitmentID(try row.int(2)), title: try row.text(3), description: try row.text(4),
            lead: try row.intOrNil(5).map { InstitutionID($0) },
            status: try row.value(6, ActionStatus.init(rawValue:)),
            starts: try row.textOrNil(7).flatMap { CalendarDate($0) },
            due: try row.textOrNil(8).flatMap { CalendarDate($0) },
            money: ActionMoney(
                cost: try row.intOrNil(9), currency: try row.textOrNil(10).flatMap { CurrencyCode($0) },
                source: try row.textOrNil(11), gap: try row.intOrNil(12)),
            isWithdrawn: try row.int(13) == 1, version: Int(try row.int(14)))
    }

    package static func find(
        _ ids: [Int64], _ workspace: WorkspaceID, reach limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Action] {
        try found(ids, by: "id", workspace, limit, connection)
    }

    /// Of these commitments, withdrawn ones among them, by id.
    package static func of(
        _ commitments: [CommitmentID], _ workspace: WorkspaceID, reach limit: InstitutionID? = nil,
        _ connection: any ReadConnection
    ) throws -> [Action] {
        try found(commitments.map(\.value), by: "commitment_id", workspace, limit, connection)
    }

    private static func found(
        _ ids: [Int64], by column: String, _ workspace: WorkspaceID, _ limit: InstitutionID?,
        _ connection: any ReadConnection
    ) throws -> [Action] {
        let reach = limit == nil ? "" : " AND " + PlanReach.action("a", "$2")
        let found = try PlanSets.all(
            ids,
            "SELECT \(columns) FROM action a WHERE a.workspace_id = $1\(reach) AND a.\(column) IN ({set}) ORDER BY a.id",
            [.int(workspace.value)] + (limit.map { [.int($0.value)] } ?? []), connection
        ) { try read($0) }
        return try completed(found, workspace, connection)
    }

    /// With supporting institutions, in the order given.
    static func completed(
        _ actions: [Action], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Action] {
        let supporting = try PlanSets.institutions(
            "action_support", "action_id", actions.map(\.number), workspace, connection)
        return actions.map { action in
            var action = action
            action.supporting = supporting[action.number] ?? []
            return action
        }
    }

    package static func insert(_ actions: [Action], at: String, _ connection: any WriteConnection) throws {
        guard !actions.isEmpty else { return }
        var rows = SQLRows(columnCount: 17, rowsExpected: actions.count)
        for one in actions {
            rows.append(
                .int(one.number), .int(one.workspace.value), .int(one.commitment.value), .text(one.title),
                .text(TextFolding.fold(one.title)), .text(one.description), .optional(one.lead?.value),
                .text(one.status.rawValue), .optional(one.starts?.description), .optional(one.due?.description),
                .optional(one.money.cost), .optional(one.money.currency?.rawValue), .optional(one.money.source),
                .optional(one.money.gap), .flag(one.isWithdrawn), .text(at), .int(one.version))
        }
        try connection.insert(
            into: "action",
            [
                "id", "workspace_id", "commitment_id", "title", "title_key", "description", "lead_id", "status",
                "starts", "due", "cost", "currency", "budget_source", "gap", "withdrawn", "made", "version",
            ], rows)
        try PlanSets.insert(
            "action_support", "action_id", actions.map { ($0.number, $0.workspace, $0.supporting) }, connection)
    }

    package func update(from old: Action, _ connection: any WriteConnection) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE action SET title = $4, title_key = $5, description = $6, lead_id = $7, status = $8, starts = $9,
                due = $10, cost = $11, currency = $12, budget_source = $13, gap = $14, withdrawn = $15,
                version = version + 1 WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(number), .int(workspace.value), .int(old.version), .text(title), .text(TextFolding.fold(title)),
                .text(description), .optional(lead?.value), .text(status.rawValue), .optional(starts?.description),
                .optional(due?.description), .optional(money.cost), .optional(money.currency?.rawValue),
                .optional(money.source), .optional(money.gap), .flag(isWithdrawn),
            ])
        guard changed == 1 else { return false }
        if supporting != old.supporting {
            try PlanSets.replace("action_support", "action_id", number, workspace, supporting, connection)
        }
        return true
    }
}
