import Domain
import Store

/// Consultations, and what they are on.
enum ConsultationRow {
    private static let columns = """
        c.id, c.workspace_id, c.kind, c.language, c.title, c.about, c.contact, c.opens, c.closes, c.answer_by, c.outsiders,
        c.published, c.summary_published, c.cancelled, c.cancelled_why, c.answer_reminded, c.made, c.version
        """
    /// Everybody reads it: published, of a workspace that is there.
    static let open = """
        consultation c JOIN workspace w ON w.id = c.workspace_id AND w.closed = 0 AND c.published IS NOT NULL
        """

    /// A workspace's own, the latest first.
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [Consultation] {
        try filled(
            connection.all(
                "SELECT \(columns) FROM consultation c WHERE c.workspace_id = $1 ORDER BY c.opens DESC, c.id DESC LIMIT $2",
                [.int(workspace.value), .int(ConsultationLimits.perWorkspaceMax)], read), connection)
    }

    static func find(
        _ id: ConsultationID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Consultation? {
        try filled(
            connection.all(
                "SELECT \(columns) FROM consultation c WHERE c.id = $1 AND c.workspace_id = $2",
                [.int(id.value), .int(workspace.value)], read), connection
        ).first
    }

    static func published(
        _ id: ConsultationID, _ connection: any ReadConnection
    ) throws -> Consultation? {
        try filled(
            connection.all("SELECT \(columns) FROM \(open) WHERE c.id = $1", [.int(id.value)], read), connection
        ).first
    }

    /// Published ones, those that opened last first; `after` is the last of the page before.
    static func published(
        after: ConsultationID?, state: StateCode?, limit: Int, _ connection: any ReadConnection
    ) throws -> [Consultation] {
        var (conditions, values): ([String], [SQLValue]) = (["1 = 1"], [.int(limit)])
        if let state {
            values.append(.text(state.rawValue))
            conditions.append("w.state = $\(values.count)")
        }
        if let after {
            values.append(.int(after.value))
            // Only what everybody reads says where the page before ended.
            let last = "(SELECT c.opens FROM \(open) WHERE c.id = $\(values.count))"
            conditions.append("(c.opens < \(last) OR (c.opens = \(last) AND c.id < $\(values.count)))")
        }
        return try filled(
            connection.all(
                """
                SELECT \(columns) FROM \(open) WHERE \(conditions.joined(separator: " AND "))
                ORDER BY c.opens DESC, c.id DESC LIMIT $1
                """, values, read), connection)
    }

    /// Published ones, what was published last first.
    static func latest(
        _ filter: ConsultationFilter, _ limit: Int, _ connection: any ReadConnection
    ) throws -> [Consultation] {
        var (conditions, values): ([String], [SQLValue]) = (["1 = 1"], [.int(limit)])
        for (condition, value) in [
            ("w.state =", filter.state?.rawValue), ("c.published >=", filter.since?.description),
            ("c.published >", filter.after), ("c.published <=", filter.until),
        ] {
            guard let value else { continue }
            values.append(.text(value))
            conditions.append("\(condition) $\(values.count)")
        }
        return try filled(
            connection.all(
                """
                SELECT \(columns) FROM \(open) WHERE \(conditions.joined(separator: " AND "))
                ORDER BY c.published DESC, c.id DESC LIMIT $1
                """, values, read), connection)
    }

    static func publishedCount(_ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT COUNT(*) FROM \(open)")
    }

    static func host(_ id: ConsultationID, _ connection: any ReadConnection) throws -> ConsultationHost? {
        try connection.first(
            "SELECT w.name, w.slug, w.state FROM workspace w JOIN consultation c ON c.workspace_id = w.id WHERE c.id = $1",
            [.int(id.value)]
        ) { row in
            let state = try row.text(2)
            return ConsultationHost(
                name: try row.text(0), slug: try row.text(1), state: state.isEmpty ? nil : StateCode(state))
        }
    }

    static func insert(_ value: Consultation, _ connection: any WriteConnection) throws {
        let content = value.content
        try connection.execute(
            """
            INSERT INTO consultation (id, workspace_id, kind, language, title, about, contact, opens, closes, answer_by,
                outsiders, made, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)
            """,
            [
                .int(value.id.value), .int(value.workspace.value), .text(content.kind.rawValue),
                .text(content.language.rawValue), .text(content.title), .text(content.about), .text(content.contact),
                .text(content.opens?.description ?? ""), .text(content.closes?.description ?? ""),
                .optional(content.answerBy?.description), .int(content.takesOutsiders ? 1 : 0), .text(value.made),
            ])
        try putTopics(value, connection)
    }

    /// Writes everything of it. Throws `stale` where the version is another.
    static func update(_ value: Consultation, version: Int, _ connection: any WriteConnection) throws {
        let content = value.content
        let changed = try connection.execute(
            """
            UPDATE consultation SET kind = $4, language = $5, title = $6, about = $7, contact = $8, opens = $9, closes = $10,
                answer_by = $11, outsiders = $12, published = $13, summary_published = $14, cancelled = $15,
                cancelled_why = $16, answer_reminded = $17, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(value.id.value), .int(value.workspace.value), .int(version), .text(content.kind.rawValue),
                .text(content.language.rawValue), .text(content.title), .text(content.about), .text(content.contact),
                .text(content.opens?.description ?? ""), .text(content.closes?.description ?? ""),
                .optional(content.answerBy?.description), .int(content.takesOutsiders ? 1 : 0),
                .optional(value.published), .optional(value.summaryPublished), .optional(value.cancelled),
                .optional(value.cancelledWhy), .optional(value.answerReminded),
            ])
        if changed == 0 { throw WorkspaceError.stale(value.subject, version: value.version) }
        try connection.execute(
            "DELETE FROM consultation_topic WHERE consultation_id = $1 AND workspace_id = $2",
            [.int(value.id.value), .int(value.workspace.value)])
        try putTopics(value, connection)
    }

    private static func putTopics(_ value: Consultation, _ connection: any WriteConnection) throws {
        var rows = SQLRows(columnCount: 4, rowsExpected: value.content.topics.count)
        for topic in value.content.topics {
            rows.append(
                .int(value.id.value), .int(value.workspace.value), .text(topic.kind.rawValue), .text(topic.value))
        }
        try connection.insert(
            into: "consultation_topic", ["consultation_id", "workspace_id", "kind", "value"], rows)
    }

    private static func filled(
        _ found: [Consultation], _ connection: any ReadConnection
    ) throws -> [Consultation] {
        var topics: [Int64: [ConsultationTopic]] = [:]
        for start in stride(from: 0, to: found.count, by: SQLSet.sizeMax) {
            let set = found[start..<min(found.count, start + SQLSet.sizeMax)].map { SQLValue.int($0.id.value) }
            try connection.query(
                """
                SELECT consultation_id, kind, value FROM consultation_topic WHERE consultation_id IN ({set})
                ORDER BY consultation_id, kind, value
                """, [], set: set
            ) { row in
                topics[try row.int(0), default: []].append(
                    ConsultationTopic(
                        try row.value(1, ConsultationTopic.Kind.init(rawValue:)), try row.text(2)))
            }
        }
        return found.map { consultation in
            var consultation = consultation
            consultation.content.topics = topics[consultation.id.value] ?? []
            return consultation
        }
    }

    private static func read(_ row: any Row) throws -> Consultation {
        var content = ConsultationContent()
        content.kind = try row.value(2, Consultation.Kind.init(rawValue:))
        content.language = LanguageTag(try row.text(3))
        content.title = try row.text(4)
        content.about = try row.text(5)
        content.contact = try row.text(6)
        content.opens = CalendarDate(try row.text(7))
        content.closes = CalendarDate(try row.text(8))
        content.answerBy = try row.textOrNil(9).flatMap { CalendarDate($0) }
        content.takesOutsiders = try row.int(10) == 1
        return Consultation(
            id: ConsultationID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), content: content,
            published: try row.textOrNil(11), summaryPublished: try row.textOrNil(12),
            cancelled: try row.textOrNil(13), cancelledWhy: try row.textOrNil(14),
            answerReminded: try row.textOrNil(15), made: try row.text(16), version: Int(try row.int(17)))
    }
}
