import Domain
import Store

/// Deadlines towards mechanisms that are nobody's alone and not confidential, and positions as rounds were frozen with them.
enum GatheredDateRow {
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [PublicItem] {
        try deadlines(workspace, connection) + positions(workspace, connection)
    }

    /// What funds ask of applicants is no duty towards a mechanism.
    private static func deadlines(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        try connection.all(
            """
            SELECT id, kind, mechanism, number, title, due, force, status, rule, closed, origin FROM deadline
            WHERE workspace_id = $1 AND audience = 'all' AND account_id IS NULL AND kind <> 'application'
                AND status IN ('open', 'done') ORDER BY id
            """, [.int(workspace.value)]
        ) { row in
            var fields = GatheredFields()
            fields["kind"] = try row.text(1)
            fields["mechanism"] = try row.textOrNil(2)
            fields["number"] = try row.intOrNil(3).map { String($0) }
            fields["title"] = try row.textOrNil(4)
            fields["due"] = try row.text(5)
            fields["force"] = try row.text(6)
            fields["status"] = try row.text(7)
            fields["rule"] = try row.textOrNil(8)
            fields["closed"] = try row.textOrNil(9)
            fields["origin"] = try row.text(10)
            return PublicItem(PublicKey(.deadline, try row.int(0)), fields: fields.values)
        }
    }

    /// Of each round the result that stands: frozen and not opened again.
    private static func positions(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        try connection.all(
            """
            SELECT t.paragraph_id, t.recommendation_id, t.printed, t.position, t.reason, f.at FROM round_result t
            JOIN round_freeze f ON f.round_id = t.round_id AND f.number = t.number
            JOIN round r ON r.id = t.round_id
            WHERE t.workspace_id = $1 AND r.workspace_id = $1 AND r.status = 'frozen' AND f.reopened_at IS NULL
            ORDER BY t.paragraph_id
            """, [.int(workspace.value)]
        ) { row in
            var fields = GatheredFields()
            fields["recommendation"] = String(try row.int(1))
            fields["paragraph"] = try row.textOrNil(2)
            fields["position"] = try row.text(3)
            fields["reason"] = try row.text(4)
            fields["decided"] = String(try row.text(5).prefix(10))
            return PublicItem(PublicKey(.position, try row.int(0)), fields: fields.values)
        }
    }
}
