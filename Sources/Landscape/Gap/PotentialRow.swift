import Domain
import Store

/// Needs and offers of a scope with what fitting looks at.
enum PotentialRow {
    /// `offers`: those of the scope's States, of all themes.
    static func read(
        _ conditions: GapConditions, _ offers: [FittingOffer], _ groups: (StateCode) -> [String],
        _ connection: any ReadConnection
    ) throws -> Potential {
        var own: WorkspaceID?
        if case .member(let member) = conditions.reader { own = member.workspace.id }
        // An offer for any theme fits a need of the theme that is asked for as well.
        let fitting = conditions.scope.theme.map { theme in
            offers.filter { $0.themes.isEmpty || $0.themes.contains(theme) }
        }
        return Potential(
            needs: try needs(conditions, groups, connection), offers: fitting ?? offers, own: own,
            known: try introduced(own, connection).union(rejected(own, connection)))
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
        try CodedValues.read("need_value", "need_id", needs.map(\.id.value), connection) { owner, kind, value in
            guard let place = places[owner] else { return }
            if kind == "help" { needs[place].kinds.insert(value) }
            if kind == "theme" { needs[place].themes.insert(value) }
        }
        var known: [StateCode: Set<String>] = [:]
        for place in needs.indices {
            let state = needs[place].state
            let own = known[state] ?? Set(groups(state))
            known[state] = own
            needs[place].groups = own
        }
        return needs
    }

    /// Pairs that either side decided against, where one side is the reader's own workspace. Other help than offers is not compared here.
    private static func rejected(
        _ own: WorkspaceID?, _ connection: any ReadConnection
    ) throws -> Set<KnownPair> {
        guard let own else { return [] }
        let offer = "offer-"
        let found = try connection.all(
            """
            SELECT r.need_id, r.help FROM match_rejection r
            WHERE (r.need_workspace_id = $1 OR r.help_workspace_id = $1) AND r.taken_back IS NULL
            """, [.int(own.value)]
        ) { (need: NeedID(try $0.int(0)), help: try $0.text(1)) }
        return Set(
            found.compactMap { pair in
                guard pair.help.hasPrefix(offer) else { return nil }
                return OfferID(String(pair.help.dropFirst(offer.count))).map { KnownPair(need: pair.need, offer: $0) }
            })
    }

    /// Introductions are known to their two sides alone: what others made of a pair changes nobody's list.
    private static func introduced(
        _ own: WorkspaceID?, _ connection: any ReadConnection
    ) throws -> Set<KnownPair> {
        guard let own else { return [] }
        return Set(
            try connection.all(
                """
                SELECT i.need_id, i.offer_id FROM introduction i WHERE (i.workspace_id = $1 OR i.partner_id = $1)
                AND i.need_id IS NOT NULL AND i.offer_id IS NOT NULL AND i.status IN ('asked', 'accepted')
                """, [.int(own.value)]
            ) { KnownPair(need: NeedID(try $0.int(0)), offer: OfferID(try $0.int(1))) })
    }
}
