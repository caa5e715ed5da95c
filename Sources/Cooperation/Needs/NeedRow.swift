import Domain
import Store

/// Needs with their codes, sources and the partners that are named.
enum NeedRow {
    private static let columns = """
        n.id, n.workspace_id, n.state, n.institution_id, n.title, n.language, n.existing, n.missing, n.asked,
        n.target_group, n.starts, n.ends, n.cost, n.currency, n.refused_note, n.status, n.level, n.hidden, n.since,
        n.stated, n.version, n.whole
        """

    static func insert(_ need: Need, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO need (id, workspace_id, state, institution_id, title, language, existing, missing, asked,
                target_group, starts, ends, cost, currency, refused_note, status, level, hidden, since, whole, stated,
                version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
            """,
            [.int(need.id.value), .int(need.workspace.value), .text(need.state.rawValue)] + values(need)
                + [.text(need.stated), .int(need.version)])
        try writeParts(need, connection)
    }

    /// Throws `stale` where the version is another.
    static func update(_ need: Need, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE need SET institution_id = $4, title = $5, language = $6, existing = $7, missing = $8, asked = $9,
                target_group = $10, starts = $11, ends = $12, cost = $13, currency = $14, refused_note = $15,
                status = $16, level = $17, hidden = $18, since = $19, whole = $20, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """, [.int(need.id.value), .int(need.workspace.value), .int(version)] + values(need))
        if changed == 0 {
            guard let now = try find(need.id, need.workspace, nil, connection) else { throw WorkspaceError.notFound }
            throw WorkspaceError.stale(need.subject, version: now.version)
        }
        for table in ["need_source", "need_named"] {
            try connection.execute(
                "DELETE FROM \(table) WHERE need_id = $1 AND workspace_id = $2",
                [.int(need.id.value), .int(need.workspace.value)])
        }
        try writeParts(need, connection)
    }

    private static func values(_ need: Need) -> [SQLValue] {
        [
            .optional(need.institution?.value), .text(need.title), .text(need.language.rawValue), .text(need.exists),
            .text(need.missing), .text(need.asked), .text(need.targetGroup), .optional(need.from?.description),
            .optional(need.until?.description), .optional(need.cost?.minor),
            .optional(need.cost?.currency.rawValue), .text(need.refusedNote), .text(need.status.rawValue),
            .text(need.publication.level.rawValue),
            .text(need.publication.hidden.map(\.rawValue).sorted().joined(separator: ",")),
            .optional(need.publication.since), .int(need.isWhole ? 1 : 0),
        ]
    }

    private static func writeParts(_ need: Need, _ connection: any WriteConnection) throws {
        try CodeRows.needs.replace(
            need.id.value, need.workspace,
            [
                ("help", need.kinds.map(\.rawValue)), ("theme", need.themes), ("goal", need.goals),
                ("language", need.languages.map(\.rawValue)), ("condition", need.refused.map(\.rawValue)),
            ], connection)
        var sources = SQLRows(columnCount: 4)
        for source in need.sources {
            sources.append(
                .int(need.id.value), .int(need.workspace.value), .text(source.kind.rawValue), .int(source.id))
        }
        if !sources.isEmpty {
            try connection.insert(into: "need_source", ["need_id", "workspace_id", "kind", "source_id"], sources)
        }
        var named = SQLRows(columnCount: 3)
        for partner in need.publication.named {
            named.append(.int(need.id.value), .int(need.workspace.value), .int(partner.value))
        }
        if !named.isEmpty {
            try connection.insert(into: "need_named", ["need_id", "workspace_id", "partner_id"], named)
        }
    }

    /// One of the workspace's own, within the institution where there is one.
    static func find(
        _ id: NeedID, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> Need? {
        try needs(
            "n.id = $1 AND n.workspace_id = $2 AND (n.institution_id = $3 OR $3 IS NULL)",
            [.int(id.value), .int(workspace.value), .optional(limit?.value)], connection
        ).first
    }

    /// The workspace's own, the latest first.
    static func own(
        _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Need] {
        try needs(
            "n.workspace_id = $1 AND (n.institution_id = $2 OR $2 IS NULL)",
            [.int(workspace.value), .optional(limit?.value)], most: CooperationLimits.perWorkspaceMax, connection)
    }

    /// Those stated from one thing of the plan or the record.
    static func from(
        _ source: NeedSource, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Need] {
        try needs(
            """
            n.workspace_id = $1 AND (n.institution_id = $2 OR $2 IS NULL) AND EXISTS (SELECT 1 FROM need_source s
            WHERE s.need_id = n.id AND s.workspace_id = $1 AND s.kind = $3 AND s.source_id = $4)
            """,
            [
                .int(workspace.value), .optional(limit?.value), .text(source.kind.rawValue), .int(source.id),
            ], connection)
    }

    /// What others published, the latest first: page after page by id.
    static func published(
        _ reader: CooperationReader, _ filter: NeedFilter, after: NeedID?, limit: Int, _ connection: any ReadConnection
    ) throws -> [Need] {
        try needs(
            """
            \(CooperationReader.need("$1")) AND (n.id < $2 OR $2 IS NULL) AND (n.state = $3 OR $3 IS NULL)
            AND \(has("help", "$4")) AND \(has("theme", "$5"))
            """,
            [.int(reader.number), .optional(after?.value), .optional(filter.state?.rawValue)] + codes(filter),
            most: limit, connection)
    }

    /// What others published last, by the day it was published; published again counts as new.
    static func latest(
        _ reader: CooperationReader, _ filter: NeedFilter, limit: Int, _ connection: any ReadConnection
    ) throws -> [Need] {
        try needs(
            """
            \(CooperationReader.need("$1")) AND (n.state = $2 OR $2 IS NULL) AND \(has("help", "$3"))
            AND \(has("theme", "$4"))
            """, [.int(reader.number), .optional(filter.state?.rawValue)] + codes(filter),
            order: "n.since DESC, n.id DESC", most: limit, connection)
    }

    static func countPublished(
        _ reader: CooperationReader, _ filter: NeedFilter, _ connection: any ReadConnection
    ) throws -> Int {
        try connection.count(
            """
            SELECT COUNT(*) FROM need n WHERE \(CooperationReader.need("$1")) AND (n.state = $2 OR $2 IS NULL)
            AND \(has("help", "$3")) AND \(has("theme", "$4"))
            """, [.int(reader.number), .optional(filter.state?.rawValue)] + codes(filter))
    }

    static func published(
        _ id: NeedID, _ reader: CooperationReader, _ connection: any ReadConnection
    ) throws -> Need? {
        try needs(
            "\(CooperationReader.need("$1")) AND n.id = $2", [.int(reader.number), .int(id.value)], connection
        ).first
    }

    /// The placeholder stands first where it has a type: PostgreSQL asks for that.
    private static func has(_ kind: String, _ place: String) -> String {
        """
        (EXISTS (SELECT 1 FROM need_value v WHERE v.need_id = n.id AND v.kind = '\(kind)' AND v.value = \(place))
            OR \(place) IS NULL)
        """
    }

    private static func codes(_ filter: NeedFilter) -> [SQLValue] {
        [.optional(filter.kind?.rawValue), .optional(filter.theme)]
    }

    private static func needs(
        _ condition: String, _ values: [SQLValue], order: String = "n.id DESC", most: Int = CooperationLimits.listMax,
        _ connection: any ReadConnection
    ) throws -> [Need] {
        var needs = try connection.all(
            "SELECT \(columns) FROM need n WHERE \(condition) ORDER BY \(order) LIMIT \(most)", values
        ) { try read($0) }
        let ids = needs.map(\.id.value)
        let codes = try CodeRows.needs.all(ids, connection)
        let sources = try parts("SELECT need_id, kind, source_id FROM need_source", ids, connection) {
            NeedSource(try $0.value(1, NeedSource.Kind.init(rawValue:)), try $0.int(2))
        }
        let named = try parts("SELECT need_id, partner_id FROM need_named", ids, connection) {
            WorkspaceID(try $0.int(1))
        }
        for place in needs.indices {
            let id = needs[place].id.value
            needs[place].take(codes[id] ?? [:])
            needs[place].sources = sources[id] ?? []
            needs[place].publication.named = named[id] ?? []
        }
        return needs
    }

    private static func parts<T>(
        _ select: String, _ ids: [Int64], _ connection: any ReadConnection, _ make: (any Row) throws -> T
    ) throws -> [Int64: [T]] {
        var found: [Int64: [T]] = [:]
        var rest = ids[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            let rows = try connection.all(
                "\(select) WHERE need_id IN ({set}) ORDER BY 1, 2", [], set: set.map { .int($0) }
            ) { (owner: try $0.int(0), part: try make($0)) }
            for row in rows { found[row.owner, default: []].append(row.part) }
        }
        return found
    }

    private static func read(_ row: any Row) throws -> Need {
        let hidden = try row.text(17).split(separator: ",").compactMap { Publication.Part(rawValue: String($0)) }
        return Need(
            id: NeedID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), state: StateCode(try row.text(2)),
            institution: try row.intOrNil(3).map { InstitutionID($0) }, title: try row.text(4),
            language: LanguageTag(try row.text(5)), exists: try row.text(6), missing: try row.text(7),
            asked: try row.text(8), targetGroup: try row.text(9),
            from: try row.textOrNil(10).flatMap { CalendarDate($0) },
            until: try row.textOrNil(11).flatMap { CalendarDate($0) }, cost: try row.money(12, 13),
            isWhole: try row.int(21) == 1, refusedNote: try row.text(14),
            status: try row.value(15, NeedStatus.init(rawValue:)),
            publication: Publication(
                level: try row.value(16, PublicationLevel.init(rawValue:)), hidden: Set(hidden),
                since: try row.textOrNil(18)), stated: try row.text(19), version: Int(try row.int(20)))
    }
}

extension Row {
    /// An amount with its currency in the next named column.
    func money(_ amount: Int, _ currency: Int) throws -> Money? {
        guard let minor = try intOrNil(amount), let currency = try textOrNil(currency).flatMap({ CurrencyCode($0) })
        else { return nil }
        return Money(minor: minor, currency: currency)
    }
}

extension Need {
    fileprivate mutating func take(_ codes: [String: [String]]) {
        kinds = (codes["help"] ?? []).compactMap { HelpKind(rawValue: $0) }
        themes = codes["theme"] ?? []
        goals = codes["goal"] ?? []
        languages = (codes["language"] ?? []).map { LanguageTag($0) }
        refused = (codes["condition"] ?? []).compactMap { Condition(rawValue: $0) }
    }
}
