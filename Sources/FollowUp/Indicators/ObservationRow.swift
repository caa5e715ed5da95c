import Domain
import Store

/// Observations of indicators.
enum ObservationRow {
    /// More than one indicator has over a lifetime; a page that meets it says so.
    static let readMax = 20_000
    private static let columns = """
        id, workspace_id, indicator_id, period, sex, age, disability, region, population, value, source, note, author, made,
        version
        """

    static func insert(_ observations: [Observation], _ connection: any WriteConnection) throws {
        guard !observations.isEmpty else { return }
        var rows = SQLRows(columnCount: 15, rowsExpected: observations.count)
        for observation in observations {
            rows.append(
                .int(observation.id.value), .int(observation.workspace.value), .int(observation.indicator.value),
                .text(observation.period.code))
            for part in observation.breakdown.parts { rows.append(.text(part)) }
            rows.append(
                .optional(observation.value?.description), .text(observation.source), .optional(observation.note),
                .text(observation.author), .text(observation.made), .int(observation.version))
        }
        try connection.insert(
            into: "observation",
            [
                "id", "workspace_id", "indicator_id", "period", "sex", "age", "disability", "region", "population",
                "value", "source", "note", "author", "made", "version",
            ], rows)
    }

    /// Whether it was still at that version.
    static func update(
        _ observation: Observation, from version: Int, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE observation SET value = $1, source = $2, note = $3, version = $4
            WHERE id = $5 AND workspace_id = $6 AND version = $7
            """,
            [
                .optional(observation.value?.description), .text(observation.source), .optional(observation.note),
                .int(version + 1), .int(observation.id.value), .int(observation.workspace.value), .int(version),
            ]) == 1
    }

    /// Of these indicators, in the order of periods; at most `readMax`.
    static func all(
        of indicators: [IndicatorID], _ workspace: WorkspaceID, onlyTotals: Bool = false,
        _ connection: any ReadConnection
    ) throws -> [Observation] {
        let totals =
            onlyTotals
            ? "AND sex = '' AND age = '' AND disability = '' AND region = '' AND population = ''" : ""
        return try connection.all(
            """
            SELECT \(columns) FROM observation WHERE workspace_id = $1 \(totals) AND indicator_id IN ({set})
            ORDER BY indicator_id, period, id LIMIT \(readMax)
            """, [.int(workspace.value)], set: indicators.map { .int($0.value) }
        ) { try read($0) }
    }

    static func find(
        _ id: ObservationID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Observation? {
        try connection.first(
            "SELECT \(columns) FROM observation WHERE id = $1 AND workspace_id = $2",
            [.int(id.value), .int(workspace.value)]
        ) { try read($0) }
    }

    private static func read(_ row: any Row) throws -> Observation {
        guard let period = ObservationPeriod(try row.text(3)) else {
            throw StoreError.corrupt(reason: "the period of observation \(try row.int(0))")
        }
        let value = try row.textOrNil(9).map { text throws in
            guard let value = Quantity(text) else {
                throw StoreError.corrupt(reason: "the value of an observation of indicator \(try row.int(2))")
            }
            return value
        }
        return Observation(
            id: ObservationID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            indicator: IndicatorID(try row.int(2)), period: period,
            breakdown: Breakdown(
                sex: try row.text(4), age: try row.text(5), disability: try row.text(6), region: try row.text(7),
                population: try row.text(8)),
            value: value, source: try row.text(10), note: try row.textOrNil(11), author: try row.text(12),
            made: try row.text(13), version: Int(try row.int(14)))
    }
}
