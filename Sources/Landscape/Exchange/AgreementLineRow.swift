package import Domain
import Store

/// An agreement in force: who with whom.
package struct AgreementLine: Hashable, Sendable {
    package var id: Int64
    package var title: String
    package var language: LanguageTag
    /// What the parties are called, in the order they joined.
    package var parties: [String]
    /// Those of parties that are mechanisms of States.
    package var states: [StateCode]

    package static let shownMax = 100
}

/// Agreements in force with their parties.
enum AgreementLineRow {
    /// The latest first.
    static func read(
        _ asked: RowCondition, _ after: Int64?, _ limit: Int, _ connection: any ReadConnection
    ) throws -> [AgreementLine] {
        var condition = asked
        if let after { condition.add("a.id < \(condition.bind(.int(after)))") }
        var lines = try connection.all(
            """
            SELECT a.id, v.title, v.language FROM agreement a
            JOIN agreement_version v ON v.agreement_id = a.id AND v.number = a.current
            WHERE \(condition.sql) ORDER BY a.id DESC LIMIT \(limit)
            """, condition.values
        ) { row in
            AgreementLine(
                id: try row.int(0), title: try row.text(1), language: LanguageTag(try row.text(2)), parties: [],
                states: [])
        }
        let places = Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($1.id, $0) })
        try connection.query(
            """
            SELECT a.id, w.name, w.kind, w.state FROM agreement a
            JOIN agreement_party y ON y.agreement_id = a.id AND y.number = a.current
            JOIN workspace w ON w.id = y.workspace_id WHERE a.id IN ({set}) ORDER BY a.id, w.id
            """, [], set: lines.map { .int($0.id) }
        ) { row in
            guard let place = places[try row.int(0)] else { return }
            lines[place].parties.append(try row.text(1))
            if try row.text(2) == "mechanism" { lines[place].states.append(StateCode(try row.text(3))) }
        }
        return lines
    }
}
