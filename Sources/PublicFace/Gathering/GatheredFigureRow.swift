import Domain
import Store

/// Indicators and what was observed of them.
enum GatheredFigureRow {
    static func all(
        _ workspace: WorkspaceID, _ names: GatheredNames, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        try indicators(workspace, names, connection) + observations(workspace, connection)
    }

    private static func indicators(
        _ workspace: WorkspaceID, _ names: GatheredNames, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        var links: [Int64: [String: [String]]] = [:]
        try connection.query(
            """
            SELECT indicator_id, kind, code FROM indicator_link WHERE workspace_id = $1 ORDER BY indicator_id, kind, code
            """, [.int(workspace.value)]
        ) { links[try $0.int(0), default: [:]][try $0.text(1), default: []].append(try $0.text(2)) }
        return try connection.all(
            """
            SELECT id, code, title, type, definition, unit, direction, baseline, baseline_at, target, target_at, source,
                institution_id FROM indicator WHERE workspace_id = $1 AND withdrawn = 0 ORDER BY id
            """, [.int(workspace.value)]
        ) { row in
            let id = try row.int(0)
            var fields = GatheredFields()
            let texts = [
                (1, "code"), (2, "title"), (3, "type"), (4, "definition"), (5, "unit"), (6, "direction"),
                (7, "baseline"), (8, "baselineAt"), (9, "target"), (10, "targetAt"), (11, "source"),
            ]
            for (column, name) in texts { fields[name] = try row.textOrNil(column) }
            fields["institution"] = names[try row.intOrNil(12)]
            for (kind, codes) in links[id] ?? [:] { fields[kind + "s"] = codes.joined(separator: "\n") }
            return PublicItem(PublicKey(.indicator, id), fields: fields.values)
        }
    }

    private static func observations(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PublicItem] {
        try connection.all(
            """
            SELECT id, indicator_id, period, sex, age, disability, region, population, value, source FROM observation
            WHERE workspace_id = $1 ORDER BY id
            """, [.int(workspace.value)]
        ) { row in
            var fields = GatheredFields()
            let texts = [
                (2, "period"), (3, "sex"), (4, "age"), (5, "disability"), (6, "region"), (7, "population"),
                (8, "value"), (9, "source"),
            ]
            for (column, name) in texts { fields[name] = try row.textOrNil(column) }
            return PublicItem(
                PublicKey(.observation, try row.int(0)), parent: PublicKey(.indicator, try row.int(1)),
                fields: fields.values)
        }
    }
}
