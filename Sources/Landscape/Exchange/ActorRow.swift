import Cooperation
import Domain
import Programmes
import Store

/// Workspaces and organisations as rows.
struct ActorRows {
    let reader: GapReader
    let connection: any ReadConnection

    var own: Int64 {
        if case .member(let member) = reader { member.workspace.id.value } else { 0 }
    }

    /// Every workspace that publishes something to the reader, or the one that is asked for.
    func workspaces(_ only: WorkspaceID? = nil) throws -> [WorkspaceActor] {
        let place = "$1"
        func count(_ table: String, _ alias: String, _ condition: String) -> String {
            "(SELECT COUNT(*) FROM \(table) \(alias) WHERE \(alias).workspace_id = a.id AND \(condition))"
        }
        let one = only == nil ? "" : " AND a.id = $2"
        let actors = try connection.all(
            """
            SELECT a.id, a.name, a.kind, a.actor_kind, a.state,
                \(count("offer", "o", "o.status = 'open' AND \(CooperationReader.published("o", place))")),
                \(count("need", "n", CooperationReader.need(place))),
                \(count("fund", "f", "f.closed = 0 AND \(CooperationReader.published("f", place))")),
                \(count("programme", "p", "p.withdrawn = 0 AND p.public = 1")),
                (SELECT COUNT(*) FROM agreement g WHERE \(Self.agreed))
            FROM workspace a WHERE a.closed = 0\(one) ORDER BY a.name, a.id
            """, [.int(own)] + (only.map { [.int($0.value)] } ?? [])
        ) { row in
            let state = try row.text(4)
            return WorkspaceActor(
                id: WorkspaceID(try row.int(0)), name: try row.text(1),
                kind: try row.value(2, WorkspaceKind.init(rawValue:)),
                actor: try row.textOrNil(3).flatMap { ActorKind(rawValue: $0) },
                state: state.isEmpty ? nil : StateCode(state), offers: Int(try row.int(5)),
                needs: Int(try row.int(6)), funds: Int(try row.int(7)), programmes: Int(try row.int(8)),
                agreements: Int(try row.int(9)))
        }
        return actors.filter(\.publishes)
    }

    /// Agreements `g` in force that anybody may read and the workspace `a` is a party of.
    private static let agreed = """
        g.status = 'in-force' AND g.current IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM agreement_party y WHERE y.agreement_id = g.id AND y.number = g.current AND y.public = 0)
        AND EXISTS (SELECT 1 FROM agreement_party y WHERE y.agreement_id = g.id AND y.number = g.current
            AND y.workspace_id = a.id)
        """

    /// Organisations that take part in public programmes, by key.
    func organisations(_ query: ActorQuery, limit: Int) throws -> [OrganisationActor] {
        var condition = query.condition
        if let after = query.after { condition.add("a.known_as > \(condition.bind(.text(after)))") }
        return try connection.all(
            """
            SELECT a.known_as, MAX(a.name), MAX(a.ref), MAX(a.kind), COUNT(DISTINCT a.programme_id) FROM programme_actor a
            JOIN programme p ON p.id = a.programme_id WHERE \(condition.sql) GROUP BY 1 ORDER BY 1 LIMIT \(limit)
            """, condition.values
        ) { row in
            OrganisationActor(
                organisation: NamedActor(
                    key: try row.text(0), name: try row.text(1), reference: try row.text(2), kind: try row.text(3)),
                programmes: Int(try row.int(4)))
        }
    }

    /// What programmes say of one; nil where none names it.
    func organisation(_ key: String) throws -> OrganisationPage? {
        let named = """
            p.withdrawn = 0 AND p.public = 1
            AND EXISTS (SELECT 1 FROM programme_actor k WHERE k.programme_id = p.id AND k.known_as = $1)
            """
        let names = try connection.all(
            """
            SELECT a.name, a.ref, a.kind, COUNT(*) FROM programme_actor a JOIN programme p ON p.id = a.programme_id
            WHERE a.known_as = $1 AND p.withdrawn = 0 AND p.public = 1 GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3
            """, [.text(key)]
        ) { NamedActor(key: key, name: try $0.text(0), reference: try $0.text(1), kind: try $0.text(2)) }
        guard let first = names.first else { return nil }
        let dates = try connection.first(
            "SELECT MIN(p.starts), MAX(p.ends) FROM programme p WHERE \(named)", [.text(key)]
        ) { (try $0.textOrNil(0), try $0.textOrNil(1)) }
        func counts(_ sql: String) throws -> [(String, Int)] {
            try connection.all(sql, [.text(key)]) { (try $0.text(0), Int(try $0.int(1))) }
        }
        return OrganisationPage(
            organisation: first, names: Set(names.map(\.name)).subtracting([first.name, ""]).sorted(),
            programmes: try connection.count("SELECT COUNT(*) FROM programme p WHERE \(named)", [.text(key)]),
            roles: try connection.all(
                """
                SELECT DISTINCT a.role FROM programme_actor a JOIN programme p ON p.id = a.programme_id
                WHERE a.known_as = $1 AND p.withdrawn = 0 AND p.public = 1 ORDER BY 1
                """, [.text(key)]
            ) { try $0.text(0) },
            states: try counts(
                """
                SELECT s.state, COUNT(*) FROM programme_state s JOIN programme p ON p.id = s.programme_id
                WHERE \(named) GROUP BY 1 ORDER BY 1
                """
            ).map { (state: StateCode($0.0), programmes: $0.1) },
            themes: try counts(
                """
                SELECT u.code, COUNT(*) FROM programme_purpose u JOIN programme p ON p.id = u.programme_id
                WHERE u.kind = 'theme' AND \(named) GROUP BY 1 ORDER BY 1
                """
            ).map { (theme: $0.0, programmes: $0.1) },
            partners: try partners(key, named), starts: dates?.0.flatMap { CalendarDate($0) },
            ends: dates?.1.flatMap { CalendarDate($0) }, state: nil)
    }

    private func partners(_ key: String, _ named: String) throws -> [NamedActor] {
        try connection.all(
            """
            SELECT a.known_as, MAX(a.name), MAX(a.ref), MAX(a.kind), COUNT(DISTINCT a.programme_id) FROM programme_actor a
            JOIN programme p ON p.id = a.programme_id
            WHERE a.known_as <> $1 AND a.known_as <> '' AND \(named)
            GROUP BY 1 ORDER BY 5 DESC, 1 LIMIT \(OrganisationPage.partnersMax)
            """, [.text(key)]
        ) { row in
            NamedActor(
                key: try row.text(0), name: try row.text(1), reference: try row.text(2), kind: try row.text(3))
        }
    }
}
