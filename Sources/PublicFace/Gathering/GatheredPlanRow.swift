import Domain
import Store

/// The plan as it stands, without what was taken out of it.
enum GatheredPlanRow {
    static func all(
        _ workspace: WorkspaceID, _ names: GatheredNames, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        try commitments(workspace, names, connection) + recommendations(workspace, names, connection)
            + actions(workspace, names, connection) + milestones(workspace, connection)
    }

    private static func commitments(
        _ workspace: WorkspaceID, _ names: GatheredNames, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        let supporting = try institutions("commitment_support", "commitment_id", workspace, connection)
        var links: [Int64: [String]] = [:]
        try connection.query(
            """
            SELECT commitment_id, kind, code, title FROM commitment_link WHERE workspace_id = $1
            ORDER BY commitment_id, kind, code
            """, [.int(workspace.value)]
        ) { row in
            links[try row.int(0), default: []].append("\(try row.text(1))\t\(try row.text(2))\t\(try row.text(3))")
        }
        return try connection.all(
            """
            SELECT id, issue_id, recommendation_id, title, priority, lead_id, due, status FROM commitment
            WHERE workspace_id = $1 AND withdrawn = 0 ORDER BY id
            """, [.int(workspace.value)]
        ) { row in
            let id = try row.int(0)
            var fields = GatheredFields()
            fields["issue"] = try row.intOrNil(1).map { String($0) }
            fields["recommendation"] = try row.intOrNil(2).map { String($0) }
            fields["title"] = try row.text(3)
            fields["priority"] = try row.text(4)
            fields["lead"] = names[try row.intOrNil(5)]
            fields["supporting"] = names.lines(supporting[id] ?? [])
            fields["due"] = try row.textOrNil(6)
            fields["status"] = try row.textOrNil(7)
            fields["links"] = links[id]?.joined(separator: "\n")
            return PublicItem(PublicKey(.commitment, id), fields: fields.values)
        }
    }

    private static func recommendations(
        _ workspace: WorkspaceID, _ names: GatheredNames, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        try connection.all(
            """
            SELECT p.id, p.commitment_id, p.recommendation_id, p.lead_id, p.due, p.status FROM commitment_recommendation p
            WHERE p.workspace_id = $1 AND p.withdrawn = 0 ORDER BY p.id
            """, [.int(workspace.value)]
        ) { row in
            var fields = GatheredFields()
            fields["recommendation"] = String(try row.int(2))
            fields["lead"] = names[try row.intOrNil(3)]
            fields["due"] = try row.textOrNil(4)
            fields["status"] = try row.textOrNil(5)
            return PublicItem(
                PublicKey(.recommendation, try row.int(0)), parent: PublicKey(.commitment, try row.int(1)),
                fields: fields.values)
        }
    }

    private static func actions(
        _ workspace: WorkspaceID, _ names: GatheredNames, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        let supporting = try institutions("action_support", "action_id", workspace, connection)
        return try connection.all(
            """
            SELECT id, commitment_id, title, description, lead_id, status, starts, due, cost, currency, budget_source, gap
            FROM action WHERE workspace_id = $1 AND withdrawn = 0 ORDER BY id
            """, [.int(workspace.value)]
        ) { row in
            let id = try row.int(0)
            var fields = GatheredFields()
            fields["title"] = try row.text(2)
            fields["description"] = try row.text(3)
            fields["lead"] = names[try row.intOrNil(4)]
            fields["supporting"] = names.lines(supporting[id] ?? [])
            fields["status"] = try row.text(5)
            fields["starts"] = try row.textOrNil(6)
            fields["due"] = try row.textOrNil(7)
            fields["cost"] = try row.intOrNil(8).map { String($0) }
            fields["currency"] = try row.textOrNil(9)
            fields["budget"] = try row.textOrNil(10)
            fields["gap"] = try row.intOrNil(11).map { String($0) }
            return PublicItem(
                PublicKey(.action, id), parent: PublicKey(.commitment, try row.int(1)), fields: fields.values)
        }
    }

    private static func milestones(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        try connection.all(
            """
            SELECT id, action_id, title, due, done FROM milestone WHERE workspace_id = $1 AND withdrawn = 0 ORDER BY id
            """, [.int(workspace.value)]
        ) { row in
            var fields = GatheredFields()
            fields["title"] = try row.text(2)
            fields["due"] = try row.textOrNil(3)
            fields["done"] = try row.textOrNil(4)
            return PublicItem(
                PublicKey(.milestone, try row.int(0)), parent: PublicKey(.action, try row.int(1)),
                fields: fields.values)
        }
    }

    private static func institutions(
        _ table: String, _ column: String, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Int64: [Int64]] {
        var found: [Int64: [Int64]] = [:]
        try connection.query(
            "SELECT \(column), institution_id FROM \(table) WHERE workspace_id = $1", [.int(workspace.value)]
        ) { found[try $0.int(0), default: []].append(try $0.int(1)) }
        return found
    }
}
