import Domain
import Store

/// What a workspace changed in rules.
enum ClockRuleRow {
    static let rulesMax = 500

    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [RuleChange] {
        try connection.all(
            """
            SELECT id, code, title, event, mechanism, kind, count, unit, force, source, disabled, why, changed_by, at, version
            FROM clock_rule WHERE workspace_id = $1 ORDER BY id LIMIT \(rulesMax)
            """, [.int(workspace.value)]
        ) { row in
            var rule = ClockRule(
                code: try row.text(1), title: "", event: try row.value(3, ClockEventKind.init(rawValue:)),
                mechanism: try row.textOrNil(4).map { MechanismCode($0) },
                kind: try row.value(5, DeadlineKind.init(rawValue:)),
                offset: ClockOffset(count: Int(try row.int(6)), unit: try row.value(7, ClockUnit.init(rawValue:))),
                force: try row.value(8, DeadlineForce.init(rawValue:)), source: try row.text(9))
            rule.title = try row.textOrNil(2)
            rule.isDisabled = try row.int(10) == 1
            return RuleChange(
                id: try row.int(0), rule: rule, why: try row.text(11), by: try row.text(12), at: try row.text(13),
                version: Int(try row.int(14)))
        }
    }

    /// Whether it was put: a new row, or the version was the one that stood.
    static func put(_ change: RuleChange, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws -> Bool {
        let rule = change.rule
        if change.version == 1 {
            let inserted = try connection.execute(
                """
                INSERT INTO clock_rule (id, workspace_id, code, title, event, mechanism, kind, count, unit, force, source,
                    disabled, why, changed_by, at, version)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)
                ON CONFLICT (workspace_id, code) DO NOTHING
                """,
                [
                    .int(change.id), .int(workspace.value), .text(rule.code), .optional(rule.title),
                    .text(rule.event.rawValue), .optional(rule.mechanism?.rawValue), .text(rule.kind.rawValue),
                    .int(rule.offset.count), .text(rule.offset.unit.rawValue), .text(rule.force.rawValue),
                    .text(rule.source), .flag(rule.isDisabled), .text(change.why), .text(change.by), .text(change.at),
                ])
            return inserted == 1
        }
        return try connection.execute(
            """
            UPDATE clock_rule SET title = $3, count = $4, unit = $5, force = $6, source = $7, disabled = $8, why = $9,
                changed_by = $10, at = $11, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $12
            """,
            [
                .int(change.id), .int(workspace.value), .optional(rule.title), .int(rule.offset.count),
                .text(rule.offset.unit.rawValue), .text(rule.force.rawValue), .text(rule.source),
                .flag(rule.isDisabled), .text(change.why), .text(change.by), .text(change.at),
                .int(change.version - 1),
            ]) == 1
    }

    static func remove(_ id: Int64, version: Int, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws
        -> Bool
    {
        try connection.execute(
            "DELETE FROM clock_rule WHERE id = $1 AND workspace_id = $2 AND version = $3",
            [.int(id), .int(workspace.value), .int(version)]) == 1
    }
}
