extension Migration {
    /// Documents on the desk. What is `sealed` is encrypted by the program: name, facts, text, findings and the file itself, of a
    /// communication for good and of every other file until it is known to be none.
    static let desk = Migration(
        4, "desk",
        [
            """
            CREATE TABLE reading (
                id {int} PRIMARY KEY, name {bytes} NOT NULL, size {int} NOT NULL, digest {text} NOT NULL UNIQUE,
                status {text} NOT NULL CHECK (status IN ('waiting', 'reading', 'open', 'failed', 'done')),
                sealed {int} NOT NULL CHECK (sealed IN (0, 1)), restricted {int} NOT NULL CHECK (restricted IN (0, 1)),
                options {text} NOT NULL, facts {bytes}, facts_version {int} NOT NULL, symbol {text}, language {text},
                failure {text}, received {text} NOT NULL, received_by {text} NOT NULL, read_at {text},
                worker {text}, touched {text} NOT NULL, tries {int} NOT NULL DEFAULT 0) {strict}
            """,
            "CREATE INDEX reading_symbol ON reading(symbol, language) WHERE symbol IS NOT NULL",
            "CREATE INDEX reading_status ON reading(status, id)",
            """
            CREATE TABLE reading_file (
                reading_id {int} NOT NULL REFERENCES reading(id) ON DELETE CASCADE, part {int} NOT NULL,
                bytes {bytes} NOT NULL, PRIMARY KEY (reading_id, part)) {strict}
            """,
            """
            CREATE TABLE reading_text (
                reading_id {int} PRIMARY KEY REFERENCES reading(id) ON DELETE CASCADE, text {bytes} NOT NULL,
                names {bytes}, name_count {int} NOT NULL) {strict}
            """,
            """
            CREATE TABLE reading_item (
                id {int} PRIMARY KEY, reading_id {int} NOT NULL REFERENCES reading(id) ON DELETE CASCADE,
                place {int} NOT NULL, original {bytes}, current {bytes} NOT NULL,
                status {text} NOT NULL CHECK (status IN ('open', 'accepted', 'dropped')), version {int} NOT NULL,
                doubtful {int} NOT NULL CHECK (doubtful IN (0, 1)), corrected {int} NOT NULL CHECK (corrected IN (0, 1)),
                page {int}, decided_by {text}, decided_at {text}, merged_into {int}, source_id {int} REFERENCES source(id),
                external_key {text}, import_id {int}) {strict}
            """,
            "CREATE INDEX reading_item_place ON reading_item(reading_id, place, id)",
            "CREATE INDEX reading_item_key ON reading_item(source_id, external_key) WHERE external_key IS NOT NULL",
            "CREATE INDEX reading_item_import ON reading_item(import_id) WHERE import_id IS NOT NULL",
            """
            CREATE TABLE reading_item_version (
                item_id {int} NOT NULL REFERENCES reading_item(id) ON DELETE CASCADE, version {int} NOT NULL,
                action {text} NOT NULL, finding {bytes} NOT NULL, at {text} NOT NULL, caller {text} NOT NULL,
                PRIMARY KEY (item_id, version)) {strict}
            """,
        ])
}
