extension Migration {
    /// Workspaces, who is what in them, their institutions, and the history of every field.
    ///
    /// Accounts get what people of a workspace need: an address, a password, a language, and no say over the shared record (`none`).
    /// The table is made anew, because SQLite does not change a check; sessions end.
    static let workspaces = Migration(
        8, "workspaces",
        [
            "DROP TABLE session",
            """
            CREATE TABLE account_next (
                id {int} PRIMARY KEY, name {text} NOT NULL UNIQUE,
                role {text} NOT NULL CHECK (role IN ('coordinator', 'focal-point', 'none')), key_digest {text} UNIQUE,
                email {text}, email_key {text} UNIQUE, password {text}, language {text},
                disabled {int} NOT NULL CHECK (disabled IN (0, 1)), created {text} NOT NULL) {strict}
            """,
            """
            INSERT INTO account_next (id, name, role, key_digest, disabled, created)
            SELECT id, name, role, key_digest, disabled, created FROM account
            """,
            "DROP TABLE account",
            "ALTER TABLE account_next RENAME TO account",
            """
            CREATE TABLE session (
                token_digest {text} PRIMARY KEY NOT NULL, account_id {int} NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                created {text} NOT NULL, expires {text} NOT NULL) {clustered}
            """,
            "CREATE INDEX session_account ON session(account_id)",
            """
            CREATE TABLE workspace (
                id {int} PRIMARY KEY, slug {text} NOT NULL UNIQUE, name {text} NOT NULL, state {text} NOT NULL,
                language {text} NOT NULL, time_zone {text} NOT NULL, closed {int} NOT NULL CHECK (closed IN (0, 1)),
                created {text} NOT NULL) {strict}
            """,
            """
            CREATE TABLE institution (
                id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), kind {text} NOT NULL,
                name {text} NOT NULL, name_key {text} NOT NULL, abbreviation {text}, abbreviation_key {text},
                language {text}, email {text}, closed {int} NOT NULL CHECK (closed IN (0, 1)), version {int} NOT NULL,
                UNIQUE (workspace_id, name_key), UNIQUE (workspace_id, abbreviation_key)) {strict}
            """,
            """
            CREATE TABLE membership (
                workspace_id {int} NOT NULL REFERENCES workspace(id), account_id {int} NOT NULL REFERENCES account(id),
                role {text} NOT NULL CHECK (role IN (
                    'administrator', 'coordinator', 'focal-point', 'contributor', 'partner', 'observer')),
                institution_id {int} REFERENCES institution(id), since {text} NOT NULL, until {text},
                CHECK (role <> 'focal-point' OR institution_id IS NOT NULL),
                PRIMARY KEY (workspace_id, account_id)) {strict}
            """,
            "CREATE INDEX membership_account ON membership(account_id)",
            "CREATE INDEX membership_institution ON membership(institution_id)",
            """
            CREATE TABLE field_change (
                id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), kind {text} NOT NULL,
                subject_id {int} NOT NULL, field {text} NOT NULL, old_value {text}, new_value {text}, why {text},
                changed_by {text} NOT NULL, at {text} NOT NULL, batch {int} NOT NULL,
                reverses {int} REFERENCES field_change(id)) {strict}
            """,
            "CREATE INDEX field_change_subject ON field_change(workspace_id, kind, subject_id, id)",
            "CREATE INDEX field_change_batch ON field_change(batch)",
            "CREATE INDEX field_change_reverses ON field_change(reverses)",
        ])
}
