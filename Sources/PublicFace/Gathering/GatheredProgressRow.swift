import Domain
import FollowUp
import Plans
import Store

/// What was reported and cleared, what the State says of implementation, and evidence that may be public.
enum GatheredProgressRow {
    static func all(
        _ workspace: WorkspaceID, _ names: GatheredNames, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        let needed = try connection.first(
            "SELECT needed FROM progress_setting WHERE workspace_id = $1", [.int(workspace.value)]
        ) { try $0.value(0, ClearanceStep.init(rawValue:)) }
        let counting = ProgressSetting(needed: needed ?? ProgressSetting().needed).counting
        let steps = "(" + counting.map { "'\($0.rawValue)'" }.joined(separator: ", ") + ")"
        return try statements(workspace, connection) + reports(steps, workspace, names, connection)
            + evidence(steps, workspace, connection)
    }

    private static func statements(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        try connection.all(
            """
            SELECT s.id, s.commitment_id, p.recommendation_id, s.status, s.reason, s.stated FROM implementation_statement s
            LEFT JOIN commitment_recommendation p ON p.id = s.planned_id AND p.workspace_id = s.workspace_id
            WHERE s.workspace_id = $1 AND (s.planned_id IS NULL OR p.withdrawn = 0) ORDER BY s.id
            """, [.int(workspace.value)]
        ) { row in
            var fields = GatheredFields()
            fields["recommendation"] = try row.intOrNil(2).map { String($0) }
            fields["status"] = try row.text(3)
            fields["reason"] = try row.text(4)
            fields["stated"] = try row.text(5)
            return PublicItem(
                PublicKey(.statement, try row.int(0)), parent: PublicKey(.commitment, try row.int(1)),
                fields: fields.values)
        }
    }

    private static func reports(
        _ steps: String, _ workspace: WorkspaceID, _ names: GatheredNames, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        try connection.all(
            """
            SELECT id, action_id, institution_id, starts, ends, said, obstacle, status, percent FROM progress_report
            WHERE workspace_id = $1 AND clearance IN \(steps) ORDER BY id
            """, [.int(workspace.value)]
        ) { row in
            var fields = GatheredFields()
            fields["institution"] = names[try row.int(2)]
            fields["starts"] = try row.text(3)
            fields["ends"] = try row.text(4)
            fields["said"] = try row.text(5)
            fields["obstacle"] = try row.textOrNil(6)
            fields["status"] = try row.text(7)
            fields["percent"] = try row.intOrNil(8).map { String($0) }
            return PublicItem(
                PublicKey(.progress, try row.int(0)), parent: PublicKey(.action, try row.int(1)), fields: fields.values)
        }
    }

    private static func evidence(
        _ steps: String, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        try connection.all(
            """
            SELECT id, kind, subject_id, title, address_key FROM evidence
            WHERE workspace_id = $1 AND public = 1 AND withdrawn = 0 AND clearance IN \(steps) ORDER BY id
            """, [.int(workspace.value)]
        ) { row in
            var fields = GatheredFields()
            let parent = PublicKind(rawValue: try row.text(1)).map { PublicKey($0, (try? row.int(2)) ?? 0) }
            fields["title"] = try row.text(3)
            fields["key"] = try row.text(4)
            fields["of"] = parent?.description
            return PublicItem(PublicKey(.evidence, try row.int(0)), parent: parent, fields: fields.values)
        }
    }
}
