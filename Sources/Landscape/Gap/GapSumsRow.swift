import Domain
import Programmes
import Store

/// Counts and sums over what a scope has.
enum GapSumsRow {
    static func read(_ conditions: GapConditions, _ connection: any ReadConnection) throws -> GapSums {
        let needs = try conditions.needs()
        let offers = conditions.offers()
        let programmes = conditions.programmes()
        let scope = conditions.scope
        let hasOffers = scope.person == nil
        let hasProgrammes = scope.person == nil || scope.state != nil
        return GapSums(
            needs: try connection.count("SELECT COUNT(*) FROM need n WHERE \(needs.sql)", needs.values),
            offers: hasOffers
                ? try connection.count("SELECT COUNT(*) FROM offer o WHERE \(offers.sql)", offers.values) : nil,
            offersOfAnyTheme: hasOffers && scope.theme == nil
                ? try connection.count(
                    "SELECT COUNT(*) FROM offer o WHERE \(offers.sql) AND \(withoutTheme)", offers.values) : nil,
            programmes: hasProgrammes
                ? try connection.count("SELECT COUNT(*) FROM programme p WHERE \(programmes.sql)", programmes.values)
                : nil,
            agreements: scope.person == nil && scope.theme == nil ? try agreements(conditions, connection) : nil,
            programmesWithoutMoney: hasProgrammes
                ? try connection.count(
                    "SELECT COUNT(*) FROM programme p WHERE \(programmes.sql) AND \(withoutMoney)", programmes.values)
                : nil,
            money: hasProgrammes ? try money(programmes, connection) : [])
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
