package import Domain

/// Assessments, side by side.
package enum AssessmentRow {
    package static func insert(
        _ id: Int64, _ assessment: Assessment, of recommendation: RecommendationID, source: Int64, importID: Int64,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO assessment (id, recommendation_id, part_id, assessor_kind, assessor, scheme, value, stated, wording,
                source_id, document, import_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            ON CONFLICT (id) DO NOTHING
            """,
            [
                .int(id), .int(recommendation.value), .int(assessment.part?.value ?? 0),
                .text(assessment.assessor.rawValue), .text(assessment.assessorName), .text(assessment.scheme),
                .text(assessment.value), .optional(assessment.date?.description), .optional(assessment.wording),
                .int(source), .optional(assessment.document), .int(importID),
            ])
    }

    /// Oldest first.
    package static func all(
        of recommendation: RecommendationID, _ connection: any ReadConnection
    ) throws -> [Assessment] {
        try all(of: [.int(recommendation.value)], connection).map(\.value)
    }

    /// Of at most `SQLSet.sizeMax` recommendations, by recommendation, oldest first.
    package static func all(
        of set: [SQLValue], _ connection: any ReadConnection
    ) throws -> [(recommendation: RecommendationID, value: Assessment)] {
        try connection.all(
            """
            SELECT a.assessor_kind, a.assessor, a.scheme, a.value, a.stated, a.wording, s.code, a.document, a.part_id,
                a.recommendation_id FROM assessment a JOIN source s ON s.id = a.source_id
            WHERE a.recommendation_id IN ({set}) ORDER BY a.recommendation_id, a.stated NULLS FIRST, a.id
            """, set: set
        ) { row in
            let part = try row.int(8)
            let assessment = Assessment(
                assessor: try row.value(0, Assessment.AssessorKind.init(rawValue:)), assessorName: try row.text(1),
                scheme: try row.text(2), value: try row.text(3),
                date: try row.textOrNil(4).flatMap { CalendarDate($0) }, wording: try row.textOrNil(5),
                source: SourceCode(try row.text(6)), document: try row.textOrNil(7),
                part: part == 0 ? nil : PartID(part))
            return (recommendation: RecommendationID(try row.int(9)), value: assessment)
        }
    }

    /// Whether the same was said already.
    package static func isKnown(
        _ assessment: Assessment, of recommendation: RecommendationID, source: Int64, _ connection: any ReadConnection
    ) throws -> Bool {
        try connection.count(
            """
            SELECT COUNT(*) FROM assessment WHERE recommendation_id = $1 AND source_id = $2 AND part_id = $3
            AND scheme = $4 AND value = $5 AND COALESCE(wording, '') = $6 AND COALESCE(stated, '') = $7
            """,
            [
                .int(recommendation.value), .int(source), .int(assessment.part?.value ?? 0), .text(assessment.scheme),
                .text(assessment.value), .text(assessment.wording ?? ""), .text(assessment.date?.description ?? ""),
            ]) > 0
    }
}
