extension Migration {
    /// What documents say beside recommendations: answers of States, assessments, marks for follow-up, and where two sources
    /// disagree. What a source says of a position is kept apart from the positions the record takes over.
    static let documents = Migration(
        5, "documents",
        [
            """
            CREATE TABLE statement (
                source_id {int} NOT NULL REFERENCES source(id), external_key {text} NOT NULL,
                document {text}, review {text}, paragraph_key {text} NOT NULL, base_key {text} NOT NULL, statement {text} NOT NULL,
                digest {int} NOT NULL, row_number {int} NOT NULL, import_id {int} NOT NULL, first_import_id {int} NOT NULL,
                position_id {int} NOT NULL, assessment_id {int} NOT NULL,
                recommendation_id {int} REFERENCES recommendation(id) ON DELETE SET NULL,
                PRIMARY KEY (source_id, external_key)) {strict}
            """,
            "CREATE INDEX statement_waiting ON statement(paragraph_key) WHERE recommendation_id IS NULL",
            "CREATE INDEX statement_recommendation ON statement(recommendation_id) WHERE recommendation_id IS NOT NULL",
            "CREATE INDEX statement_import ON statement(import_id)",
            """
            CREATE TABLE assessment (
                id {int} PRIMARY KEY, recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
                part_id {int} NOT NULL,
                assessor_kind {text} NOT NULL
                    CHECK (assessor_kind IN ('state', 'nhri', 'civil-society', 'un', 'committee', 'expert')),
                assessor {text} NOT NULL, scheme {text} NOT NULL, value {text} NOT NULL, stated {text}, wording {text},
                source_id {int} NOT NULL REFERENCES source(id), document {text}, import_id {int} NOT NULL) {strict}
            """,
            "CREATE INDEX assessment_recommendation ON assessment(recommendation_id)",
            "CREATE INDEX assessment_import ON assessment(import_id)",
            """
            CREATE TABLE follow_up (
                recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
                source_id {int} NOT NULL REFERENCES source(id), external_key {text} NOT NULL,
                is_for_follow_up {int} NOT NULL CHECK (is_for_follow_up IN (0, 1)), due {text},
                computed_from {text}, duties {text} NOT NULL,
                is_priority {int} NOT NULL CHECK (is_priority IN (0, 1)), document {text}, import_id {int} NOT NULL,
                PRIMARY KEY (recommendation_id, source_id, external_key)) {strict}
            """,
            "CREATE INDEX follow_up_import ON follow_up(import_id)",
            """
            CREATE TABLE source_position (
                source_id {int} NOT NULL REFERENCES source(id), external_key {text} NOT NULL,
                recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
                position {text} NOT NULL CHECK (position IN ('pending', 'supported', 'noted')), document {text},
                stated {text}, position_id {int} NOT NULL, import_id {int} NOT NULL,
                PRIMARY KEY (source_id, external_key)) {strict}
            """,
            "CREATE INDEX source_position_recommendation ON source_position(recommendation_id)",
            """
            CREATE TABLE disagreement (
                recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
                field {text} NOT NULL CHECK (field IN ('state-missing', 'state-extra', 'position', 'position-document')),
                recorded {text} NOT NULL, recorded_source_id {int} NOT NULL REFERENCES source(id), other {text} NOT NULL,
                other_source_id {int} NOT NULL REFERENCES source(id), import_id {int} NOT NULL,
                PRIMARY KEY (recommendation_id, field, recorded, other, other_source_id)) {strict}
            """,
            // Whoever has answered is not pending any more, dated or not.
            """
            UPDATE recommendation SET position = (
                SELECT e.position FROM position_event e WHERE e.recommendation_id = recommendation.id
                ORDER BY CASE WHEN e.position = 'pending' THEN 1 ELSE 0 END, CASE WHEN e.part_id = 0 THEN 0 ELSE 1 END,
                    e.stated DESC NULLS LAST, e.id DESC LIMIT 1)
            """,
        ])
}
