/// References of documents, answers and findings that no constraint of the schema holds. Each statement gives the numbers of what is
/// wrong.
package enum DocumentChecks {
    package static let all: [(name: String, sql: String)] = [
        (
            "recommendations with an answer that is not among their sources",
            """
            SELECT t.recommendation_id FROM statement t WHERE t.recommendation_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM source_row s WHERE s.source_id = t.source_id AND s.external_key = t.external_key
                AND s.recommendation_id = t.recommendation_id) ORDER BY 1
            """
        ),
        (
            "assessments of an import that is not there",
            """
            SELECT a.id FROM assessment a LEFT JOIN import_run i ON i.id = a.import_id
            WHERE i.id IS NULL OR i.status = 'undone' ORDER BY a.id
            """
        ),
        (
            "assessments of a part that is not the recommendation's",
            """
            SELECT a.id FROM assessment a WHERE a.part_id <> 0 AND NOT EXISTS (
                SELECT 1 FROM recommendation_part p WHERE p.id = a.part_id AND p.recommendation_id = a.recommendation_id)
            ORDER BY a.id
            """
        ),
        (
            "recommendations with a mark for follow-up of no source",
            """
            SELECT f.recommendation_id FROM follow_up f WHERE NOT EXISTS (SELECT 1 FROM source_row s
                WHERE s.source_id = f.source_id AND s.external_key = f.external_key
                AND s.recommendation_id = f.recommendation_id) ORDER BY 1
            """
        ),
        (
            "recommendations with a second-hand position of no source",
            """
            SELECT q.recommendation_id FROM source_position q WHERE NOT EXISTS (SELECT 1 FROM source_row s
                WHERE s.source_id = q.source_id AND s.external_key = q.external_key
                AND s.recommendation_id = q.recommendation_id) ORDER BY 1
            """
        ),
        (
            "merged recommendations that still have a disagreement",
            """
            SELECT d.recommendation_id FROM disagreement d JOIN recommendation r ON r.id = d.recommendation_id
            WHERE r.merged_into IS NOT NULL ORDER BY 1
            """
        ),
        (
            "accepted findings that are not in the record",
            """
            SELECT i.id FROM reading_item i WHERE i.status = 'accepted' AND i.external_key IS NOT NULL
            AND NOT EXISTS (
                SELECT 1 FROM source_row s WHERE s.source_id = i.source_id AND s.external_key = i.external_key)
            AND NOT EXISTS (
                SELECT 1 FROM statement t WHERE t.source_id = i.source_id AND t.external_key = i.external_key)
            ORDER BY i.id
            """
        ),
        (
            "findings of communications that reached the record",
            """
            SELECT i.id FROM reading_item i JOIN reading d ON d.id = i.reading_id
            WHERE d.restricted = 1 AND (i.external_key IS NOT NULL OR i.import_id IS NOT NULL) ORDER BY i.id
            """
        ),
        (
            "communications that are not sealed",
            "SELECT id FROM reading WHERE restricted = 1 AND (sealed = 0 OR symbol IS NOT NULL) ORDER BY id"
        ),
        (
            "files of documents that are not there",
            """
            SELECT d.id FROM reading d WHERE NOT EXISTS (SELECT 1 FROM reading_file f WHERE f.reading_id = d.id)
            ORDER BY d.id
            """
        ),
    ]
}
