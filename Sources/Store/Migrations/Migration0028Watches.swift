extension Migration {
    /// Questions that somebody follows by mail.
    ///
    /// A member's watch leads to the account and holds no address. Whoever has no account is known by an address that is sealed with
    /// the key in the data folder and by a keyed mark of it, so that limits for one address can be counted; both go with the row.
    /// Tokens are kept as digests. `seen` is the change up to which somebody was told. The index finds the first and the last
    /// change of a thing.
    static let watches = Migration(
        28, "watches",
        [
            """
            CREATE TABLE watch (
                id {int} PRIMARY KEY, list {text} NOT NULL, question {text} NOT NULL, language {text} NOT NULL,
                pace {text} NOT NULL CHECK (pace IN ('at-once', 'daily', 'weekly')),
                account_id {int} REFERENCES account(id) ON DELETE CASCADE, address {bytes}, address_mark {text},
                confirm_digest {text} UNIQUE, end_digest {text} NOT NULL UNIQUE, asked {text} NOT NULL,
                confirmed {text}, seen {int} NOT NULL CHECK (seen >= 0), due {text} NOT NULL, told {text},
                CHECK ((account_id IS NULL) = (address IS NOT NULL)),
                CHECK ((address IS NULL) = (address_mark IS NULL))) {strict}
            """,
            "CREATE INDEX watch_due ON watch(due, id) WHERE confirmed IS NOT NULL",
            "CREATE INDEX watch_asked ON watch(asked) WHERE confirmed IS NULL",
            "CREATE INDEX watch_mark ON watch(address_mark) WHERE address_mark IS NOT NULL",
            "CREATE INDEX watch_account ON watch(account_id) WHERE account_id IS NOT NULL",
            "CREATE INDEX change_log_entity ON change_log(entity, entity_id, number)",
        ])
}
