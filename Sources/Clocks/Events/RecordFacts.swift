import Domain
import Reference
import Store

/// What the record holds of a State's clocks: the latest review, the latest concluding observations of each committee, and the
/// dates that documents print for follow-up.
struct RecordFacts: Sendable {
    struct FollowUp: Sendable, Hashable {
        var document: DocumentID
        var symbol: String?
        var mechanism: MechanismCode
        var due: CalendarDate
        /// The document's words where the date was counted from them.
        var computedFrom: String?
    }

    var events: [ClockEvent] = []
    var followUps: [FollowUp] = []
    /// Reports of commissions of inquiry about the State.
    var inquiries: [Document] = []

    static let documentsMax = 5_000

    /// Nothing where there is no State that is reviewed: a partner has no procedures.
    static func load(
        _ state: StateCode?, _ reference: ReferenceFacts, _ connection: any ReadConnection
    ) throws -> RecordFacts {
        guard let state else { return RecordFacts() }
        let documents = try connection.all(
            DocumentRow.select + " WHERE state = $1 ORDER BY published DESC NULLS LAST, id DESC LIMIT \(documentsMax)",
            [.text(state.rawValue)]
        ) { try DocumentRow.read($0) }
        var facts = RecordFacts()
        facts.add(documents, reference)
        facts.followUps = try followUps(state, connection)
        return facts
    }

    /// Documents come latest first.
    private mutating func add(_ documents: [Document], _ reference: ReferenceFacts) {
        if let session = documents.filter({ $0.mechanism.rawValue == "upr" }).compactMap(\.session).max(),
            let began = reference.session(session)?.began
        {
            events.append(
                ClockEvent(
                    cause: "session/\(session)", kind: .review, mechanism: MechanismCode("upr"), number: session,
                    day: began))
        }
        var seen: Set<MechanismCode> = []
        for document in documents {
            let kind = reference.facts(of: document.mechanism)?.kind
            if kind == .inquiry { inquiries.append(document) }
            guard let day = document.published, let symbol = document.symbol else { continue }
            let isDraft = symbol.isReviewDraft
            guard isDraft || (kind == .treatyBody && symbol.key.uppercased().contains("/CO/")) else { continue }
            guard seen.insert(document.mechanism).inserted else { continue }
            events.append(
                ClockEvent(
                    cause: "document/\(document.id)", kind: isDraft ? .reviewDraft : .concludingObservations,
                    mechanism: document.mechanism, number: document.session, day: day, document: symbol.printed))
        }
    }

    private static func followUps(_ state: StateCode, _ connection: any ReadConnection) throws -> [FollowUp] {
        try connection.all(
            """
            SELECT d.id, d.symbol, d.mechanism, f.due,
                CASE WHEN SUM(CASE WHEN f.computed_from IS NULL THEN 1 ELSE 0 END) > 0 THEN NULL
                ELSE MIN(f.computed_from) END
            FROM document d JOIN recommendation r ON r.document_id = d.id JOIN follow_up f ON f.recommendation_id = r.id
            WHERE d.state = $1 AND f.due IS NOT NULL AND f.is_for_follow_up = 1 AND r.merged_into IS NULL
            GROUP BY d.id, d.symbol, d.mechanism, f.due ORDER BY d.id, f.due LIMIT \(documentsMax)
            """, [.text(state.rawValue)]
        ) { row in
            guard let due = CalendarDate(try row.text(3)) else { throw StoreError.corrupt(reason: "follow_up.due") }
            return FollowUp(
                document: DocumentID(try row.int(0)), symbol: try row.textOrNil(1),
                mechanism: MechanismCode(try row.text(2)), due: due, computedFrom: try row.textOrNil(4))
        }
    }
}
