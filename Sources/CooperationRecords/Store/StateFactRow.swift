import Domain
import Store

/// Facts as they were entered.
enum StateFactRow {
    private static let columns = """
        id, workspace_id, state, kind, about, matter, cycle, day, is_none, grade, amount, currency, body, language, source,
        address, replaces, published, ended, ended_why, ended_by, import_id, entered_by, made, version
        """

    /// What everybody may read of a State, ended ones among them, by day.
    static func published(_ state: StateCode, _ connection: any ReadConnection) throws -> [StateFact] {
        try connection.all(
            """
            SELECT \(columns) FROM state_fact WHERE state = $1 AND published IS NOT NULL ORDER BY day, id LIMIT $2
            """, [.text(state.rawValue), .int(StateFactLimits.factsMax)], read)
    }

    /// What everybody may read of all States, ended ones among them, by number.
    static func published(
        after: StateFactID?, limit: Int, _ connection: any ReadConnection
    ) throws -> [StateFact] {
        try connection.all(
            "SELECT \(columns) FROM state_fact WHERE id > $1 AND published IS NOT NULL ORDER BY id LIMIT $2",
            [.int(after?.value ?? 0), .int(limit)], read)
    }

    static func publishedCount(_ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT COUNT(*) FROM state_fact WHERE published IS NOT NULL")
    }

    /// The latest that were published and stand.
    static func latest(_ filter: FactFilter, _ limit: Int, _ connection: any ReadConnection) throws -> [StateFact] {
        var (conditions, values): ([String], [SQLValue]) = (["published IS NOT NULL AND ended IS NULL"], [.int(limit)])
        for (condition, value) in [
            ("state =", filter.state?.rawValue), ("kind =", filter.kind?.rawValue),
            ("published >=", filter.since?.description), ("published >", filter.after), ("published <=", filter.until),
        ] {
            guard let value else { continue }
            values.append(.text(value))
            conditions.append("\(condition) $\(values.count)")
        }
        return try connection.all(
            """
            SELECT \(columns) FROM state_fact WHERE \(conditions.joined(separator: " AND "))
            ORDER BY published DESC, id DESC LIMIT $1
            """, values, read)
    }

    /// One that everybody may read, whether it stands or not.
    static func published(_ id: StateFactID, _ connection: any ReadConnection) throws -> StateFact? {
        try connection.first(
            "SELECT \(columns) FROM state_fact WHERE id = $1 AND published IS NOT NULL", [.int(id.value)], read)
    }

    /// The published one that took its place.
    static func successor(_ id: StateFactID, _ connection: any ReadConnection) throws -> StateFact? {
        try connection.first(
            "SELECT \(columns) FROM state_fact WHERE replaces = $1 AND published IS NOT NULL ORDER BY id LIMIT 1",
            [.int(id.value)], read)
    }

    /// Everything its keeper has, the latest first.
    static func kept(
        _ state: StateCode, _ keeper: FactKeeper, _ connection: any ReadConnection
    ) throws -> [StateFact] {
        try connection.all(
            """
            SELECT \(columns) FROM state_fact WHERE state = $1 AND \(keeper.condition("$2")) ORDER BY id DESC LIMIT $3
            """, [.text(state.rawValue), .int(keeper.number), .int(StateFactLimits.factsMax)], read)
    }

    static func find(
        _ id: StateFactID, _ keeper: FactKeeper, _ connection: any ReadConnection
    ) throws -> StateFact? {
        try connection.first(
            "SELECT \(columns) FROM state_fact WHERE id = $1 AND \(keeper.condition("$2"))",
            [.int(id.value), .int(keeper.number)], read)
    }

    static func count(_ state: StateCode, _ keeper: FactKeeper, _ connection: any ReadConnection) throws -> Int {
        try connection.count(
            "SELECT COUNT(*) FROM state_fact WHERE state = $1 AND \(keeper.condition("$2"))",
            [.text(state.rawValue), .int(keeper.number)])
    }

    static func insert(_ facts: [(fact: StateFact, line: Int?)], _ connection: any WriteConnection) throws {
        var rows = SQLRows(columnCount: 23, rowsExpected: facts.count)
        for (fact, line) in facts {
            let content = fact.content
            rows.append(
                .optional(fact.id?.value), .optional(fact.workspace?.value), .text(fact.state.rawValue),
                .text(content.kind.rawValue), .text(content.about), .text(content.matter),
                .optional(content.cycle.map { Int64($0) }), .text(content.day?.description ?? ""),
                .int(content.isNone ? 1 : 0), .optional(content.grade), .optional(content.money?.minor),
                .optional(content.money?.currency.rawValue), .text(content.text), .text(content.language.rawValue),
                .text(content.source), .optional(content.address), .optional(fact.replaces?.value),
                .optional(fact.published), .optional(fact.importID?.value), .optional(line.map { Int64($0) }),
                .text(fact.enteredBy), .text(fact.made), .int(1))
        }
        try connection.insert(
            into: "state_fact",
            [
                "id", "workspace_id", "state", "kind", "about", "matter", "cycle", "day", "is_none", "grade", "amount",
                "currency", "body", "language", "source", "address", "replaces", "published", "import_id",
                "import_line", "entered_by", "made", "version",
            ], rows)
    }

    /// Whether it still stood in this version, and no longer does.
    static func end(
        _ fact: StateFact, why: String, by: String, at: String, version: Int, _ keeper: FactKeeper,
        _ connection: any WriteConnection
    ) throws -> Bool {
        guard let id = fact.id else { return false }
        return try connection.execute(
            """
            UPDATE state_fact SET ended = $4, ended_why = $5, ended_by = $6, version = version + 1
            WHERE id = $1 AND \(keeper.condition("$2")) AND version = $3 AND ended IS NULL
            """,
            [.int(id.value), .int(keeper.number), .int(version), .text(at), .text(why), .text(by)]) > 0
    }

    static func publish(
        _ id: StateFactID, at: String, version: Int, _ keeper: FactKeeper, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE state_fact SET published = $4, version = version + 1
            WHERE id = $1 AND \(keeper.condition("$2")) AND version = $3 AND ended IS NULL AND published IS NULL
            """, [.int(id.value), .int(keeper.number), .int(version), .text(at)]) > 0
    }

    /// Publishes all drafts that stand; says how many.
    static func publishAll(
        _ state: StateCode, at: String, _ keeper: FactKeeper, _ connection: any WriteConnection
    ) throws -> Int {
        try connection.execute(
            """
            UPDATE state_fact SET published = $3, version = version + 1
            WHERE state = $1 AND \(keeper.condition("$2")) AND ended IS NULL AND published IS NULL
            """, [.text(state.rawValue), .int(keeper.number), .text(at)])
    }

    /// Ends what an import made and nobody corrected since; says how many.
    static func endImport(
        _ id: StateFactImportID, why: String, by: String, at: String, _ keeper: FactKeeper,
        _ connection: any WriteConnection
    ) throws -> Int {
        try connection.execute(
            """
            UPDATE state_fact SET ended = $3, ended_why = $4, ended_by = $5, version = version + 1
            WHERE import_id = $1 AND \(keeper.condition("$2")) AND ended IS NULL
            """, [.int(id.value), .int(keeper.number), .text(at), .text(why), .text(by)])
    }

    private static func read(_ row: any Row) throws -> StateFact {
        var content = StateFactContent(try row.value(3, StateFactKind.init(rawValue:)))
        content.about = try row.text(4)
        content.matter = try row.text(5)
        content.cycle = try row.intOrNil(6).map { Int($0) }
        content.day = CalendarDate(try row.text(7))
        content.isNone = try row.int(8) == 1
        content.grade = try row.textOrNil(9)
        if let minor = try row.intOrNil(10), let currency = CurrencyCode(try row.text(11)) {
            content.money = Money(minor: minor, currency: currency)
        }
        content.text = try row.text(12)
        content.language = LanguageTag(try row.text(13))
        content.source = try row.text(14)
        content.address = try row.textOrNil(15)
        let workspace = try row.intOrNil(1).map { WorkspaceID($0) }
        return StateFact(
            id: StateFactID(try row.int(0)), origin: workspace == nil ? .desk : .workspace, workspace: workspace,
            state: StateCode(try row.text(2)), content: content,
            replaces: try row.intOrNil(16).map { StateFactID($0) }, published: try row.textOrNil(17),
            ended: try row.textOrNil(18), endedWhy: try row.textOrNil(19), endedBy: try row.textOrNil(20),
            importID: try row.intOrNil(21).map { StateFactImportID($0) }, enteredBy: try row.text(22),
            made: try row.text(23), version: Int(try row.int(24)))
    }
}
