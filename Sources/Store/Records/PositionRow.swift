package import Domain

/// Single dated statements of a position; imports write theirs in bulk.
package enum PositionRow {
    package static func insert(
        _ event: PositionEvent, of recommendation: RecommendationID, source: Int64, importID: Int64,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO position_event (id, recommendation_id, part_id, position, stated, source_id, document, wording, reason,
                import_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING
            """,
            [
                .int(event.id.value), .int(recommendation.value), .int(event.part?.value ?? 0),
                .text(event.position.rawValue), .optional(event.date?.description), .int(source),
                .optional(event.document), .optional(event.wording), .optional(event.reason), .int(importID),
            ])
    }

    /// The State's own words, corrected; what it says and when stays.
    package static func reword(
        _ id: Int64, wording: String?, reason: String?, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "UPDATE position_event SET wording = $2, reason = $3 WHERE id = $1",
            [.int(id), .optional(wording), .optional(reason)])
    }
}
