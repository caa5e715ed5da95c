extension Migration {
    /// The record: documents, recommendations, what each source says of them, and the imports they came from.
    ///
    /// What is "absent" is NULL; a `part_id` of 0 means the whole paragraph. Texts and tags carry the source that gave them, so
    /// that two sources stand side by side.
    static let record = Migration(
        2, "record",
        [
            """
            CREATE TABLE source (id {int} PRIMARY KEY, code {text} NOT NULL UNIQUE, rank {int} NOT NULL) {strict}
            """,
            """
            CREATE TABLE import_run (
                id {int} PRIMARY KEY, name {text} NOT NULL UNIQUE, file {text} NOT NULL, format {text} NOT NULL,
                source_id {int} NOT NULL REFERENCES source(id),
                status {text} NOT NULL CHECK (status IN ('running', 'finished', 'interrupted', 'undone')),
                rows_read {int} NOT NULL, created {int} NOT NULL, updated {int} NOT NULL, unchanged {int} NOT NULL,
                rejected {int} NOT NULL, started {text} NOT NULL, touched {text} NOT NULL, ended {text}, failure {text}) {strict}
            """,
            """
            CREATE TABLE import_rejection (
                import_id {int} NOT NULL REFERENCES import_run(id) ON DELETE CASCADE, position {int} NOT NULL,
                row_number {int} NOT NULL, field {text} NOT NULL, reason {text} NOT NULL,
                PRIMARY KEY (import_id, position)) {clustered}
            """,
            """
            CREATE TABLE document (
                id {int} PRIMARY KEY, key {text} NOT NULL UNIQUE, symbol {text}, title {text}, mechanism {text} NOT NULL,
                state {text}, cycle {int}, session {int}, published {text}) {strict}
            """,
            """
            CREATE TABLE recommendation (
                id {int} PRIMARY KEY, document_id {int} NOT NULL REFERENCES document(id),
                kind {text} NOT NULL CHECK (kind IN ('recommendation', 'observation', 'pledge')),
                paragraph {text}, paragraph_key {text} NOT NULL, ordinal {int} NOT NULL,
                review {text}, join_key {int}, action {int} CHECK (action BETWEEN 1 AND 5),
                position {text} CHECK (position IN ('pending', 'supported', 'noted')),
                cycle {int}, session {int}, published {text}, merged_into {int}, version {int} NOT NULL,
                import_id {int} NOT NULL REFERENCES import_run(id)) {strict}
            """,
            "CREATE INDEX recommendation_place ON recommendation(document_id, paragraph_key, ordinal, id)",
            "CREATE INDEX recommendation_join ON recommendation(join_key) WHERE join_key IS NOT NULL",
            "CREATE INDEX recommendation_review ON recommendation(review) WHERE review IS NOT NULL",
            "CREATE INDEX recommendation_import ON recommendation(import_id)",
            "CREATE INDEX recommendation_merged ON recommendation(merged_into) WHERE merged_into IS NOT NULL",
            """
            CREATE TABLE recommendation_part (
                id {int} PRIMARY KEY, recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
                kind {text} NOT NULL CHECK (kind IN ('letter', 'variant')), label {text} NOT NULL) {strict}
            """,
            "CREATE INDEX part_recommendation ON recommendation_part(recommendation_id)",
            """
            CREATE TABLE recommendation_text (
                recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE, part_id {int} NOT NULL,
                language {text} NOT NULL, source_id {int} NOT NULL, text {text} NOT NULL,
                PRIMARY KEY (recommendation_id, part_id, language, source_id)) {clustered}
            """,
            """
            CREATE TABLE recommendation_state (
                recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE, part_id {int} NOT NULL,
                role {int} NOT NULL CHECK (role IN (0, 1)), state {text} NOT NULL,
                PRIMARY KEY (recommendation_id, part_id, role, state)) {clustered}
            """,
            """
            CREATE TABLE term (
                id {int} PRIMARY KEY, kind {text} NOT NULL, code {text} NOT NULL, label {text} NOT NULL,
                UNIQUE (kind, label, code)) {strict}
            """,
            """
            CREATE TABLE tag (
                recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE, part_id {int} NOT NULL,
                term_id {int} NOT NULL, source_id {int} NOT NULL,
                PRIMARY KEY (recommendation_id, part_id, term_id, source_id)) {clustered}
            """,
            """
            CREATE TABLE position_event (
                id {int} PRIMARY KEY, recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
                part_id {int} NOT NULL, position {text} NOT NULL CHECK (position IN ('pending', 'supported', 'noted')),
                stated {text}, source_id {int} NOT NULL REFERENCES source(id), document {text}, wording {text}, reason {text},
                import_id {int} NOT NULL) {strict}
            """,
            "CREATE INDEX position_recommendation ON position_event(recommendation_id)",
            "CREATE INDEX position_import ON position_event(import_id)",
            """
            CREATE TABLE source_row (
                source_id {int} NOT NULL REFERENCES source(id), external_key {text} NOT NULL,
                recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE, part_id {int} NOT NULL,
                first_import_id {int} NOT NULL, import_id {int} NOT NULL, row_number {int} NOT NULL,
                digest {int} NOT NULL, claimed {text} NOT NULL,
                PRIMARY KEY (source_id, external_key)) {clustered}
            """,
            "CREATE INDEX source_row_recommendation ON source_row(recommendation_id)",
            """
            CREATE TABLE history (
                import_id {int} NOT NULL, sequence {int} NOT NULL,
                recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
                field {text} NOT NULL, old {text}, new {text}, source_id {int} NOT NULL, at {text} NOT NULL,
                undone {int} NOT NULL CHECK (undone IN (0, 1)),
                PRIMARY KEY (import_id, sequence)) {clustered}
            """,
            "CREATE INDEX history_recommendation ON history(recommendation_id)",
        ])
}
