package import Domain

/// Which files the recommendations of a document came from.
package enum DocumentFileRow {
    package struct Found: Sendable {
        package var source: SourceCode
        package var file: String
        /// The reading it was accepted from; nil for a file of rows.
        package var reading: ReadingID?
        /// What that document is, as stored: the desk's own form of bytes.
        package var facts: [UInt8]?
        package var recommendations: Int
        /// The last import of it.
        package var imported: String
    }

    private static let limit = 100

    /// In the order of sources, at most 100; nothing of communications, which have none.
    package static func all(of document: DocumentID, _ connection: any ReadConnection) throws -> [Found] {
        let found = try connection.all(
            """
            SELECT c.code, i.file, d.id, COUNT(DISTINCT s.recommendation_id), MAX(i.started)
            FROM recommendation r JOIN source_row s ON s.recommendation_id = r.id JOIN source c ON c.id = s.source_id
            JOIN import_run i ON i.id = s.import_id
            LEFT JOIN reading_item t ON t.source_id = s.source_id AND t.external_key = s.external_key AND t.status = 'accepted'
            LEFT JOIN reading d ON d.id = t.reading_id AND d.restricted = 0
            WHERE r.document_id = $1 AND r.merged_into IS NULL
            GROUP BY c.rank, c.id, c.code, i.file, d.id ORDER BY c.rank, c.id, MAX(i.started), i.file LIMIT $2
            """, [.int(document.value), .int(limit)]
        ) { row in
            Found(
                source: SourceCode(try row.text(0)), file: try row.text(1),
                reading: try row.intOrNil(2).map { ReadingID($0) }, recommendations: Int(try row.int(3)),
                imported: try row.text(4))
        }
        return try found.map { found in
            guard let reading = found.reading else { return found }
            var whole = found
            whole.facts = try ReadingRow.find(reading, connection)?.facts
            return whole
        }
    }

    /// The document of the record that a reading's accepted items went into; nil while none has.
    package static func document(of reading: ReadingID, _ connection: any ReadConnection) throws -> DocumentID? {
        try connection.first(
            """
            SELECT r.document_id FROM reading_item t
            JOIN source_row s ON s.source_id = t.source_id AND s.external_key = t.external_key
            JOIN recommendation r ON r.id = s.recommendation_id
            WHERE t.reading_id = $1 AND t.status = 'accepted' ORDER BY t.id LIMIT 1
            """, [.int(reading.value)]
        ) { DocumentID(try $0.int(0)) }
    }
}
