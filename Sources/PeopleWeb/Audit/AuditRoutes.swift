import Domain
import Frame
import People
import Store

/// The audit log of a workspace: its entries, and proofs for those who trust nobody.
enum AuditRoutes {
    static let limitMax = 200

    static func all(_ store: WorkspaceStore, _ trail: AuditTrail, kinds: Set<SubjectKind>) -> [Route] {
        [
            .workspace("audit", "/audit", filters + [.before], right: .seeAudit) { visit throws(WebError) in
                let question = AuditQuestion(visit.exchange.query)
                let page = try await read(store, trail, visit, question)
                let head = try await failing { () throws(WorkspaceError) in try await trail.heads(limit: 1).first }
                return await AuditView.answer(visit, question, page, head, kinds: kinds)
            },
            .workspace("audit-entry", "/audit/{id}", [.id], right: .seeAudit) { visit throws(WebError) in
                let proof = try await entry(trail, visit)
                return await AuditEntryView.answer(visit, proof, keyID: trail.keyID, publicKey: trail.publicKey)
            },
            .workspaceAPI(
                "audit-service", "/audit", filters + [.before, .limit], right: .seeAudit,
                "Entries of the audit log about this workspace, newest first.", "AuditPage"
            ) { visit throws(WebError) in
                let question = AuditQuestion(visit.exchange.query)
                return AuditJSON.answer(visit, question, try await read(store, trail, visit, question))
            },
            .workspaceAPI(
                "audit-entry-proof", "/audit/{id}/proof", [.id], right: .seeAudit,
                "Proves that one entry is in the audit log under the newest signed head (RFC 6962).", "AuditInclusion"
            ) { visit throws(WebError) in .json(try await entry(trail, visit).json) },
            .workspaceAPI(
                "audit-consistency", "/audit/consistency", [.since, .until], right: .seeAudit,
                "Proves that the audit log was only added to between two moments (RFC 6962).", "AuditConsistency"
            ) { visit throws(WebError) in .json(try await consistency(trail, visit.exchange.query).json) },
        ]
    }

    private static func read(
        _ store: WorkspaceStore, _ trail: AuditTrail, _ visit: Visit, _ question: AuditQuestion
    ) async throws(WebError) -> AuditPage {
        try await failing { () throws(WorkspaceError) in
            try await store.noteReading(visit.member, Subject(.workspace, visit.workspace.id.value))
            return try await trail.page(
                visit.member, question.filter, before: question.before, limit: question.limit)
        }
    }

    private static func entry(_ trail: AuditTrail, _ visit: Visit) async throws(WebError) -> EntryProof {
        try await failing { () throws(WorkspaceError) in
            try await trail.proof(of: Int64(visit.exchange.value("id")) ?? 0, within: visit.workspace.id)
        }
    }

    private static func consistency(_ trail: AuditTrail, _ query: Query) async throws(WebError) -> ConsistencyProof {
        guard let since = query.first("since").flatMap(AuditTrail.Moment.init) else {
            throw .invalid([.init(name: "since", allowed: AuditQuestion.momentForm)])
        }
        let until = query.first("until").flatMap(AuditTrail.Moment.init)
        return try await failing { () throws(WorkspaceError) in
            try await trail.consistency(from: since, to: until)
        }
    }

    private static func failing<T>(
        _ body: () async throws(WorkspaceError) -> T
    ) async throws(WebError) -> T {
        do throws(WorkspaceError) { return try await body() } catch { throw WebError(error) }
    }

    static let filters: [Parameter] = [
        Parameter(name: "person", place: .query, form: .text(charactersMax: 200), summary: "Who did it."),
        Parameter(name: "action", place: .query, form: .text(charactersMax: 100), summary: "What was done."),
        Parameter(
            name: "from", place: .query, form: .pattern(AuditQuestion.dayForm) { CalendarDate($0) != nil },
            summary: "From this day on."),
        Parameter(
            name: "to", place: .query, form: .pattern(AuditQuestion.dayForm) { CalendarDate($0) != nil },
            summary: "Until the end of this day."),
    ]

    static let schemas: [Schema.Named] = AuditJSON.schemas
}

extension Parameter {
    fileprivate static let before = Parameter(
        name: "before", place: .query, form: .integer(1...Int.max), summary: "Below this number.")
    fileprivate static let limit = Parameter(
        name: "limit", place: .query, form: .integer(1...AuditRoutes.limitMax), summary: "How many at most.")
    fileprivate static let since = moment("since", "The earlier moment: a day, an instant or a number of entries.")
    fileprivate static let until = moment("until", "The later moment; now where it is not given.")

    private static func moment(_ name: String, _ summary: String) -> Parameter {
        Parameter(
            name: name, place: .query,
            form: .pattern(AuditQuestion.momentForm) { AuditTrail.Moment($0) != nil }, summary: summary)
    }
}

/// What is asked of the log.
struct AuditQuestion {
    static let dayForm =
        "^[12][0-9]{3}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)$"
    static let momentForm = "^([0-9]{1,18}|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z)?)$"

    let person: String
    let action: String
    let from: String
    let to: String
    let before: Int64?
    let limit: Int

    init(_ query: Query) {
        func text(_ name: String) -> String { query.first(name) ?? "" }
        person = text("person")
        action = text("action")
        from = text("from")
        to = text("to")
        before = query.first("before").flatMap { Int64($0) }
        limit = query.first("limit").flatMap { Int($0) } ?? 50
    }

    var filter: AuditFiling.Filter {
        AuditFiling.Filter(
            actor: person.isEmpty ? nil : person, action: action.isEmpty ? nil : action,
            from: CalendarDate(from) == nil ? nil : from,
            // Everything of that day: any instant of it is below the day with a last letter behind it.
            until: CalendarDate(to) == nil ? nil : to + "T~")
    }

    /// The same question further down.
    func items(before: Int64?) -> [(String, String)] {
        let all = [("person", person), ("action", action), ("from", from), ("to", to)].filter { !$0.1.isEmpty }
        return all + (before.map { [("before", String($0))] } ?? [])
    }
}
