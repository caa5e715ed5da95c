extension Migration {
    /// What every other table stands on: the store's own name, the logs with the one row that numbers them, and id blocks.
    static let foundation = Migration(
        1, "foundation",
        [
            """
            CREATE TABLE meta (
                key {text} NOT NULL PRIMARY KEY,
                value {text} NOT NULL
            ) {strict}
            """,
            """
            CREATE TABLE log_head (
                id {int} NOT NULL PRIMARY KEY CHECK (id = 1),
                last_change {int} NOT NULL CHECK (last_change >= 0),
                last_audit {int} NOT NULL CHECK (last_audit >= 0),
                audit_digest {text} NOT NULL
            ) {strict}
            """,
            "INSERT INTO log_head (id, last_change, last_audit, audit_digest) VALUES (1, 0, 0, '')",
            """
            CREATE TABLE change_log (
                number {int} NOT NULL PRIMARY KEY,
                at {text} NOT NULL,
                entity {text} NOT NULL,
                entity_id {int} NOT NULL,
                operation {text} NOT NULL CHECK (operation IN ('put', 'remove'))
            ) {strict}
            """,
            """
            CREATE TABLE audit_entry (
                number {int} NOT NULL PRIMARY KEY,
                at {text} NOT NULL,
                actor {text} NOT NULL,
                action {text} NOT NULL,
                subject {text} NOT NULL,
                detail {text} NOT NULL,
                digest {text} NOT NULL
            ) {strict}
            """,
            """
            CREATE TABLE id_head (
                kind {text} NOT NULL PRIMARY KEY,
                next {int} NOT NULL CHECK (next > 0)
            ) {strict}
            """,
        ])
}
