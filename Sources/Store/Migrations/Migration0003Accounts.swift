extension Migration {
    /// Who may sign in. Keys and tokens are kept as digests.
    static let accounts = Migration(
        3, "accounts",
        [
            """
            CREATE TABLE account (
                id {int} PRIMARY KEY, name {text} NOT NULL UNIQUE,
                role {text} NOT NULL CHECK (role IN ('coordinator', 'focal-point')), key_digest {text} NOT NULL UNIQUE,
                disabled {int} NOT NULL CHECK (disabled IN (0, 1)), created {text} NOT NULL) {strict}
            """,
            """
            CREATE TABLE session (
                token_digest {text} PRIMARY KEY NOT NULL, account_id {int} NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                created {text} NOT NULL, expires {text} NOT NULL) {clustered}
            """,
            "CREATE INDEX session_account ON session(account_id)",
        ])
}
