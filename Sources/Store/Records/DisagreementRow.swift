package import Domain

/// Where sources disagree. Rows come and go with what the sources say.
package enum DisagreementRow {
    /// At most `SQLSet.sizeMax` recommendations.
    package static func all(
        of set: [SQLValue], _ connection: any ReadConnection
    ) throws -> [Disagreement] {
        try connection.all(select + " WHERE d.recommendation_id IN ({set}) " + order, set: set) { try read($0) }
    }

    /// Everything about the next `limit` recommendations that have one.
    package static func page(
        after: RecommendationID?, limit: Int, _ connection: any ReadConnection
    ) throws -> [Disagreement] {
        let ids = try connection.all(
            """
            SELECT DISTINCT recommendation_id FROM disagreement WHERE recommendation_id > $1
            ORDER BY recommendation_id LIMIT $2
            """, [.int(after?.value ?? 0), .int(min(limit, SQLSet.sizeMax))]
        ) { SQLValue.int(try $0.int(0)) }
        return try all(of: ids, connection)
    }

    package static func count(_ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT COUNT(*) FROM disagreement")
    }

    private static let select = """
        SELECT d.recommendation_id, d.field, d.recorded, a.code, d.other, b.code FROM disagreement d
        JOIN source a ON a.id = d.recorded_source_id JOIN source b ON b.id = d.other_source_id
        """
    private static let order = "ORDER BY d.recommendation_id, d.field, b.code, d.recorded, d.other"

    private static func read(_ row: any Row) throws -> Disagreement {
        let (recorded, other) = (try row.text(2), try row.text(4))
        return Disagreement(
            recommendation: RecommendationID(try row.int(0)),
            field: try row.value(1, Disagreement.Field.init(rawValue:)), recorded: recorded.isEmpty ? nil : recorded,
            recordedSource: SourceCode(try row.text(3)), other: other.isEmpty ? nil : other,
            otherSource: SourceCode(try row.text(5)))
    }

    package static func put(
        _ entry: Disagreement, recordedSource: Int64, otherSource: Int64, importID: Int64,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO disagreement (recommendation_id, field, recorded, recorded_source_id, other, other_source_id, import_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (recommendation_id, field, recorded, other, other_source_id)
            DO UPDATE SET recorded_source_id = excluded.recorded_source_id
            """,
            [
                .int(entry.recommendation.value), .text(entry.field.rawValue), .text(entry.recorded ?? ""),
                .int(recordedSource), .text(entry.other ?? ""), .int(otherSource), .int(importID),
            ])
    }

    package static func remove(
        _ entry: Disagreement, otherSource: Int64, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            DELETE FROM disagreement WHERE recommendation_id = $1 AND field = $2 AND recorded = $3 AND other = $4
            AND other_source_id = $5
            """,
            [
                .int(entry.recommendation.value), .text(entry.field.rawValue), .text(entry.recorded ?? ""),
                .text(entry.other ?? ""), .int(otherSource),
            ])
    }
}
