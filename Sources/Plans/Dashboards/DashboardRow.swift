import Domain
import Store

/// The sums behind dashboards.
struct DashboardRow {
    let place: PlanListing.Place
    let connection: any ReadConnection

    private func query(_ rows: PlanRows, _ narrow: (inout PlanFilter) -> Void = { _ in }) -> PlanQuery {
        var filter = PlanFilter()
        narrow(&filter)
        return PlanQuery(rows, filter, place.workspace, place.limit, place.today)
    }

    func count(_ rows: PlanRows, _ narrow: (inout PlanFilter) -> Void = { _ in }) throws -> Int {
        let query = query(rows, narrow)
        return try connection.count("SELECT COUNT(*) FROM \(query.from) WHERE \(query.whereClause)", query.values)
    }

    // MARK: Recommendations

    func standing() throws -> PlanStanding {
        var query = query(.recommendations)
        let figures = Self.figures(late: Self.isLate(query.bind(.text(place.today.description))))
        return try connection.first(
            "SELECT \(figures) FROM \(query.from) WHERE \(query.whereClause)", query.values
        ) { try Self.standing($0, 0) } ?? PlanStanding()
    }

    func parts(_ dimension: PlanDimension) throws -> [PlanStandingPart] {
        switch dimension {
        case .institution:
            try byColumn("COALESCE(p.lead_id, c.lead_id)", join: "") { try $0.intOrNil(0).map { "\($0)" } }
        case .mechanism:
            try byColumn(
                "d.mechanism",
                join: """
                    JOIN recommendation o ON o.id = p.recommendation_id
                    JOIN recommendation r ON r.id = COALESCE(o.merged_into, o.id) JOIN document d ON d.id = r.document_id
                    """
            ) { try $0.text(0) }
        case .theme: try byTag("theme", code: "code")
        case .person: try byTag("person", code: "code")
        case .goal: try byTag("sdg", code: Self.goal)
        }
    }

    private func byColumn(
        _ column: String, join: String, _ key: (any Row) throws -> String?
    ) throws -> [PlanStandingPart] {
        var query = query(.recommendations)
        let figures = Self.figures(late: Self.isLate(query.bind(.text(place.today.description))))
        return try connection.all(
            """
            SELECT \(column), \(figures) FROM \(query.from) \(join) WHERE \(query.whereClause)
            GROUP BY \(column) ORDER BY 2 DESC, 1
            """, query.values
        ) { PlanStandingPart(key: try key($0), standing: try Self.standing($0, 1)) }
    }

    /// Tags as the plan's lists take them: those that a source gives and nobody rejected, and those that a person gave. A
    /// recommendation counts once in each code.
    private func byTag(_ kind: String, code: String) throws -> [PlanStandingPart] {
        var query = query(.recommendations)
        let late = Self.isLate(query.bind(.text(place.today.description)))
        let name = query.bind(.text(kind))
        let last = """
            SELECT MAX(l.id) FROM tag_decision l
            WHERE l.recommendation_id = e.recommendation_id AND l.kind = e.kind AND l.code = e.code
            """
        return try connection.all(
            """
            WITH base AS (
                SELECT p.id AS id, r.id AS record, p.status AS status, CASE WHEN \(late) THEN 1 ELSE 0 END AS late,
                    \(Self.bare) AS bare
                FROM \(query.from) JOIN recommendation o ON o.id = p.recommendation_id
                JOIN recommendation r ON r.id = COALESCE(o.merged_into, o.id) WHERE \(query.whereClause)),
            given AS (
                SELECT b.id AS id, t.code AS code FROM base b JOIN tag g ON g.recommendation_id = b.record
                JOIN term t ON t.id = g.term_id WHERE t.kind = \(name) AND t.code IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM tag_decision e WHERE e.recommendation_id = b.record
                        AND e.kind = t.kind AND e.code = t.code AND e.verdict = 'rejected' AND e.id = (\(last)))
                UNION
                SELECT b.id, e.code FROM base b JOIN tag_decision e ON e.recommendation_id = b.record
                WHERE e.kind = \(name) AND e.verdict IN ('confirmed', 'added') AND e.id = (\(last))),
            part AS (SELECT DISTINCT id, \(code) AS code FROM given)
            SELECT x.code, \(Self.sums(late: "b.late = 1", bare: "b.bare", status: "b.status"))
            FROM part x JOIN base b ON b.id = x.id GROUP BY x.code ORDER BY 2 DESC, 1
            """, query.values
        ) { PlanStandingPart(key: try $0.text(0), standing: try Self.standing($0, 1)) }
    }

    /// The goal of a target: `16` of `16.3` and of `16`.
    private static let goal = """
        CASE WHEN substr(code, 2, 1) = '.' THEN substr(code, 1, 1) WHEN substr(code, 3, 1) = '.' THEN substr(code, 1, 2)
        ELSE code END
        """

    private static let bare = """
        CASE WHEN EXISTS (SELECT 1 FROM action x WHERE x.commitment_id = c.id AND x.withdrawn = 0) THEN 0 ELSE 1 END
        """

    private static func isLate(_ day: String) -> String {
        "(COALESCE(p.due, c.due) < \(day) AND (p.status IS NULL OR p.status NOT IN ('fully', 'notPursued')))"
    }

    private static func figures(late: String) -> String { sums(late: late, bare: bare, status: "p.status") }

    private static func sums(late: String, bare: String, status: String) -> String {
        let said = ImplementationStatus.allCases.map {
            "COALESCE(SUM(CASE WHEN \(status) = '\($0.rawValue)' THEN 1 ELSE 0 END), 0)"
        }
        return "COUNT(*), COALESCE(SUM(CASE WHEN \(late) THEN 1 ELSE 0 END), 0), COALESCE(SUM(\(bare)), 0), "
            + said.joined(separator: ", ")
    }

    private static func standing(_ row: any Row, _ first: Int) throws -> PlanStanding {
        var standing = PlanStanding()
        standing.all = Int(try row.int(first))
        standing.late = Int(try row.int(first + 1))
        standing.withoutAction = Int(try row.int(first + 2))
        for (index, status) in ImplementationStatus.allCases.enumerated() {
            let count = Int(try row.int(first + 3 + index))
            if count > 0 { standing.said[status] = count }
        }
        return standing
    }

    // MARK: Actions

    func actions() throws -> [InstitutionID?: ActionFigures] {
        var query = query(.actions)
        let day = query.bind(.text(place.today.description))
        let statuses = ActionStatus.allCases.map { "SUM(CASE WHEN a.status = '\($0.rawValue)' THEN 1 ELSE 0 END)" }
        var figures: [InstitutionID?: ActionFigures] = [:]
        try connection.query(
            """
            SELECT a.lead_id, COUNT(*),
                SUM(CASE WHEN a.due < \(day) AND a.status NOT IN ('done', 'stopped') THEN 1 ELSE 0 END),
                SUM(CASE WHEN a.gap > 0 THEN 1 ELSE 0 END), SUM(CASE WHEN a.gap IS NULL THEN 1 ELSE 0 END),
                \(statuses.joined(separator: ", "))
            FROM \(query.from) WHERE \(query.whereClause) GROUP BY a.lead_id
            """, query.values
        ) { row in
            var one = ActionFigures()
            one.all = Int(try row.int(1))
            one.late = Int(try row.int(2))
            one.withGap = Int(try row.int(3))
            one.unknownGap = Int(try row.int(4))
            for (index, status) in ActionStatus.allCases.enumerated() {
                let count = Int(try row.int(5 + index))
                if count > 0 { one.byStatus[status] = count }
            }
            figures[try row.intOrNil(0).map { InstitutionID($0) }] = one
        }
        return figures
    }

    func gaps() throws -> [PlanGap] {
        let query = query(.actions) { $0.money = .missing }
        return try connection.all(
            """
            SELECT a.lead_id, a.currency, CAST(SUM(a.gap) AS BIGINT), COUNT(*)
            FROM \(query.from) WHERE \(query.whereClause) GROUP BY a.lead_id, a.currency ORDER BY a.currency, 3 DESC, 1
            """, query.values
        ) { row in
            guard let currency = CurrencyCode(try row.text(1)) else { return nil }
            return PlanGap(
                institution: try row.intOrNil(0).map { InstitutionID($0) }, currency: currency,
                amount: try row.int(2), actions: Int(try row.int(3)))
        }.compactMap { $0 }
    }
}
