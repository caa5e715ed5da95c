import Domain
import Programmes
import Store

/// Counts and sums over what a scope has.
enum GapSumsRow {
    /// `offers`: those of the scope; `programmes`: where they were counted already.
    static func read(
        _ conditions: GapConditions, _ offers: [FittingOffer], _ programmes: ProgrammeSums?,
        _ connection: any ReadConnection
    ) throws -> GapSums {
        let needs = try conditions.needs()
        let scope = conditions.scope
        let isOfPersons = scope.person != nil
        let sums: ProgrammeSums? =
            isOfPersons && scope.state == nil
            ? nil : try programmes ?? self.programmes(conditions.programmes(), connection)
        return GapSums(
            needs: try connection.count("SELECT COUNT(*) FROM need n WHERE \(needs.sql)", needs.values),
            offers: isOfPersons ? nil : offers.count,
            offersOfAnyTheme: isOfPersons || scope.theme != nil ? nil : offers.count { $0.themes.isEmpty },
            programmes: sums?.programmes,
            agreements: isOfPersons || scope.theme != nil ? nil : try agreements(conditions, connection),
            programmesWithoutMoney: sums?.withoutMoney, money: sums?.money ?? [])
    }

    static func programmes(_ condition: RowCondition, _ connection: any ReadConnection) throws -> ProgrammeSums {
        ProgrammeSums(
            programmes: try connection.count(
                "SELECT COUNT(*) FROM programme p WHERE \(condition.sql)", condition.values),
            withoutMoney: try connection.count(
                "SELECT COUNT(*) FROM programme p WHERE \(condition.sql) AND \(withoutMoney)", condition.values),
            money: try money(condition, connection))
    }

    private static func agreements(_ conditions: GapConditions, _ connection: any ReadConnection) throws -> Int {
        let condition = try conditions.agreements()
        return try connection.count("SELECT COUNT(*) FROM agreement a WHERE \(condition.sql)", condition.values)
    }

    static let withoutTheme =
        "NOT EXISTS (SELECT 1 FROM offer_value u WHERE u.offer_id = o.id AND u.kind = 'theme')"
    static let withoutMoney = "NOT EXISTS (SELECT 1 FROM programme_money m WHERE m.programme_id = p.id)"

    private static func money(
        _ programmes: RowCondition, _ connection: any ReadConnection
    ) throws -> [MoneyTotal] {
        try connection.all(
            """
            SELECT m.kind, m.currency, CAST(SUM(m.whole) AS BIGINT), CAST(SUM(m.fraction) AS BIGINT),
                CAST(SUM(m.entries) AS BIGINT)
            FROM programme_money m JOIN programme p ON p.id = m.programme_id WHERE \(programmes.sql) GROUP BY 1, 2
            """, programmes.values
        ) { row in
            MoneyTotal(
                key: .init(
                    kind: MoneyKind(rawValue: try row.text(0)) ?? .other, year: 0, currency: try row.text(1)),
                amount: Amount(whole: try row.int(2), fraction: try row.int(3)), entries: Int(try row.int(4)))
        }.sorted()
    }
}

/// Programmes under way and what they state.
struct ProgrammeSums: Sendable {
    var programmes: Int
    var withoutMoney: Int
    var money: [MoneyTotal]
}
