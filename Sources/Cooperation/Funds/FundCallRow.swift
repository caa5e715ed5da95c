import Domain
import FoundationEssentials
import Store

/// Calls with their codes; the form stands in one field, since nothing asks for its parts.
enum FundCallRow {
    private static let columns = """
        k.id, k.fund_id, k.workspace_id, k.title, k.body, k.opens, k.closes, k.ceiling, k.ceiling_currency, k.budget,
        k.budget_currency, k.eligible_note, k.needs_consent, k.form, k.cancelled, k.version
        """

    static func insert(_ call: FundCall, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO fund_call (id, fund_id, workspace_id, title, body, opens, closes, ceiling, ceiling_currency,
                budget, budget_currency, eligible_note, needs_consent, form, cancelled, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """,
            [.int(call.id.value), .int(call.fund.value), .int(call.workspace.value)] + (try values(call))
                + [.int(call.version)])
        try writeCodes(call, connection)
    }

    /// Throws `stale` where the version is another.
    static func update(_ call: FundCall, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE fund_call SET title = $4, body = $5, opens = $6, closes = $7, ceiling = $8, ceiling_currency = $9,
                budget = $10, budget_currency = $11, eligible_note = $12, needs_consent = $13, form = $14,
                cancelled = $15, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """, [.int(call.id.value), .int(call.workspace.value), .int(version)] + (try values(call)))
        if changed == 0 {
            guard let now = try find(call.id, call.workspace, connection) else { throw WorkspaceError.notFound }
            throw WorkspaceError.stale(Subject(.fundCall, call.id.value), version: now.version)
        }
        try writeCodes(call, connection)
    }

    private static func values(_ call: FundCall) throws -> [SQLValue] {
        [
            .text(call.title), .text(call.text), .optional(call.opens?.description),
            .optional(call.closes?.description), .optional(call.ceiling?.minor),
            .optional(call.ceiling?.currency.rawValue), .optional(call.budget?.minor),
            .optional(call.budget?.currency.rawValue), .text(call.eligibleNote), .flag(call.needsConsent),
            .text(try FormCoding.text(call.form)), .flag(call.isCancelled),
        ]
    }

    private static func writeCodes(_ call: FundCall, _ connection: any WriteConnection) throws {
        try CodeRows.calls.replace(
            call.id.value, call.workspace,
            [
                ("help", call.kinds.map(\.rawValue)), ("theme", call.themes), ("goal", call.goals),
                ("language", call.languages.map(\.rawValue)), ("condition", call.conditions.map(\.rawValue)),
                ("state", call.eligible.states.map(\.rawValue)), ("group", call.eligible.groups),
            ], connection)
    }

    static func find(
        _ id: FundCallID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> FundCall? {
        try calls("k.id = $1 AND k.workspace_id = $2", [.int(id.value), .int(workspace.value)], connection).first
    }

    /// By when they close, those without an end last.
    static func of(
        _ funds: [FundID], _ connection: any ReadConnection
    ) throws -> [FundCall] {
        guard !funds.isEmpty else { return [] }
        return try calls(
            "k.fund_id IN ({set})", [], set: funds.prefix(SQLSet.sizeMax).map { .int($0.value) }, connection)
    }

    /// A call of a fund that this reader may see.
    static func published(
        _ id: FundCallID, _ reader: CooperationReader, _ connection: any ReadConnection
    ) throws -> FundCall? {
        try calls(
            """
            k.id = $2 AND EXISTS (SELECT 1 FROM fund f WHERE f.id = k.fund_id
                AND \(CooperationReader.published("f", "$1")))
            """, [.int(reader.number), .int(id.value)], connection
        ).first
    }

    private static func calls(
        _ condition: String, _ values: [SQLValue], set: [SQLValue]? = nil, _ connection: any ReadConnection
    ) throws -> [FundCall] {
        let sql = "SELECT \(columns) FROM fund_call k WHERE \(condition) ORDER BY k.closes NULLS LAST, k.id LIMIT 1000"
        var calls =
            if let set {
                try connection.all(sql, values, set: set) { try read($0) }
            } else {
                try connection.all(sql, values) { try read($0) }
            }
        let codes = try CodeRows.calls.all(calls.map(\.id.value), connection)
        for place in calls.indices {
            let own = codes[calls[place].id.value] ?? [:]
            calls[place].kinds = (own["help"] ?? []).compactMap { HelpKind(rawValue: $0) }
            calls[place].themes = own["theme"] ?? []
            calls[place].goals = own["goal"] ?? []
            calls[place].languages = (own["language"] ?? []).map { LanguageTag($0) }
            calls[place].conditions = (own["condition"] ?? []).compactMap { Condition(rawValue: $0) }
            calls[place].eligible = Eligibility(
                states: (own["state"] ?? []).map { StateCode($0) }, groups: own["group"] ?? [])
        }
        return calls
    }

    private static func read(_ row: any Row) throws -> FundCall {
        FundCall(
            id: FundCallID(try row.int(0)), fund: FundID(try row.int(1)), workspace: WorkspaceID(try row.int(2)),
            title: try row.text(3), text: try row.text(4), opens: try row.textOrNil(5).flatMap { CalendarDate($0) },
            closes: try row.textOrNil(6).flatMap { CalendarDate($0) }, ceiling: try row.money(7, 8),
            budget: try row.money(9, 10), eligibleNote: try row.text(11), needsConsent: try row.int(12) == 1,
            form: try FormCoding.form(try row.text(13)), isCancelled: try row.int(14) == 1,
            version: Int(try row.int(15)))
    }

    /// Lets a workspace's deadlines show when a call closes, or no longer.
    static func watch(
        _ call: FundCallID, _ isWatched: Bool, _ workspace: WorkspaceID, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM fund_call_watch WHERE workspace_id = $1 AND call_id = $2",
            [.int(workspace.value), .int(call.value)])
        guard isWatched else { return }
        try connection.execute(
            "INSERT INTO fund_call_watch (workspace_id, call_id, since) VALUES ($1, $2, $3)",
            [.int(workspace.value), .int(call.value), .text(at)])
    }

    static func watched(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Set<FundCallID> {
        Set(
            try connection.all(
                "SELECT call_id FROM fund_call_watch WHERE workspace_id = $1", [.int(workspace.value)]
            ) { FundCallID(try $0.int(0)) })
    }
}

/// A form as it is kept: JSON, an object a question.
enum FormCoding {
    private struct Field: Codable {
        var key: String
        var kind: String
        var label: String
        var hint: String
        var required: Bool
        var words: Int?
        var choices: [String]
    }

    static func text(_ form: [FormField]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let fields = form.map {
            Field(
                key: $0.key, kind: $0.kind.rawValue, label: $0.label, hint: $0.hint, required: $0.isRequired,
                words: $0.wordsMax, choices: $0.choices)
        }
        return String(decoding: try encoder.encode(fields), as: UTF8.self)
    }

    static func form(_ text: String) throws -> [FormField] {
        let fields: [Field]
        do { fields = try JSONDecoder().decode([Field].self, from: Data(text.utf8)) } catch {
            throw StoreError.corrupt(reason: "fund_call.form")
        }
        return try fields.map { field in
            guard let kind = FormField.Kind(rawValue: field.kind) else {
                throw StoreError.corrupt(reason: "fund_call.form: \(field.kind)")
            }
            return FormField(
                key: field.key, kind: kind, label: field.label, hint: field.hint, isRequired: field.required,
                wordsMax: field.words, choices: field.choices)
        }
    }
}
