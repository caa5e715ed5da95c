package import Domain

/// What committees marked paragraphs for.
package enum FollowUpRow {
    package static func put(
        _ mark: FollowUpMark, of recommendation: RecommendationID, source: Int64, key: String, importID: Int64,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO follow_up (recommendation_id, source_id, external_key, is_for_follow_up, due, is_priority, document,
                import_id, computed_from, duties) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (recommendation_id, source_id, external_key) DO UPDATE SET
                is_for_follow_up = excluded.is_for_follow_up, due = excluded.due, is_priority = excluded.is_priority,
                document = excluded.document, import_id = excluded.import_id, computed_from = excluded.computed_from,
                duties = excluded.duties
            """,
            [
                .int(recommendation.value), .int(source), .text(key), .flag(mark.isForFollowUp),
                .optional(mark.due?.description), .flag(mark.isPriority), .optional(mark.document), .int(importID),
                .optional(mark.computedFrom), .text(mark.duties.joined(separator: " ")),
            ])
    }

    package static func remove(
        of recommendation: RecommendationID, source: Int64, key: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM follow_up WHERE recommendation_id = $1 AND source_id = $2 AND external_key = $3",
            [.int(recommendation.value), .int(source), .text(key)])
    }

    /// Language versions say the same: one mark a source and content.
    package static func all(
        of recommendation: RecommendationID, _ connection: any ReadConnection
    ) throws -> [FollowUpMark] {
        try all(of: [.int(recommendation.value)], connection).map(\.value)
    }

    /// Of at most `SQLSet.sizeMax` recommendations, by recommendation, the earliest date first.
    package static func all(
        of set: [SQLValue], _ connection: any ReadConnection
    ) throws -> [(recommendation: RecommendationID, value: FollowUpMark)] {
        try connection.all(
            """
            SELECT DISTINCT f.recommendation_id, f.is_for_follow_up, f.due, f.is_priority, s.code, f.document,
                f.computed_from, f.duties
            FROM follow_up f JOIN source s ON s.id = f.source_id WHERE f.recommendation_id IN ({set})
            ORDER BY 1, 3 NULLS LAST, 2, 4, 5, 6, 7, 8
            """, set: set
        ) { row in
            let mark = FollowUpMark(
                isForFollowUp: try row.int(1) == 1, due: try row.textOrNil(2).flatMap { CalendarDate($0) },
                computedFrom: try row.textOrNil(6),
                duties: try row.text(7).split(separator: " ").map { String($0) },
                isPriority: try row.int(3) == 1, source: SourceCode(try row.text(4)), document: try row.textOrNil(5))
            return (recommendation: RecommendationID(try row.int(0)), value: mark)
        }
    }
}
