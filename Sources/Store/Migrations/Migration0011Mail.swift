extension Migration {
    /// Messages to be sent. A row is written in the transaction of what it tells of; its id makes the Message-ID, so that a message
    /// that is sent twice is known as one.
    static let mail = Migration(
        11, "mail",
        [
            """
            CREATE TABLE outbox (
                id {int} PRIMARY KEY, kind {text} NOT NULL, address {text} NOT NULL, language {text} NOT NULL,
                arguments {text} NOT NULL, account_id {int} REFERENCES account(id),
                workspace_id {int} REFERENCES workspace(id), not_before {text} NOT NULL, attempts {int} NOT NULL,
                status {text} NOT NULL CHECK (status IN ('waiting', 'sent', 'failed')), trouble {text},
                made {text} NOT NULL, sent {text}) {strict}
            """,
            "CREATE INDEX outbox_waiting ON outbox(not_before, id) WHERE status = 'waiting'",
        ])
}
