import Domain
import Programmes
import Store

/// Lists of needs, offers and programmes behind the figures, by the same conditions.
struct GapListRows {
    let conditions: GapConditions
    let connection: any ReadConnection

    func page(
        _ kind: GapRowKind, _ filter: GapRowFilter, _ only: [Int64]?, after: Int64?, limit: Int
    ) throws -> GapRowPage {
        if let only {
            let rest = only.sorted(by: >).drop { id in after.map { id >= $0 } ?? false }
            let shown = Array(rest.prefix(limit))
            let rows: [GapRow] =
                switch kind {
                case .needs: try needs(shown, nil, limit)
                case .offers: try offers(shown, nil, limit)
                default: try programmes(conditions.programmes(), shown, nil, limit)
                }
            return GapRowPage(
                total: only.count, found: rows + (rest.count > limit ? rows.suffix(1) : []), limit: limit)
        }
        switch kind {
        case .needs:
            let condition = try conditions.needs()
            return GapRowPage(
                total: try connection.count("SELECT COUNT(*) FROM need n WHERE \(condition.sql)", condition.values),
                found: try needs(nil, after, limit), limit: limit)
        case .offers:
            let condition = offerCondition(filter)
            return GapRowPage(
                total: try connection.count("SELECT COUNT(*) FROM offer o WHERE \(condition.sql)", condition.values),
                found: try offers(nil, after, limit, condition), limit: limit)
        case .agreements:
            let condition = try conditions.agreements()
            return GapRowPage(
                total: try connection.count(
                    "SELECT COUNT(*) FROM agreement a WHERE \(condition.sql)", condition.values),
                found: try AgreementLineRow.read(condition, after, limit + 1, connection).map { line in
                    GapRow(
                        thing: .agreement(line.id), title: line.title, language: line.language,
                        states: line.states, actor: line.parties.joined(separator: ", "))
                }, limit: limit)
        default:
            let condition = programmeCondition(filter)
            return GapRowPage(
                total: try connection.count(
                    "SELECT COUNT(*) FROM programme p WHERE \(condition.sql)", condition.values),
                found: try programmes(condition, nil, after, limit), limit: limit)
        }
    }

    private var own: Int64 {
        if case .member(let member) = conditions.reader { member.workspace.id.value } else { 0 }
    }

    private func needs(_ only: [Int64]?, _ after: Int64?, _ limit: Int) throws -> [GapRow] {
        var condition = try conditions.needs()
        if let after { condition.add("n.id < \(condition.bind(.int(after)))") }
        if only != nil { condition.add("n.id IN ({set})") }
        return try connection.all(
            """
            SELECT n.id, n.title, n.language, n.state, n.workspace_id FROM need n WHERE \(condition.sql)
            ORDER BY n.id DESC LIMIT \(limit + 1)
            """, condition.values, set: only?.map { .int($0) }
        ) { row in
            GapRow(
                thing: .need(NeedID(try row.int(0))), title: try row.text(1), language: LanguageTag(try row.text(2)),
                states: [StateCode(try row.text(3))], isOwn: try row.int(4) == own)
        }
    }

    private func offerCondition(_ filter: GapRowFilter) -> RowCondition {
        var condition = conditions.offers()
        if filter.isUnsaid { condition.add(GapSumsRow.withoutTheme) }
        return condition
    }

    private func offers(
        _ only: [Int64]?, _ after: Int64?, _ limit: Int, _ asked: RowCondition? = nil
    ) throws -> [GapRow] {
        // Offers that are named one by one may be for any theme: the scope's theme does not narrow them again.
        var condition = asked ?? conditions.ofAllThemes.offers()
        if let after { condition.add("o.id < \(condition.bind(.int(after)))") }
        if only != nil { condition.add("o.id IN ({set})") }
        return try connection.all(
            """
            SELECT o.id, o.title, o.language, a.name, o.workspace_id FROM offer o JOIN workspace a ON a.id = o.workspace_id
            WHERE \(condition.sql) ORDER BY o.id DESC LIMIT \(limit + 1)
            """, condition.values, set: only?.map { .int($0) }
        ) { row in
            GapRow(
                thing: .offer(OfferID(try row.int(0))), title: try row.text(1), language: LanguageTag(try row.text(2)),
                actor: try row.text(3), isOwn: try row.int(4) == own)
        }
    }

    private func programmeCondition(_ filter: GapRowFilter) -> RowCondition {
        var condition = conditions.programmes()
        if filter.isUnsaid { condition.add(GapSumsRow.withoutMoney) }
        if let modality = filter.modality {
            condition.add(
                modality == "none" ? "p.modality IS NULL" : "p.modality = \(condition.bind(.text(modality)))")
        }
        for (role, key) in [("1", filter.giver), ("4", filter.worker)] {
            guard let key else { continue }
            if key == GapRowFilter.nobody {
                condition.add(
                    """
                    NOT EXISTS (SELECT 1 FROM programme_actor a WHERE a.programme_id = p.id AND a.role = '\(role)'
                        AND a.known_as <> '')
                    """)
                continue
            }
            condition.add(
                """
                EXISTS (SELECT 1 FROM programme_actor a WHERE a.programme_id = p.id AND a.role = '\(role)'
                    AND a.known_as = \(condition.bind(.text(key))))
                """)
        }
        return condition
    }

    private func programmes(
        _ asked: RowCondition, _ only: [Int64]?, _ after: Int64?, _ limit: Int
    ) throws -> [GapRow] {
        var condition = asked
        if let after { condition.add("p.id < \(condition.bind(.int(after)))") }
        if only != nil { condition.add("p.id IN ({set})") }
        var rows = try connection.all(
            """
            SELECT p.id, p.title, p.reporter_name, p.reporter_ref, p.workspace_id, p.public FROM programme p
            WHERE \(condition.sql) ORDER BY p.id DESC LIMIT \(limit + 1)
            """, condition.values, set: only?.map { .int($0) }
        ) { row in
            let name = try row.text(2)
            return GapRow(
                thing: .programme(ProgrammeID(try row.int(0))), title: try row.text(1),
                actor: name.isEmpty ? try row.text(3) : name, isOwn: try row.int(5) == 0 && row.intOrNil(4) == own)
        }
        let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.id, $0) })
        try connection.query(
            "SELECT programme_id, state FROM programme_state WHERE programme_id IN ({set}) ORDER BY state", [],
            set: rows.map { .int($0.id) }
        ) { row in
            if let place = places[try row.int(0)] { rows[place].states.append(StateCode(try row.text(1))) }
        }
        return rows
    }
}
