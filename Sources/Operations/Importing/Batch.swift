import Domain
import Store

/// Brings up to a thousand drafts into the record, inside one transaction.
///
/// A draft whose row is known under its source's own key is compared, and changes what changed. A new row joins the
/// recommendation that the same source has already made of its paragraph, or the one another source speaks of, or becomes a
/// new recommendation.
struct Batch {
    let context: ImportContext
    let connection: any WriteConnection
    var outcome = BatchOutcome()
    var rows = BatchRows()
    /// Recommendations that became part of others in this batch.
    var gone: Set<RecommendationID> = []
    /// Recommendations that a paragraph of this source took in this batch: another paragraph is not theirs.
    var settled: Set<RecommendationID> = []
    /// Positions written in this batch: rows of one paragraph say it once.
    var told: Set<Told> = []
    /// Recommendations made in this batch from rows without paragraph numbers, by join key.
    var joined: [Int64: RecommendationID] = [:]
    /// Recommendations that an answer of the State reached in this batch.
    var answered: Set<RecommendationID> = []
    /// Rows with claims or marks for follow-up, and what they became.
    var marked: [(draft: PreparedDraft, recommendation: RecommendationID)] = []

    init(_ context: ImportContext, _ connection: any WriteConnection) {
        self.context = context
        self.connection = connection
        outcome.ids = context.ids
    }

    struct Told: Hashable {
        var recommendation: RecommendationID
        var part: Int64
        var position: Position
    }

    struct Known {
        var recommendation: RecommendationID
        var part: Int64
        var digest: Int64
    }

    /// Takes in the drafts, whose keys differ.
    mutating func take(_ prepared: [PreparedDraft]) throws {
        try takeRows(prepared.filter { $0.draft.statement == nil })
        try writeMarks()
        try takeStatements(prepared.filter { $0.draft.statement != nil })
        outcome.updated.subtract(outcome.created)
        outcome.unchanged.subtract(outcome.updated)
        outcome.unchanged.subtract(outcome.created)
        try settle()
        try refreshPositions()
    }

    private mutating func takeRows(_ prepared: [PreparedDraft]) throws {
        let known = context.isNewSource ? [:] : try knownRows(prepared.map(\.key))
        let drafts = prepared.map(\.draft)
        var new: [Int] = []
        var changed: [(place: Int, known: Known)] = []
        for (place, draft) in prepared.enumerated() {
            if let row = known[draft.key] {
                if row.digest == draft.digest {
                    outcome.unchanged.insert(row.recommendation)
                } else {
                    changed.append((place, row))
                }
            } else {
                new.append(place)
            }
        }
        try resolveDocuments(new.map { drafts[$0] } + changed.map { drafts[$0.place] })
        try resolveTerms(new.map { drafts[$0] } + changed.map { drafts[$0.place] })
        let matches = try self.matches(of: new, drafts)
        let joins = try knownJoins(new.compactMap { matches[$0] == nil ? prepared[$0].joinKey : nil })
        for place in new {
            if let targets = open(matches[place], for: prepared[place].draft) {
                try attach(prepared[place], to: targets)
            } else if let joinKey = prepared[place].joinKey, let target = joined[joinKey] ?? joins[joinKey] {
                join(prepared[place], to: target)
            } else {
                create(prepared[place])
            }
        }
        for change in changed { try update(prepared[change.place], change.known) }
        try flush()
    }

    mutating func flush() throws {
        try rows.flush(connection, knowsKeys: !context.isNewSource)
        rows = BatchRows()
    }

    /// What sources say together, where more than one speaks.
    private mutating func settle() throws {
        let removed = try Settling(importID: context.importID.value, connection: connection)(
            outcome.updated.union(answered).sorted())
        // The report's list replaced what others had said: taking the report back puts it back.
        guard context.source == .unReport else { return }
        for entry in removed { log(entry.recommendation, "recommending", entry.state.rawValue, nil) }
        try flush()
    }

    /// What is still to be had of a draft's targets, after what earlier drafts of this batch took.
    private func open(_ targets: [Target]?, for draft: RecommendationDraft) -> [Target]? {
        let open = (targets ?? []).filter { target in
            !gone.contains(target.recommendation)
                && (draft.paragraph == nil || !settled.contains(target.recommendation))
        }
        return open.isEmpty ? nil : open
    }

    // MARK: What is known

    private func knownRows(_ keys: [String]) throws -> [String: Known] {
        var known: [String: Known] = [:]
        try connection.query(
            """
            SELECT external_key, recommendation_id, part_id, digest FROM source_row
            WHERE source_id = $1 AND external_key IN ({set})
            """, [.int(context.sourceID)], set: keys.map { .text($0) }
        ) { row in
            known[try row.text(0)] = Known(
                recommendation: RecommendationID(try row.int(1)), part: try row.int(2), digest: try row.int(3))
        }
        return known
    }

    private func knownJoins(_ keys: [Int64]) throws -> [Int64: RecommendationID] {
        var known: [Int64: RecommendationID] = [:]
        try connection.query(
            """
            SELECT r.join_key, r.id FROM recommendation r
            WHERE r.join_key IN ({set}) AND r.merged_into IS NULL AND EXISTS (
                SELECT 1 FROM source_row s WHERE s.recommendation_id = r.id AND s.source_id = $1)
            ORDER BY r.id DESC
            """, [.int(context.sourceID)], set: keys.map { .int($0) }
        ) { row in known[try row.int(0)] = RecommendationID(try row.int(1)) }
        return known
    }

    private mutating func resolveDocuments(_ drafts: [RecommendationDraft]) throws {
        var missing: [String: DocumentDraft] = [:]
        var order: [String] = []
        for draft in drafts {
            let key = DocumentRow.key(draft.document)
            if context.documents[key] == nil, missing.updateValue(draft.document, forKey: key) == nil {
                order.append(key)
            }
        }
        guard !missing.isEmpty else { return }
        try connection.query(
            "SELECT key, id FROM document WHERE key IN ({set})", [], set: order.map { .text($0) }
        ) { row in outcome.documents[try row.text(0)] = DocumentID(try row.int(1)) }
        if context.source.isDocument {
            for key in order {
                guard let id = outcome.documents[key], let draft = missing[key] else { continue }
                try DocumentRow.fill(id, draft, connection)
            }
        }
        for key in order where outcome.documents[key] == nil {
            guard let draft = missing[key] else { continue }
            let id = DocumentID(outcome.ids.take(\.document))
            rows.document(id, key: key, draft)
            outcome.documents[key] = id
        }
    }

    private mutating func resolveTerms(_ drafts: [RecommendationDraft]) throws {
        var missing: Set<TermRow> = []
        for draft in drafts {
            for tag in draft.tags {
                let term = TermRow(kind: tag.kind, code: tag.code, label: tag.label)
                if context.terms[term] == nil { missing.insert(term) }
            }
            if let action = draft.action, context.terms[TermRow(action)] == nil { missing.insert(TermRow(action)) }
        }
        guard !missing.isEmpty else { return }
        var labels = Array(Set(missing.map(\.label)))[...]
        while !labels.isEmpty {
            let set = labels.prefix(SQLSet.sizeMax).map { SQLValue.text($0) }
            labels = labels.dropFirst(set.count)
            try connection.query("SELECT id, kind, code, label FROM term WHERE label IN ({set})", [], set: set) { row in
                guard let kind = TagKind(rawValue: try row.text(1)) else { return }
                outcome.terms[TermRow(kind: kind, code: try row.text(2), label: try row.text(3))] = try row.int(0)
            }
        }
        for term in missing.sorted(by: { ($0.kind.rawValue, $0.label, $0.code) < ($1.kind.rawValue, $1.label, $1.code) }
        )
        where outcome.terms[term] == nil {
            let id = outcome.ids.take(\.term)
            rows.term(id, term)
            outcome.terms[term] = id
        }
    }

    func document(_ draft: DocumentDraft) -> DocumentID? {
        let key = DocumentRow.key(draft)
        return context.documents[key] ?? outcome.documents[key]
    }

    func term(_ term: TermRow) -> Int64? { context.terms[term] ?? outcome.terms[term] }

    // MARK: New recommendations

    private mutating func create(_ prepared: PreparedDraft) {
        let draft = prepared.draft
        guard let document = document(draft.document) else { return }
        let id = RecommendationID(outcome.ids.take(\.recommendation))
        rows.recommendation(id, in: document, draft, joinKey: prepared.joinKey, importID: context.importID)
        for (language, text) in draft.texts { rows.text(id, part: 0, language, source: context.sourceID, text) }
        for state in Set(draft.states) { rows.state(id, part: 0, recommending: false, state) }
        for state in Set(draft.recommending) { rows.state(id, part: 0, recommending: true, state) }
        for part in draft.parts { add(part, to: id) }
        addTags(draft, to: id, part: 0)
        addPosition(prepared, to: id, part: 0)
        addSourceRow(prepared, id, part: 0)
        if let joinKey = prepared.joinKey { joined[joinKey] = id }
        outcome.created.append(id)
    }

    /// Another row of a paragraph that the same source has given already: one more recommending State.
    private mutating func join(_ prepared: PreparedDraft, to target: RecommendationID) {
        let draft = prepared.draft
        for state in draft.recommending { rows.state(target, part: 0, recommending: true, state) }
        for state in draft.states { rows.state(target, part: 0, recommending: false, state) }
        addTags(draft, to: target, part: 0)
        addSourceRow(prepared, target, part: 0)
        outcome.updated.insert(target)
    }

    @discardableResult
    mutating func add(_ part: PartDraft, to id: RecommendationID) -> Int64 {
        let partID = outcome.ids.take(\.part)
        rows.part(partID, of: id, part.kind, label: part.label)
        // A lettered duty is read out of the whole text; only a variant has a text of its own.
        if part.kind == .variant {
            for (language, text) in part.texts { rows.text(id, part: partID, language, source: context.sourceID, text) }
        }
        for state in Set(part.recommending) { rows.state(id, part: partID, recommending: true, state) }
        return partID
    }

    mutating func addTags(_ draft: RecommendationDraft, to id: RecommendationID, part: Int64) {
        for tag in draft.tags {
            guard let term = term(TermRow(kind: tag.kind, code: tag.code, label: tag.label)) else { continue }
            rows.tag(id, part: part, term: term, source: context.sourceID)
        }
        if let action = draft.action, let term = term(TermRow(action)) {
            rows.tag(id, part: part, term: term, source: context.sourceID)
        }
    }

    mutating func addSourceRow(_ prepared: PreparedDraft, _ id: RecommendationID, part: Int64) {
        if prepared.draft.claim != nil || prepared.draft.followUp != nil || context.source == .treatyBody {
            marked.append((prepared, id))
        }
        rows.sourceRow(
            key: prepared.key, source: context.sourceID, id, part: part, importID: context.importID,
            row: prepared.draft.row,
            digest: prepared.digest,
            claimed: prepared.draft.recommending.map(\.rawValue).joined(separator: "\n"))
    }

    mutating func addPosition(_ prepared: PreparedDraft, to id: RecommendationID, part: Int64) {
        let (draft, key) = (prepared.draft, prepared.key)
        guard let position = draft.position,
            told.insert(Told(recommendation: id, part: part, position: position)).inserted
        else { return }
        let event = outcome.ids.take(\.position)
        rows.position(
            event, of: id, part: part, position, draft, source: context.sourceID, importID: context.importID)
        if context.source.isSecondHand, part == 0 {
            rows.said(
                event, key: key, of: id, position, draft, source: context.sourceID, importID: context.importID)
        }
    }

    private func refreshPositions() throws {
        var rest = Array(outcome.updated.union(answered))[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax).map { SQLValue.int($0.value) }
            rest = rest.dropFirst(set.count)
            try CurrentPosition.refresh(set, connection)
        }
    }
}

extension TermRow {
    init(_ action: ActionCategory) {
        self.init(kind: .action, code: String(action.rawValue), label: String(action.rawValue))
    }
}
