package import Domain

/// Takes answers of States back, or sets them aside until the paragraphs they speak of are there again.
package enum StatementUndo {
    /// A condition: the source row of this alias is no answer. An answer alone keeps no recommendation in the record.
    package static func isNoStatement(_ row: String) -> String {
        """
        NOT EXISTS (SELECT 1 FROM statement t
            WHERE t.source_id = \(row).source_id AND t.external_key = \(row).external_key)
        """
    }

    /// Takes out answers that this import brought, for at most `SQLSet.sizeMax` recommendations, and lets those wait whose
    /// recommendation has gone back to another document.
    package static func detach(_ id: ImportID, _ set: [SQLValue], _ connection: any WriteConnection) throws {
        try connection.execute(
            "DELETE FROM statement WHERE first_import_id = $1 AND import_id = $1 AND recommendation_id IN ({set})",
            [.int(id.value)], set: set)
        // One that this import only changed is read again by the next import of either file.
        try connection.execute(
            """
            UPDATE statement SET import_id = first_import_id, digest = 0
            WHERE import_id = $1 AND first_import_id <> $1 AND recommendation_id IN ({set})
            """, [.int(id.value)], set: set)
        try connection.execute(
            "UPDATE statement SET first_import_id = import_id WHERE first_import_id = $1 AND recommendation_id IN ({set})",
            [.int(id.value)], set: set)
        let astray = try connection.all(
            """
            SELECT t.source_id, t.external_key, t.position_id, t.assessment_id FROM statement t
            JOIN recommendation r ON r.id = t.recommendation_id JOIN document d ON d.id = r.document_id
            WHERE t.document IS NOT NULL AND d.key <> t.document AND r.id IN ({set})
            """, set: set
        ) { (source: try $0.int(0), key: try $0.text(1), position: try $0.int(2), assessment: try $0.int(3)) }
        for entry in astray {
            let place: [SQLValue] = [.int(entry.source), .text(entry.key)]
            try connection.execute("DELETE FROM position_event WHERE id = $1", [.int(entry.position)])
            try connection.execute("DELETE FROM assessment WHERE id = $1", [.int(entry.assessment)])
            try connection.execute(
                "DELETE FROM source_row WHERE source_id = $1 AND external_key = $2", place)
            try connection.execute(
                "UPDATE statement SET recommendation_id = NULL WHERE source_id = $1 AND external_key = $2", place)
        }
    }

    /// Answers of this import that still wait go with it.
    package static func forget(_ id: ImportID, _ connection: any WriteConnection) throws {
        try connection.execute(
            "DELETE FROM statement WHERE import_id = $1 AND first_import_id = $1 AND recommendation_id IS NULL",
            [.int(id.value)])
        try connection.execute(
            """
            UPDATE statement SET import_id = first_import_id, digest = 0 WHERE import_id = $1 AND recommendation_id IS NULL
            """, [.int(id.value)])
    }
}
