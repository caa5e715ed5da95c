import Cooperation
import Domain
import Store

/// Open offers with what fitting looks at, the latest first.
struct OfferBook: Sendable {
    var offers: [FittingOffer]

    /// Those that are open on a day, take a State of the scope and name its theme: what `GapConditions.offers` says in SQL.
    func within(_ conditions: GapConditions) -> [FittingOffer] {
        let states = conditions.states.map { Set($0.map(\.rawValue)) }
        let groups = Set(conditions.groups)
        return offers.filter { offer in
            (offer.ends ?? conditions.today) >= conditions.today
                && (states.map { offer.takesAny(of: $0, groups) } ?? true)
                && (conditions.scope.state.map { $0.rawValue != offer.actorState } ?? true)
                && (conditions.scope.theme.map { offer.themes.contains($0) } ?? true)
        }
    }

    static func read(forPartners: Bool, _ connection: any ReadConnection) throws -> OfferBook {
        // Any workspace's number but 0 reads what partners read.
        var offers = try connection.all(
            """
            SELECT o.id, o.workspace_id, o.title, o.language, w.name, w.state, o.ends FROM offer o
            JOIN workspace w ON w.id = o.workspace_id
            WHERE \(CooperationReader.published("o", "$1")) AND o.status = 'open' ORDER BY o.id DESC
            """, [.int(forPartners ? 1 : 0)]
        ) { row in
            FittingOffer(
                id: OfferID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), actorState: try row.text(5),
                actor: try row.text(4), title: try row.text(2), language: LanguageTag(try row.text(3)),
                ends: try row.textOrNil(6))
        }
        let places = Dictionary(uniqueKeysWithValues: offers.enumerated().map { ($1.id.value, $0) })
        try CodedValues.read("offer_value", "offer_id", offers.map(\.id.value), connection) { owner, kind, value in
            guard let place = places[owner] else { return }
            switch kind {
            case "help": offers[place].kinds.insert(value)
            case "theme": offers[place].themes.insert(value)
            case "state": offers[place].states.insert(value)
            case "group": offers[place].groups.insert(value)
            default: break
            }
        }
        return OfferBook(offers: offers)
    }
}

/// Rows of codes by their owner.
enum CodedValues {
    static func read(
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
