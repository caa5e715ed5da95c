extension Migration {
    /// Messages to be sent, and notices that become messages. A row is written in the transaction of what it tells of; what is sent
    /// twice carries the same Message-ID.
    static let mail = Migration(
        11, "mail",
        [
            """
            CREATE TABLE outbox (
                id {int} PRIMARY KEY, kind {text} NOT NULL, address {text} NOT NULL, language {text} NOT NULL,
                arguments {text} NOT NULL, account_id {int} REFERENCES account(id),
                workspace_id {int} REFERENCES workspace(id), not_before {text} NOT NULL, attempts {int} NOT NULL,
                status {text} NOT NULL CHECK (status IN ('waiting', 'sent', 'failed')), trouble {text},
                made {text} NOT NULL, sent {text}, message_id {text}, claimed_by {text}, claimed_until {text}) {strict}
            """,
            "CREATE INDEX outbox_waiting ON outbox(not_before, id) WHERE status = 'waiting'",
            "CREATE INDEX outbox_workspace ON outbox(workspace_id, id)",
            """
            CREATE TABLE outbox_attachment (
                outbox_id {int} NOT NULL REFERENCES outbox(id) ON DELETE CASCADE, place {int} NOT NULL, name {text} NOT NULL,
                type {text} NOT NULL, bytes {bytes} NOT NULL, PRIMARY KEY (outbox_id, place)) {strict}
            """,
            """
            CREATE TABLE notice (
                id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), kind {text} NOT NULL,
                account_id {int} REFERENCES account(id), address {text} NOT NULL, language {text} NOT NULL,
                subject_kind {text} NOT NULL, subject_id {int} NOT NULL, arguments {text} NOT NULL, path {text},
                not_before {text} NOT NULL, made {text} NOT NULL, outbox_id {int} REFERENCES outbox(id)) {strict}
            """,
            "CREATE INDEX notice_waiting ON notice(not_before, workspace_id, address) WHERE outbox_id IS NULL",
            "CREATE INDEX notice_outbox ON notice(outbox_id)",
        ])
}
