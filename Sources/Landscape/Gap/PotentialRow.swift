import Domain
import Store

/// Needs and offers of a scope with what fitting looks at.
enum PotentialRow {
    static func read(
        _ conditions: GapConditions, _ groups: (StateCode) -> [String], _ connection: any ReadConnection
    ) throws -> Potential {
        var own: WorkspaceID?
        if case .member(let member) = conditions.reader { own = member.workspace.id }
        return Potential(
            needs: try needs(conditions, groups, connection), offers: try offers(conditions, connection), own: own,
            introduced: try introduced(own, connection))
    }

    /// Introductions are known to their two sides alone: what others made of a pair changes nobody's list.
    private static func introduced(
        _ own: WorkspaceID?, _ connection: any ReadConnection
    ) throws -> Set<IntroducedPair> {
        guard let own else { return [] }
        return Set(
            try connection.all(
                """
                SELECT i.need_id, i.offer_id FROM introduction i WHERE (i.workspace_id = $1 OR i.partner_id = $1)
                AND i.need_id IS NOT NULL AND i.offer_id IS NOT NULL AND i.status IN ('asked', 'accepted')
                """, [.int(own.value)]
            ) { IntroducedPair(need: NeedID(try $0.int(0)), offer: OfferID(try $0.int(1))) })
    }

    private static func needs(
        _ conditions: GapConditions, _ groups: (StateCode) -> [String], _ connection: any ReadConnection
    ) throws -> [FittingNeed] {
        let condition = try conditions.needs()
        var needs = try connection.all(
            """
            SELECT n.id, n.workspace_id, n.state, n.title, n.language FROM need n WHERE \(condition.sql)
            ORDER BY n.id DESC LIMIT \(Potential.needsMax)
            """, condition.values
        ) { row in
            FittingNeed(
                id: NeedID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), state: StateCode(try row.text(2)),
                title: try row.text(3), language: LanguageTag(try row.text(4)))
        }
        let places = Dictionary(uniqueKeysWithValues: needs.enumerated().map { ($1.id.value, $0) })
        try values("need_value", "need_id", needs.map(\.id.value), connection) { owner, kind, value in
            guard let place = places[owner] else { return }
            if kind == "help" { needs[place].kinds.insert(value) }
            if kind == "theme" { needs[place].themes.insert(value) }
        }
        for place in needs.indices { needs[place].groups = Set(groups(needs[place].state)) }
        return needs
    }

    private static func offers(
        _ conditions: GapConditions, _ connection: any ReadConnection
    ) throws -> [FittingOffer] {
        // An offer for any theme fits a need of the theme that is asked for as well.
        let condition = conditions.ofAllThemes.offers()
        var offers = try connection.all(
            """
            SELECT o.id, o.workspace_id, o.title, o.language, w.name, w.state FROM offer o
            JOIN workspace w ON w.id = o.workspace_id WHERE \(condition.sql)
            ORDER BY o.id DESC LIMIT \(Potential.offersMax)
            """, condition.values
        ) { row in
            FittingOffer(
                id: OfferID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), actorState: try row.text(5),
                actor: try row.text(4), title: try row.text(2), language: LanguageTag(try row.text(3)))
        }
        let places = Dictionary(uniqueKeysWithValues: offers.enumerated().map { ($1.id.value, $0) })
        try values("offer_value", "offer_id", offers.map(\.id.value), connection) { owner, kind, value in
            guard let place = places[owner] else { return }
            switch kind {
            case "help": offers[place].kinds.insert(value)
            case "theme": offers[place].themes.insert(value)
            case "state": offers[place].states.insert(value)
            case "group": offers[place].groups.insert(value)
            default: break
            }
        }
        guard let theme = conditions.scope.theme else { return offers }
        return offers.filter { $0.themes.isEmpty || $0.themes.contains(theme) }
    }

    private static func values(
        _ table: String, _ owner: String, _ ids: [Int64], _ connection: any ReadConnection,
        _ take: (Int64, String, String) -> Void
    ) throws {
        var rest = ids[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            try connection.query(
                "SELECT \(owner), kind, value FROM \(table) WHERE \(owner) IN ({set})", [],
                set: set.map { .int($0) }
            ) { take(try $0.int(0), try $0.text(1), try $0.text(2)) }
        }
    }
}
