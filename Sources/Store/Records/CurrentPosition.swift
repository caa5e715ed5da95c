/// The position a recommendation stands at: it follows the last dated answer, among equals the last that was told. `pending` only
/// holds where there is no answer; answers about parts decide only where none speaks of the whole.
package enum CurrentPosition {
    /// The position, as a subquery for the recommendation whose id is the expression `id`.
    package static func subquery(of id: String) -> String {
        """
        SELECT e.position FROM position_event e WHERE e.recommendation_id = \(id)
        ORDER BY CASE WHEN e.position = 'pending' THEN 1 ELSE 0 END, CASE WHEN e.part_id = 0 THEN 0 ELSE 1 END, e.stated DESC NULLS LAST, e.id DESC LIMIT 1
        """
    }

    /// Brings the stored position of at most `SQLSet.sizeMax` recommendations up to date, and counts their version on.
    package static func refresh(_ recommendations: [SQLValue], _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE recommendation SET version = version + 1, position = (\(subquery(of: "recommendation.id")))
            WHERE id IN ({set})
            """, [], set: recommendations)
    }
}
