import Domain
import Language
import Store

/// Indicators and what they speak of. Every statement carries the workspace, and the institution where one alone is in reach.
enum IndicatorRow {
    private static let columns = """
        i.id, i.workspace_id, i.code, i.title, i.type, i.definition, i.unit, i.direction, i.baseline, i.baseline_at,
        i.target, i.target_at, i.source, i.institution_id, i.withdrawn, i.made, i.version
        """

    private static func values(_ content: Indicator.Content) -> [SQLValue] {
        [
            .optional(content.code), .optional(content.code.map { key($0) }), .text(content.title),
            .text(TextFolding.fold(content.title)), .text(content.kind.rawValue), .text(content.definition),
            .text(content.unit), .text(content.direction.rawValue), .optional(content.baseline?.value.description),
            .optional(content.baseline?.at.code), .optional(content.target?.value.description),
            .optional(content.target?.at.code), .text(content.source), .optional(content.institution?.value),
        ]
    }

    static func key(_ code: String) -> String { TextFolding.fold(code) }

    static func insert(_ indicator: Indicator, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO indicator (code, code_key, title, title_key, type, definition, unit, direction, baseline, baseline_at,
            target, target_at, source, institution_id, id, workspace_id, withdrawn, made, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            """,
            values(indicator.content) + [
                .int(indicator.id.value), .int(indicator.workspace.value), .flag(indicator.isWithdrawn),
                .text(indicator.made), .int(indicator.version),
            ])
        try link(indicator, connection)
    }

    /// Whether it was still at that version.
    static func update(_ indicator: Indicator, from version: Int, _ connection: any WriteConnection) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE indicator SET code = $1, code_key = $2, title = $3, title_key = $4, type = $5, definition = $6,
            unit = $7, direction = $8, baseline = $9, baseline_at = $10, target = $11, target_at = $12, source = $13,
            institution_id = $14, withdrawn = $15, version = $16 WHERE id = $17 AND workspace_id = $18 AND version = $19
            """,
            values(indicator.content) + [
                .flag(indicator.isWithdrawn), .int(version + 1), .int(indicator.id.value),
                .int(indicator.workspace.value), .int(version),
            ])
        guard changed == 1 else { return false }
        try connection.execute(
            "DELETE FROM indicator_link WHERE indicator_id = $1 AND workspace_id = $2",
            [.int(indicator.id.value), .int(indicator.workspace.value)])
        try link(indicator, connection)
        return true
    }

    private static func link(_ indicator: Indicator, _ connection: any WriteConnection) throws {
        var rows = SQLRows(columnCount: 4)
        for link in indicator.content.links.sorted() {
            rows.append(
                .int(indicator.id.value), .int(indicator.workspace.value), .text(link.kind.rawValue), .text(link.code))
        }
        guard !rows.isEmpty else { return }
        try connection.insert(into: "indicator_link", ["indicator_id", "workspace_id", "kind", "code"], rows)
    }

    static func find(
        _ id: IndicatorID, _ workspace: WorkspaceID, of institution: InstitutionID?, _ connection: any ReadConnection
    ) throws -> Indicator? {
        let found = try connection.first(
            "SELECT \(columns) FROM indicator i WHERE i.id = $1 AND i.workspace_id = $2 AND \(reach(3, institution))",
            [.int(id.value), .int(workspace.value)] + bound(institution)
        ) { try read($0) }
        return try found.map { try linked([$0], connection)[0] }
    }

    /// By code, as imports name them.
    static func find(
        code: String, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> IndicatorID? {
        try connection.first(
            "SELECT id FROM indicator WHERE workspace_id = $1 AND code_key = $2 AND withdrawn = 0",
            [.int(workspace.value), .text(key(code))]
        ) { IndicatorID(try $0.int(0)) }
    }

    /// By title, after one that stands at `after`; at most `limit`.
    static func page(
        _ workspace: WorkspaceID, of institution: InstitutionID?, _ filter: IndicatorFilter,
        after: (title: String, id: Int64)?, limit: Int, _ connection: any ReadConnection
    ) throws -> [Indicator] {
        var values: [SQLValue] = [.int(workspace.value), .flag(filter.isWithdrawn)]
        var conditions = ["i.workspace_id = $1", "i.withdrawn = $2"]
        func add(_ condition: (String) -> String, _ value: SQLValue) {
            values.append(value)
            conditions.append(condition("$\(values.count)"))
        }
        if let institution { add({ "i.institution_id = \($0)" }, .int(institution.value)) }
        if let kind = filter.kind { add({ "i.type = \($0)" }, .text(kind.rawValue)) }
        if let link = filter.link {
            add(
                { "i.id IN (SELECT indicator_id FROM indicator_link WHERE workspace_id = $1 AND kind = \($0)" },
                .text(link.kind.rawValue))
            values.append(.text(link.code))
            conditions[conditions.count - 1] += " AND code = $\(values.count))"
        }
        if let after {
            values += [.text(after.title), .int(after.id)]
            conditions.append(
                "(i.title_key > $\(values.count - 1) OR (i.title_key = $\(values.count - 1) AND i.id > $\(values.count)))"
            )
        }
        values.append(.int(limit))
        let found = try connection.all(
            """
            SELECT \(columns) FROM indicator i WHERE \(conditions.joined(separator: " AND "))
            ORDER BY i.title_key, i.id LIMIT $\(values.count)
            """, values
        ) { try read($0) }
        return try linked(found, connection)
    }

    private static func reach(_ place: Int, _ institution: InstitutionID?) -> String {
        institution == nil ? "1 = 1" : "i.institution_id = $\(place)"
    }

    private static func bound(_ institution: InstitutionID?) -> [SQLValue] {
        institution.map { [.int($0.value)] } ?? []
    }

    private static func linked(_ indicators: [Indicator], _ connection: any ReadConnection) throws -> [Indicator] {
        guard let workspace = indicators.first?.workspace else { return [] }
        var links: [IndicatorID: Set<IndicatorLink>] = [:]
        try connection.query(
            "SELECT indicator_id, kind, code FROM indicator_link WHERE workspace_id = $1 AND indicator_id IN ({set})",
            [.int(workspace.value)], set: indicators.map { .int($0.id.value) }
        ) { row in
            links[IndicatorID(try row.int(0)), default: []].insert(
                IndicatorLink(try row.value(1, IndicatorLink.Kind.init(rawValue:)), try row.text(2)))
        }
        return indicators.map { indicator in
            var indicator = indicator
            indicator.content.links = links[indicator.id] ?? []
            return indicator
        }
    }

    private static func read(_ row: any Row) throws -> Indicator {
        func mark(_ column: Int) throws -> Indicator.Mark? {
            guard let value = try row.textOrNil(column), let at = try row.textOrNil(column + 1) else { return nil }
            guard let value = Quantity(value), let at = ObservationPeriod(at) else {
                throw StoreError.corrupt(reason: "a mark of indicator \(try row.int(0))")
            }
            return Indicator.Mark(value, at: at)
        }
        return Indicator(
            id: IndicatorID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            content: Indicator.Content(
                code: try row.textOrNil(2), title: try row.text(3),
                kind: try row.value(4, Indicator.Kind.init(rawValue:)), definition: try row.text(5),
                unit: try row.text(6), direction: try row.value(7, Indicator.Direction.init(rawValue:)),
                baseline: try mark(8), target: try mark(10), source: try row.text(12),
                institution: try row.intOrNil(13).map { InstitutionID($0) }),
            isWithdrawn: try row.int(14) == 1, made: try row.text(15), version: Int(try row.int(16)))
    }
}

/// Which indicators a list is about.
package struct IndicatorFilter: Hashable, Sendable {
    package var kind: Indicator.Kind?
    package var link: IndicatorLink?
    package var isWithdrawn: Bool

    package init(kind: Indicator.Kind? = nil, link: IndicatorLink? = nil, isWithdrawn: Bool = false) {
        self.kind = kind
        self.link = link
        self.isWithdrawn = isWithdrawn
    }
}
