import Domain
import Store

/// The rows one batch writes, collected table by table and flushed in the order that references need.
struct BatchRows {
    private var documents = SQLRows(columnCount: 9)
    private var recommendations = SQLRows(columnCount: 16, rowsExpected: 1_000)
    private var parts = SQLRows(columnCount: 4)
    private var texts = SQLRows(columnCount: 5, rowsExpected: 1_000)
    private var states = SQLRows(columnCount: 4, rowsExpected: 2_000)
    private var terms = SQLRows(columnCount: 4)
    private var tags = SQLRows(columnCount: 4, rowsExpected: 10_000)
    private var positions = SQLRows(columnCount: 10)
    private var said = SQLRows(columnCount: 8)
    private var sourceRows = SQLRows(columnCount: 9, rowsExpected: 1_000)
    private var history = SQLRows(columnCount: 9)

    mutating func document(_ id: DocumentID, key: String, _ draft: DocumentDraft) {
        documents.append(
            .int(id.value), .text(key), .optional(draft.symbol?.printed), .optional(draft.title),
            .text(draft.mechanism.rawValue), .optional(draft.state?.rawValue), .optional(draft.cycle),
            .optional(draft.session), .optional(draft.published?.description))
    }

    mutating func recommendation(
        _ id: RecommendationID, in document: DocumentID, _ draft: RecommendationDraft, joinKey: Int64?,
        importID: ImportID
    ) {
        recommendations.append(
            .int(id.value), .int(document.value), .text(draft.kind.rawValue), .optional(draft.paragraph?.printed),
            .text(draft.paragraph?.sortKey ?? ""), .int(draft.row), .optional(draft.review), .optional(joinKey),
            .optional(draft.action?.rawValue), .optional(draft.position?.rawValue),
            .optional(draft.cycle ?? draft.document.cycle), .optional(draft.session ?? draft.document.session),
            .optional((draft.published ?? draft.document.published)?.description), .null, .int(1), .int(importID.value))
    }

    mutating func part(_ id: Int64, of recommendation: RecommendationID, _ kind: RecommendationPart.Kind, label: String)
    {
        parts.append(.int(id), .int(recommendation.value), .text(kind.rawValue), .text(label))
    }

    mutating func text(
        _ recommendation: RecommendationID, part: Int64, _ language: LanguageTag, source: Int64, _ text: String
    ) {
        texts.append(.int(recommendation.value), .int(part), .text(language.rawValue), .int(source), .text(text))
    }

    mutating func state(_ recommendation: RecommendationID, part: Int64, recommending: Bool, _ state: StateCode) {
        states.append(.int(recommendation.value), .int(part), .flag(recommending), .text(state.rawValue))
    }

    mutating func term(_ id: Int64, _ term: TermRow) {
        terms.append(.int(id), .text(term.kind.rawValue), .text(term.code), .text(term.label))
    }

    mutating func tag(_ recommendation: RecommendationID, part: Int64, term: Int64, source: Int64) {
        tags.append(.int(recommendation.value), .int(part), .int(term), .int(source))
    }

    mutating func position(
        _ id: Int64, of recommendation: RecommendationID, part: Int64, _ position: Position,
        _ draft: RecommendationDraft,
        source: Int64, importID: ImportID
    ) {
        positions.append(
            .int(id), .int(recommendation.value), .int(part), .text(position.rawValue),
            .optional(draft.positionDate?.description), .int(source), .optional(draft.positionDocument),
            .optional(draft.positionWording), .optional(draft.positionReason), .int(importID.value))
    }

    /// What a second-hand source says of a position, whether the record takes it over or not.
    mutating func said(
        _ event: Int64, key: String, of recommendation: RecommendationID, _ position: Position,
        _ draft: RecommendationDraft, source: Int64, importID: ImportID
    ) {
        said.append(
            .int(source), .text(key), .int(recommendation.value), .text(position.rawValue),
            .optional(draft.positionDocument), .optional(draft.positionDate?.description), .int(event),
            .int(importID.value))
    }

    mutating func sourceRow(
        key: String, source: Int64, _ recommendation: RecommendationID, part: Int64, importID: ImportID, row: Int,
        digest: Int64, claimed: String
    ) {
        sourceRows.append(
            .int(source), .text(key), .int(recommendation.value), .int(part), .int(importID.value),
            .int(importID.value),
            .int(row), .int(digest), .text(claimed))
    }

    mutating func history(
        _ sequence: Int64, of recommendation: RecommendationID, field: String, old: String?, new: String?,
        source: Int64,
        importID: ImportID, at: String
    ) {
        history.append(
            .int(importID.value), .int(sequence), .int(recommendation.value), .text(field), .optional(old),
            .optional(new),
            .int(source), .text(at), .int(0))
    }

    /// Documents ahead of the rest, for statements that refer to them at once.
    mutating func flushDocuments(_ connection: any WriteConnection) throws {
        try insert(connection, "document", "id key symbol title mechanism state cycle session published", documents)
        documents = SQLRows(columnCount: 9)
    }

    /// `knowsKeys`: keys that are there were looked up. Else none may be there: one that is was brought by another import that
    /// runs at the same time, and this one ends.
    mutating func flush(_ connection: any WriteConnection, knowsKeys: Bool) throws {
        try flushDocuments(connection)
        try insert(
            connection, "recommendation",
            "id document_id kind paragraph paragraph_key ordinal review join_key action position cycle session published "
                + "merged_into version import_id", recommendations)
        try insert(connection, "recommendation_part", "id recommendation_id kind label", parts)
        try insert(
            connection, "recommendation_text", "recommendation_id part_id language source_id text", texts,
            .ignore(on: ["recommendation_id", "part_id", "language", "source_id"]))
        try insert(
            connection, "recommendation_state", "recommendation_id part_id role state", states,
            .ignore(on: ["recommendation_id", "part_id", "role", "state"]))
        try insert(connection, "term", "id kind code label", terms)
        try insert(
            connection, "tag", "recommendation_id part_id term_id source_id", tags,
            .ignore(on: ["recommendation_id", "part_id", "term_id", "source_id"]))
        try insert(
            connection, "position_event",
            "id recommendation_id part_id position stated source_id document wording reason import_id", positions)
        try insert(
            connection, "source_position",
            "source_id external_key recommendation_id position document stated position_id import_id", said,
            .update(
                on: ["source_id", "external_key"],
                set: ["recommendation_id", "position", "document", "stated", "position_id", "import_id"]))
        try insert(
            connection, "source_row",
            "source_id external_key recommendation_id part_id first_import_id import_id row_number digest claimed",
            sourceRows,
            knowsKeys
                ? .update(
                    on: ["source_id", "external_key"],
                    set: ["recommendation_id", "part_id", "import_id", "row_number", "digest", "claimed"]) : .fail)
        try insert(
            connection, "history", "import_id sequence recommendation_id field old new source_id at undone", history)
    }

    private func insert(
        _ connection: any WriteConnection, _ table: String, _ columns: String, _ rows: SQLRows,
        _ conflict: SQLConflict = .fail
    ) throws {
        guard !rows.isEmpty else { return }
        try connection.insert(into: table, columns.split(separator: " ").map(String.init), rows, conflict: conflict)
    }
}
