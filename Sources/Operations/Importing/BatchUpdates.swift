import Domain
import Store

extension Batch {
    /// A row its source has changed: what changed is written, the value before goes to the history.
    mutating func update(_ prepared: PreparedDraft, _ known: Known) throws {
        let draft = prepared.draft
        let id = known.recommendation
        guard let record = try RecordLoader(connection).load([id], .whole).first else { return }
        let rowCount = try connection.count(
            "SELECT COUNT(*) FROM source_row WHERE recommendation_id = $1 AND source_id = $2",
            [.int(id.value), .int(context.sourceID)])
        try updateTexts(draft, record, part: known.part)
        let isOwner = record.sources.allSatisfy { $0 == context.source }
        if isOwner { try move(record, to: draft) }
        try updateFields(draft, record, isOwner: isOwner)
        try updateStates(draft, record, isOnlyRow: rowCount == 1)
        try updateTags(draft, record, isOnlyRow: rowCount == 1)
        let told = record.recommendation.positions.last { $0.source == context.source }
        let isToldAgain =
            told.map {
                $0.position == draft.position && $0.document == draft.positionDocument && $0.date == draft.positionDate
            }
            ?? false
        if draft.position != nil, !isToldAgain { addPosition(prepared, to: id, part: known.part) }
        addSourceRow(prepared, id, part: known.part)
        outcome.updated.insert(id)
    }

    /// The row now stands in another document.
    private mutating func move(_ record: StoredRecord, to draft: RecommendationDraft) throws {
        guard let document = document(draft.document), document != record.document.id else { return }
        let id = record.recommendation.id
        // The document may be new in this batch; its row must be there before it is referred to.
        try rows.flushDocuments(connection)
        try connection.execute(
            "UPDATE recommendation SET document_id = $2, review = $3 WHERE id = $1",
            [.int(id.value), .int(document.value), .optional(draft.review)])
        log(id, "document", DocumentRow.key(record.document), DocumentRow.key(draft.document))
    }

    mutating func log(_ id: RecommendationID, _ field: String, _ old: String?, _ new: String?) {
        rows.history(
            outcome.ids.take(\.history), of: id, field: field, old: old, new: new, source: context.sourceID,
            importID: context.importID, at: context.at)
    }

    /// A language that the newer row leaves out is kept.
    private mutating func updateTexts(_ draft: RecommendationDraft, _ record: StoredRecord, part: Int64) throws {
        let id = record.recommendation.id
        for (language, text) in draft.texts.sorted(by: { $0.key < $1.key }) {
            let old = try connection.first(
                """
                SELECT text FROM recommendation_text
                WHERE recommendation_id = $1 AND part_id = $2 AND language = $3 AND source_id = $4
                """, [.int(id.value), .int(part), .text(language.rawValue), .int(context.sourceID)]
            ) { try $0.text(0) }
            guard old != text else { continue }
            try connection.execute(
                """
                INSERT INTO recommendation_text (recommendation_id, part_id, language, source_id, text)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (recommendation_id, part_id, language, source_id) DO UPDATE SET text = excluded.text
                """,
                [.int(id.value), .int(part), .text(language.rawValue), .int(context.sourceID), .text(text)])
            let place = record.recommendation.parts.first { $0.id.value == part }.map { "part.\($0.label)." } ?? ""
            log(id, "\(place)text.\(language.rawValue)", old, text)
        }
        try updateParts(draft, record)
    }

    /// Variants are told apart by their number in the paragraph. One that is gone from the newer row stays, with its history.
    private mutating func updateParts(_ draft: RecommendationDraft, _ record: StoredRecord) throws {
        let id = record.recommendation.id
        for part in draft.parts {
            guard let old = record.recommendation.parts.first(where: { $0.kind == part.kind && $0.label == part.label })
            else {
                add(part, to: id)
                log(id, "part", nil, part.label)
                continue
            }
            guard part.kind == .variant else { continue }
            for (language, text) in part.texts.sorted(by: { $0.key < $1.key }) where old.texts[language] != text {
                try connection.execute(
                    """
                    INSERT INTO recommendation_text (recommendation_id, part_id, language, source_id, text)
                    VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (recommendation_id, part_id, language, source_id) DO UPDATE SET text = excluded.text
                    """,
                    [
                        .int(id.value), .int(old.id.value), .text(language.rawValue), .int(context.sourceID),
                        .text(text),
                    ])
                log(id, "part.\(part.label).text.\(language.rawValue)", old.texts[language], text)
            }
        }
    }

    /// A value of another source is never overwritten: that source keeps its say until it changes it itself.
    private mutating func updateFields(_ draft: RecommendationDraft, _ record: StoredRecord, isOwner: Bool) throws {
        let old = record.recommendation
        var changes: [(column: String, old: String?, new: String?, value: SQLValue)] = []
        func change(_ column: String, _ old: String?, _ new: String?, _ value: SQLValue) {
            guard let new, old != new, isOwner || old == nil else { return }
            changes.append((column, old, new, value))
        }
        if isOwner { change("kind", old.kind.rawValue, draft.kind.rawValue, .text(draft.kind.rawValue)) }
        change("paragraph", old.paragraph?.printed, draft.paragraph?.printed, .optional(draft.paragraph?.printed))
        change(
            "action", old.action.map { String($0.rawValue) }, draft.action.map { String($0.rawValue) },
            .optional(draft.action?.rawValue))
        let cycle = draft.cycle ?? draft.document.cycle
        change("cycle", old.cycle.map(String.init), cycle.map(String.init), .optional(cycle))
        let session = draft.session ?? draft.document.session
        change("session", old.session.map(String.init), session.map(String.init), .optional(session))
        let published = (draft.published ?? draft.document.published)?.description
        change("published", old.published?.description, published, .optional(published))
        for entry in changes {
            try connection.execute(
                "UPDATE recommendation SET \(entry.column) = $2 WHERE id = $1", [.int(old.id.value), entry.value])
            log(old.id, entry.column, entry.old, entry.new)
        }
        if changes.contains(where: { $0.column == "paragraph" }) {
            try connection.execute(
                "UPDATE recommendation SET paragraph_key = $2 WHERE id = $1",
                [.int(old.id.value), .text(draft.paragraph?.sortKey ?? "")])
        }
    }

    private mutating func updateStates(_ draft: RecommendationDraft, _ record: StoredRecord, isOnlyRow: Bool) throws {
        let id = record.recommendation.id
        let isSole = isOnlyRow && record.sources.allSatisfy { $0 == context.source }
        for (role, field, old, new) in [
            (Int64(0), "states", record.recommendation.states, draft.states),
            (Int64(1), "recommending", record.recommendation.recommending, draft.recommending),
        ] {
            for state in Set(new).subtracting(old).sorted() {
                rows.state(id, part: 0, recommending: role == 1, state)
                log(id, field, nil, state.rawValue)
            }
            guard isSole else { continue }
            for state in Set(old).subtracting(new).sorted() {
                try connection.execute(
                    "DELETE FROM recommendation_state WHERE recommendation_id = $1 AND part_id = 0 AND role = $2 AND state = $3",
                    [.int(id.value), .int(role), .text(state.rawValue)])
                log(id, field, state.rawValue, nil)
            }
        }
    }

    /// Only this source's own tags are taken away, and only where this row alone could have given them.
    private mutating func updateTags(_ draft: RecommendationDraft, _ record: StoredRecord, isOnlyRow: Bool) throws {
        let id = record.recommendation.id
        var new = Set(draft.tags.map { TermRow(kind: $0.kind, code: $0.code, label: $0.label) })
        if let action = draft.action { new.insert(TermRow(action)) }
        let old = Set(
            record.recommendation.tags.filter { $0.source == context.source && $0.part == nil }
                .map { TermRow(kind: $0.kind, code: $0.code, label: $0.label) })
        for term in new.subtracting(old).sorted(by: { $0.label < $1.label }) {
            guard let termID = self.term(term) else { continue }
            rows.tag(id, part: 0, term: termID, source: context.sourceID)
            log(id, "tag.\(term.kind.rawValue)", nil, term.label)
        }
        guard isOnlyRow else { return }
        for term in old.subtracting(new).sorted(by: { $0.label < $1.label }) {
            try connection.execute(
                """
                DELETE FROM tag WHERE recommendation_id = $1 AND part_id = 0 AND source_id = $2 AND term_id IN
                    (SELECT id FROM term WHERE kind = $3 AND code = $4 AND label = $5)
                """,
                [
                    .int(id.value), .int(context.sourceID), .text(term.kind.rawValue), .text(term.code),
                    .text(term.label),
                ])
            log(id, "tag.\(term.kind.rawValue)", term.label, nil)
        }
    }

    /// Gives a recommendation what a better-placed source knows of it: its document's symbol and its paragraph number.
    mutating func complete(_ record: StoredRecord, with draft: RecommendationDraft) throws {
        let id = record.recommendation.id
        guard let paragraph = draft.paragraph,
            record.recommendation.paragraph == nil || record.document.symbol == nil || isEdited(record, draft),
            let document = document(draft.document)
        else { return try fill(record, with: draft) }
        // The document may be new in this batch; its row must be there before it is referred to.
        try rows.flushDocuments(connection)
        try connection.execute(
            "UPDATE recommendation SET document_id = $2, paragraph = $3, paragraph_key = $4 WHERE id = $1",
            [.int(id.value), .int(document.value), .text(paragraph.printed), .text(paragraph.sortKey)])
        log(id, "paragraph", record.recommendation.paragraph?.printed, paragraph.printed)
        if record.document.id != document {
            log(id, "document", DocumentRow.key(record.document), DocumentRow.key(draft.document))
        }
        for part in draft.parts
        where !record.recommendation.parts.contains(where: { $0.kind == part.kind && $0.label == part.label }) {
            add(part, to: id)
        }
        try fill(record, with: draft)
    }

    /// Whether the record stands at an unedited draft's number, and this is the edited report's.
    private func isEdited(_ record: StoredRecord, _ draft: RecommendationDraft) -> Bool {
        record.document.symbol?.isReviewDraft == true && draft.document.symbol?.isReviewDraft == false
    }

    /// Fields nobody has told yet.
    private mutating func fill(_ record: StoredRecord, with draft: RecommendationDraft) throws {
        try updateFields(draft, record, isOwner: false)
    }

    /// Makes other recommendations part of `target`: their rows, tags, texts and positions move, their addresses lead there.
    mutating func absorb(
        _ others: [RecommendationID], into target: RecommendationID, _ draft: RecommendationDraft
    ) throws {
        for other in Set(others).sorted() {
            let from = SQLValue.int(other.value)
            let to = SQLValue.int(target.value)
            for (table, columns) in [
                ("tag", "part_id, term_id, source_id"), ("recommendation_state", "part_id, role, state"),
                ("recommendation_text", "part_id, language, source_id, text"),
            ] {
                let values = columns.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }
                try connection.execute(
                    """
                    INSERT INTO \(table) (recommendation_id, \(columns)) SELECT $2, \(values.joined(separator: ", "))
                    FROM \(table) WHERE recommendation_id = $1 ON CONFLICT DO NOTHING
                    """, [from, to])
            }
            try connection.execute(
                "UPDATE recommendation_part SET recommendation_id = $2 WHERE recommendation_id = $1", [from, to])
            try connection.execute(
                "UPDATE position_event SET recommendation_id = $2 WHERE recommendation_id = $1", [from, to])
            for table in ["source_row", "assessment", "follow_up", "source_position", "statement"] {
                try connection.execute(
                    "UPDATE \(table) SET recommendation_id = $2 WHERE recommendation_id = $1", [from, to])
            }
            try connection.execute("DELETE FROM disagreement WHERE recommendation_id = $1", [from])
            try connection.execute(
                "UPDATE history SET recommendation_id = $2 WHERE recommendation_id = $1", [from, to])
            try IssueMemberRow.absorb(other, into: target, connection)
            // Addresses that lead to the other lead on to the target.
            try connection.execute("UPDATE recommendation SET merged_into = $2 WHERE merged_into = $1", [from, to])
            try connection.execute(
                "UPDATE recommendation SET merged_into = $2, join_key = NULL, version = version + 1 WHERE id = $1",
                [from, to])
            log(target, "merged", String(other.value), nil)
            outcome.merged.append(other)
            outcome.updated.remove(other)
            outcome.unchanged.remove(other)
        }
    }
}
