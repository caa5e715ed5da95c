package import Domain

/// A document's row.
package enum DocumentRow {
    package static let select = "SELECT id, symbol, title, mechanism, state, cycle, session, published FROM document"

    package static func read(_ row: any Row) throws -> Document {
        Document(
            id: DocumentID(try row.int(0)), symbol: try row.textOrNil(1).flatMap { DocumentSymbol($0) },
            title: try row.textOrNil(2), mechanism: MechanismCode(try row.text(3)),
            state: try row.textOrNil(4).map { StateCode($0) }, cycle: try row.intOrNil(5).map { Int($0) },
            session: try row.intOrNil(6).map { Int($0) }, published: try row.textOrNil(7).flatMap { CalendarDate($0) })
    }

    /// Gives a document the facts it does not have yet; what is known stays.
    package static func fill(_ id: DocumentID, _ draft: DocumentDraft, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE document SET title = COALESCE(title, $2), state = COALESCE(state, $3), cycle = COALESCE(cycle, $4),
                session = COALESCE(session, $5), published = COALESCE(published, $6) WHERE id = $1
            """,
            [
                .int(id.value), .optional(draft.title), .optional(draft.state?.rawValue), .optional(draft.cycle),
                .optional(draft.session), .optional(draft.published?.description),
            ])
    }

    /// What makes two drafts speak of the same document: its symbol, or, without one, the State's review.
    package static func key(_ document: Document) -> String {
        key(
            DocumentDraft(
                symbol: document.symbol, title: document.title, mechanism: document.mechanism, state: document.state,
                cycle: document.cycle, session: document.session))
    }

    /// The same for a draft.
    package static func key(_ draft: DocumentDraft) -> String {
        if let symbol = draft.symbol { return symbol.key }
        let session = draft.session.map(String.init) ?? draft.cycle.map { "cycle \($0)" } ?? ""
        return "review:\(draft.mechanism.rawValue):\(draft.state?.rawValue ?? ""):\(session):\(draft.title ?? "")"
    }
}

/// A term: one label of one vocabulary, and the code it stands for.
package struct TermRow: Hashable, Sendable {
    package var kind: TagKind
    package var code: String
    package var label: String

    package init(kind: TagKind, code: String, label: String) {
        self.kind = kind
        self.code = code
        self.label = label
    }

    static func load(_ ids: Set<Int64>, _ connection: any ReadConnection) throws -> [Int64: TermRow] {
        var terms: [Int64: TermRow] = [:]
        var rest = Array(ids)[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax).map { SQLValue.int($0) }
            rest = rest.dropFirst(set.count)
            try connection.query("SELECT id, kind, code, label FROM term WHERE id IN ({set})", [], set: set) { row in
                terms[try row.int(0)] = TermRow(
                    kind: try row.value(1, TagKind.init(rawValue:)), code: try row.text(2), label: try row.text(3))
            }
        }
        return terms
    }
}
