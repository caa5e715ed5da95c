package import Domain

/// Which findings a recommendation was made from.
package enum AcceptedFindingRow {
    package struct Found: Sendable {
        package var reading: ReadingID
        package var item: ReadingItemID
        /// As stored: the desk's own form of bytes.
        package var name: [UInt8]
        package var source: SourceCode
        /// What the document is, as stored: the desk's own form of bytes.
        package var facts: [UInt8]?
        package var language: String?
        package var page: Int?
        package var isCorrected: Bool
        package var decidedBy: String
        package var decidedAt: String
    }

    /// At most 200; nothing of communications, which never have one.
    package static func all(
        of recommendation: RecommendationID, _ connection: any ReadConnection
    ) throws -> [Found] {
        try connection.all(
            """
            SELECT i.reading_id, i.id, d.name, c.code, d.facts, d.language, i.page, i.corrected, i.decided_by, i.decided_at
            FROM source_row s JOIN reading_item i ON i.source_id = s.source_id AND i.external_key = s.external_key
            JOIN reading d ON d.id = i.reading_id JOIN source c ON c.id = s.source_id
            WHERE s.recommendation_id = $1 AND i.status = 'accepted' AND d.restricted = 0
            ORDER BY i.decided_at, i.id LIMIT 200
            """, [.int(recommendation.value)]
        ) { row in
            Found(
                reading: ReadingID(try row.int(0)), item: ReadingItemID(try row.int(1)), name: try row.bytes(2),
                source: SourceCode(try row.text(3)), facts: try row.bytesOrNil(4), language: try row.textOrNil(5),
                page: try row.intOrNil(6).map { Int($0) }, isCorrected: try row.int(7) == 1,
                decidedBy: try row.textOrNil(8) ?? "", decidedAt: try row.textOrNil(9) ?? "")
        }
    }
}
