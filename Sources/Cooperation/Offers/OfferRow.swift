import Domain
import Store

/// Offers with their codes.
enum OfferRow {
    private static let columns = """
        o.id, o.workspace_id, o.title, o.body, o.language, o.starts, o.ends, o.capacity, o.money, o.currency,
        o.conditions_note, o.office, o.email, o.address, o.level, o.status, o.made, o.version
        """

    static func insert(_ offer: Offer, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO offer (id, workspace_id, title, body, language, starts, ends, capacity, money, currency,
                conditions_note, office, email, address, level, status, made, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """,
            [.int(offer.id.value), .int(offer.workspace.value)] + values(offer)
                + [.text(offer.made), .int(offer.version)])
        try writeCodes(offer, connection)
    }

    /// Throws `stale` where the version is another.
    static func update(_ offer: Offer, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE offer SET title = $4, body = $5, language = $6, starts = $7, ends = $8, capacity = $9, money = $10,
                currency = $11, conditions_note = $12, office = $13, email = $14, address = $15, level = $16,
                status = $17, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """, [.int(offer.id.value), .int(offer.workspace.value), .int(version)] + values(offer))
        if changed == 0 {
            guard let now = try find(offer.id, offer.workspace, connection) else { throw WorkspaceError.notFound }
            throw WorkspaceError.stale(offer.subject, version: now.version)
        }
        try writeCodes(offer, connection)
    }

    private static func values(_ offer: Offer) -> [SQLValue] {
        [
            .text(offer.title), .text(offer.text), .text(offer.language.rawValue),
            .optional(offer.from?.description), .optional(offer.until?.description),
            .optional(offer.capacityPerYear), .optional(offer.money?.minor),
            .optional(offer.money?.currency.rawValue), .text(offer.conditionsNote), .text(offer.contact.office),
            .text(offer.contact.email), .text(offer.contact.address), .text(offer.level.rawValue),
            .text(offer.status.rawValue),
        ]
    }

    private static func writeCodes(_ offer: Offer, _ connection: any WriteConnection) throws {
        try CodeRows.offers.replace(
            offer.id.value, offer.workspace,
            [
                ("help", offer.kinds.map(\.rawValue)), ("theme", offer.themes), ("goal", offer.goals),
                ("language", offer.languages.map(\.rawValue)), ("condition", offer.conditions.map(\.rawValue)),
                ("state", offer.eligible.states.map(\.rawValue)), ("group", offer.eligible.groups),
            ], connection)
    }

    static func find(_ id: OfferID, _ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Offer? {
        try offers(
            "o.id = $1 AND o.workspace_id = $2", [.int(id.value), .int(workspace.value)], most: 1, connection
        ).first
    }

    /// The workspace's own, the latest first.
    static func own(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [Offer] {
        try offers(
            "o.workspace_id = $1", [.int(workspace.value)], most: CooperationLimits.perWorkspaceMax, connection)
    }

    static func published(
        _ reader: CooperationReader, _ filter: OfferFilter, after: OfferID?, limit: Int,
        _ connection: any ReadConnection
    ) throws -> [Offer] {
        try offers(
            "\(CooperationReader.published("o", "$1")) AND (o.id < $2 OR $2 IS NULL) AND \(matching(from: 3))",
            [.int(reader.number), .optional(after?.value)] + values(filter), most: limit, connection)
    }

    static func countPublished(
        _ reader: CooperationReader, _ filter: OfferFilter, _ connection: any ReadConnection
    ) throws -> Int {
        try connection.count(
            """
            SELECT COUNT(*) FROM offer o WHERE \(CooperationReader.published("o", "$1")) AND \(matching(from: 2))
            """, [.int(reader.number)] + values(filter))
    }

    static func published(
        _ id: OfferID, _ reader: CooperationReader, _ connection: any ReadConnection
    ) throws -> Offer? {
        try offers(
            "\(CooperationReader.published("o", "$1")) AND o.id = $2", [.int(reader.number), .int(id.value)], most: 1,
            connection
        ).first
    }

    private static func matching(from place: Int) -> String {
        func has(_ kind: String, _ value: String) -> String {
            """
            (EXISTS (SELECT 1 FROM offer_value v WHERE v.offer_id = o.id AND v.kind = '\(kind)' AND v.value = \(value))
                OR \(value) IS NULL)
            """
        }
        return "o.status <> 'closed' AND \(has("help", "$\(place)")) AND \(has("theme", "$\(place + 1)"))"
    }

    private static func values(_ filter: OfferFilter) -> [SQLValue] {
        [.optional(filter.kind?.rawValue), .optional(filter.theme)]
    }

    private static func offers(
        _ condition: String, _ values: [SQLValue], most: Int, _ connection: any ReadConnection
    ) throws -> [Offer] {
        var offers = try connection.all(
            "SELECT \(columns) FROM offer o WHERE \(condition) ORDER BY o.id DESC LIMIT \(most)", values
        ) { try read($0) }
        let codes = try CodeRows.offers.all(offers.map(\.id.value), connection)
        for place in offers.indices {
            let own = codes[offers[place].id.value] ?? [:]
            offers[place].kinds = (own["help"] ?? []).compactMap { HelpKind(rawValue: $0) }
            offers[place].themes = own["theme"] ?? []
            offers[place].goals = own["goal"] ?? []
            offers[place].languages = (own["language"] ?? []).map { LanguageTag($0) }
            offers[place].conditions = (own["condition"] ?? []).compactMap { Condition(rawValue: $0) }
            offers[place].eligible = Eligibility(
                states: (own["state"] ?? []).map { StateCode($0) }, groups: own["group"] ?? [])
        }
        return offers
    }

    private static func read(_ row: any Row) throws -> Offer {
        Offer(
            id: OfferID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), title: try row.text(2),
            text: try row.text(3), language: LanguageTag(try row.text(4)),
            from: try row.textOrNil(5).flatMap { CalendarDate($0) },
            until: try row.textOrNil(6).flatMap { CalendarDate($0) },
            capacityPerYear: try row.intOrNil(7).map { Int($0) }, money: try row.money(8, 9),
            conditionsNote: try row.text(10),
            contact: OfferContact(office: try row.text(11), email: try row.text(12), address: try row.text(13)),
            level: try row.value(14, PublicationLevel.init(rawValue:)),
            status: try row.value(15, OfferStatus.init(rawValue:)), made: try row.text(16),
            version: Int(try row.int(17)))
    }
}
