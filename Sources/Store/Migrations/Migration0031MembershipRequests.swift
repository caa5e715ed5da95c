extension Migration {
    /// Who waits to be let into an institution that is not the State's.
    ///
    /// While a row is not decided, the account is what it was before: nothing, or a member with another role or of another institution.
    /// Of one account in one workspace at most one waits.
    static let membershipRequests = Migration(
        31, "membership requests",
        [
            """
            CREATE TABLE membership_request (
                id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
                account_id {int} NOT NULL REFERENCES account(id), role {text} NOT NULL,
                institution_id {int} NOT NULL REFERENCES institution(id), why {text}, made {text} NOT NULL,
                made_by {text} NOT NULL, decision {text} CHECK (decision IN ('accepted', 'refused', 'overtaken')),
                decided {text}, decided_by {text},
                CHECK ((decision IS NULL) = (decided IS NULL)), CHECK ((decided IS NULL) = (decided_by IS NULL))) {strict}
            """,
            """
            CREATE UNIQUE INDEX membership_request_open ON membership_request(workspace_id, account_id)
            WHERE decided IS NULL
            """,
            "CREATE INDEX membership_request_institution ON membership_request(institution_id, id)",
            "CREATE INDEX membership_request_account ON membership_request(account_id, id)",
        ])
}
