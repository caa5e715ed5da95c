package import Domain
import People
import Store

extension Programmes {
    package static let pageSize = 30

    /// A page of programmes, the newest first, with what all that match come to.
    package func list(
        _ filter: ProgrammeFilter, _ view: ProgrammeView, after: ProgrammeCursor? = nil, limit: Int = pageSize
    ) async throws(WorkspaceError) -> ProgrammePage {
        try require(view)
        let limit = min(max(1, limit), 200)
        let query = ProgrammeQuery(filter, view)
        return try await store.read { connection in
            let from = after.map { " AND p.id < \($0.id.value)" } ?? ""
            let found = try connection.all(
                """
                SELECT \(ProgrammeRow.columns) FROM programme p WHERE \(query.sql)\(from) ORDER BY p.id DESC LIMIT \(limit + 1)
                """, query.values, ProgrammeRow.read)
            let page = Array(found.prefix(limit))
            var titles: [ProgrammeID: [LanguageTag: String]] = [:]
            try connection.query(
                "SELECT programme_id, language, title FROM programme_title WHERE programme_id IN ({set})", [],
                set: page.map { .int($0.id.value) }
            ) { titles[ProgrammeID(try $0.int(0)), default: [:]][LanguageTag(try $0.text(1))] = try $0.text(2) }
            var states: [ProgrammeID: [StateCode]] = [:]
            try connection.query(
                "SELECT programme_id, state FROM programme_state WHERE programme_id IN ({set}) ORDER BY state", [],
                set: page.map { .int($0.id.value) }
            ) { states[ProgrammeID(try $0.int(0)), default: []].append(StateCode(try $0.text(1))) }
            return ProgrammePage(
                total: try connection.count("SELECT COUNT(*) FROM programme p WHERE \(query.sql)", query.values),
                programmes: page, titles: titles, states: states,
                next: found.count > limit ? page.last.map { ProgrammeCursor(id: $0.id) } : nil,
                totals: try Self.totals(query, connection, byYear: false))
        }
    }

    /// What all that match come to, by kind, year and currency.
    package func totals(
        _ filter: ProgrammeFilter, _ view: ProgrammeView
    ) async throws(WorkspaceError) -> [MoneyTotal] {
        try require(view)
        let query = ProgrammeQuery(filter, view)
        return try await store.read { try Self.totals(query, $0, byYear: true) }
    }

    private static func totals(
        _ query: ProgrammeQuery, _ connection: any ReadConnection, byYear: Bool
    ) throws -> [MoneyTotal] {
        let year = byYear ? "m.year" : "0"
        return try connection.all(
            """
            SELECT m.kind, \(year), m.currency, CAST(SUM(m.whole) AS BIGINT), CAST(SUM(m.fraction) AS BIGINT),
            CAST(SUM(m.entries) AS BIGINT) FROM programme_money m JOIN programme p ON p.id = m.programme_id
            WHERE \(query.sql) GROUP BY 1, 2, 3 ORDER BY 3, 1, 2
            """, query.values
        ) { row in
            MoneyTotal(
                key: .init(
                    kind: MoneyKind(rawValue: try row.text(0)) ?? .other, year: Int(try row.int(1)),
                    currency: try row.text(2)),
                amount: Amount(whole: try row.int(3), fraction: try row.int(4)), entries: Int(try row.int(5)))
        }.sorted()
    }

    /// What the filters offer.
    package func choices(_ view: ProgrammeView) async throws(WorkspaceError) -> ProgrammeChoices {
        try require(view)
        let query = ProgrammeQuery(ProgrammeFilter(), view)
        return try await store.read { connection in
            let purposes = try connection.all(
                """
                SELECT u.kind, u.code, COUNT(*) FROM programme_purpose u JOIN programme p ON p.id = u.programme_id
                WHERE u.kind IN ('category', 'theme') AND \(query.sql) GROUP BY 1, 2 ORDER BY 2
                """, query.values
            ) { (kind: try $0.text(0), code: try $0.text(1), count: Int(try $0.int(2))) }
            return ProgrammeChoices(
                states: try connection.all(
                    """
                    SELECT s.state, COUNT(*) FROM programme_state s JOIN programme p ON p.id = s.programme_id
                    WHERE \(query.sql) GROUP BY 1 ORDER BY 1
                    """, query.values
                ) { (code: StateCode(try $0.text(0)), count: Int(try $0.int(1))) },
                categories: purposes.filter { $0.kind == "category" }.map { ($0.code, $0.count) },
                themes: purposes.filter { $0.kind == "theme" }.map { ($0.code, $0.count) },
                partners: try connection.all(
                    """
                    SELECT a.known_as, MAX(a.name), COUNT(DISTINCT a.programme_id) FROM programme_actor a
                    JOIN programme p ON p.id = a.programme_id WHERE a.known_as <> '' AND \(query.sql)
                    GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT \(ProgrammeChoices.partnersMax)
                    """, query.values
                ) { (key: try $0.text(0), name: try $0.text(1), count: Int(try $0.int(2))) })
        }
    }

    func require(_ view: ProgrammeView) throws(WorkspaceError) {
        if case .workspace(let member) = view { try member.require(.seeCooperation) }
    }
}
