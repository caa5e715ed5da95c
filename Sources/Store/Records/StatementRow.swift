package import Domain

/// A State's answer to a paragraph: applied to a recommendation, or waiting for it.
package struct StatementRow: Sendable {
    package var source: Int64
    package var key: String
    /// `DocumentRow.key` of the document it answers; nil where only the review is known.
    package var document: String?
    package var review: String?
    package var paragraphKey: String
    /// The paragraph without a letter at its end; the same as `paragraphKey` where there is none.
    package var baseKey: String
    /// `StatementDraft` as JSON.
    package var statement: String
    package var digest: Int64
    package var row: Int
    package var importID: Int64
    package var firstImportID: Int64
    /// Numbers set aside for what it brings.
    package var positionID: Int64
    package var assessmentID: Int64
    /// Nil while it waits.
    package var recommendation: RecommendationID?

    package init(
        source: Int64, key: String, document: String?, review: String?, paragraphKey: String, baseKey: String,
        statement: String, digest: Int64, row: Int, importID: Int64, firstImportID: Int64, positionID: Int64,
        assessmentID: Int64
    ) {
        self.source = source
        self.key = key
        self.document = document
        self.review = review
        self.paragraphKey = paragraphKey
        self.baseKey = baseKey
        self.statement = statement
        self.digest = digest
        self.row = row
        self.importID = importID
        self.firstImportID = firstImportID
        self.positionID = positionID
        self.assessmentID = assessmentID
    }

    private static let columns = """
        t.source_id, t.external_key, t.document, t.review, t.paragraph_key, t.base_key, t.statement, t.digest, t.row_number,
        t.import_id, t.first_import_id, t.position_id, t.assessment_id, t.recommendation_id
        """

    package static func find(
        source: Int64, keys: [String], _ connection: any ReadConnection
    ) throws -> [String: StatementRow] {
        var found: [String: StatementRow] = [:]
        try connection.query(
            "SELECT \(columns) FROM statement t WHERE t.source_id = $1 AND t.external_key IN ({set})", [.int(source)],
            set: keys.map { .text($0) }
        ) { row in
            let statement = try Self(row)
            found[statement.key] = statement
        }
        return found
    }

    /// Statements that wait for one of these recommendations, at most `SQLSet.sizeMax`, each with the one it speaks of. The exact
    /// paragraph goes before the one without its letter.
    package static func waiting(
        for recommendations: [SQLValue], _ connection: any ReadConnection
    ) throws -> [StatementRow] {
        guard
            try connection.count(
                "SELECT COUNT(*) FROM (SELECT 1 FROM statement WHERE recommendation_id IS NULL LIMIT 1) AS w") > 0
        else { return [] }
        var found: [String: StatementRow] = [:]
        var order: [String] = []
        try connection.query(
            """
            SELECT \(columns), r.id FROM recommendation r JOIN document d ON d.id = r.document_id
            JOIN statement t ON (t.document = d.key OR (t.document IS NULL AND t.review = r.review))
                AND (t.paragraph_key = r.paragraph_key OR t.base_key = r.paragraph_key)
            WHERE t.recommendation_id IS NULL AND r.merged_into IS NULL AND r.paragraph_key <> '' AND r.id IN ({set})
            ORDER BY t.source_id, t.external_key, CASE WHEN t.paragraph_key = r.paragraph_key THEN 0 ELSE 1 END, r.id
            """, [], set: recommendations
        ) { row in
            var statement = try Self(row)
            let place = "\(statement.source) \(statement.key)"
            guard found[place] == nil else { return }
            statement.recommendation = RecommendationID(try row.int(14))
            found[place] = statement
            order.append(place)
        }
        return order.compactMap { found[$0] }
    }

    /// The recommendation it speaks of, where that is in the record.
    package func target(_ connection: any ReadConnection) throws -> RecommendationID? {
        try connection.first(
            """
            SELECT r.id FROM recommendation r JOIN document d ON d.id = r.document_id
            WHERE (d.key = $1 OR ($1 = '' AND r.review = $2)) AND r.paragraph_key IN ($3, $4) AND r.merged_into IS NULL
            ORDER BY CASE WHEN r.paragraph_key = $3 THEN 0 ELSE 1 END, r.id LIMIT 1
            """, [.text(document ?? ""), .text(review ?? ""), .text(paragraphKey), .text(baseKey)]
        ) { RecommendationID(try $0.int(0)) }
    }

    private init(_ row: any Row) throws {
        source = try row.int(0)
        key = try row.text(1)
        document = try row.textOrNil(2)
        review = try row.textOrNil(3)
        paragraphKey = try row.text(4)
        baseKey = try row.text(5)
        statement = try row.text(6)
        digest = try row.int(7)
        self.row = Int(try row.int(8))
        importID = try row.int(9)
        firstImportID = try row.int(10)
        positionID = try row.int(11)
        assessmentID = try row.int(12)
        recommendation = try row.intOrNil(13).map { RecommendationID($0) }
    }

    /// Writes it, and where it is applied the row that makes it a source of its recommendation.
    package func put(_ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO statement (source_id, external_key, document, review, paragraph_key, base_key, statement, digest,
                row_number, import_id, first_import_id, position_id, assessment_id, recommendation_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT (source_id, external_key) DO UPDATE SET document = excluded.document, review = excluded.review,
                paragraph_key = excluded.paragraph_key, base_key = excluded.base_key, statement = excluded.statement,
                digest = excluded.digest, row_number = excluded.row_number, import_id = excluded.import_id,
                position_id = excluded.position_id, assessment_id = excluded.assessment_id,
                recommendation_id = excluded.recommendation_id
            """,
            [
                .int(source), .text(key), .optional(document), .optional(review), .text(paragraphKey), .text(baseKey),
                .text(statement), .int(digest), .int(row), .int(importID), .int(firstImportID), .int(positionID),
                .int(assessmentID), .optional(recommendation?.value),
            ])
        guard let recommendation else { return }
        try connection.execute(
            """
            INSERT INTO source_row (source_id, external_key, recommendation_id, part_id, first_import_id, import_id,
                row_number, digest, claimed) VALUES ($1, $2, $3, 0, $4, $5, $6, $7, '')
            ON CONFLICT (source_id, external_key) DO UPDATE SET recommendation_id = excluded.recommendation_id,
                import_id = excluded.import_id, row_number = excluded.row_number, digest = excluded.digest
            """,
            [
                .int(source), .text(key), .int(recommendation.value), .int(firstImportID), .int(importID), .int(row),
                .int(digest),
            ])
    }
}
