extension Migration {
    /// What people decided on matches, and by what rules and marks calls are selected. A rejection is never changed but to say that
    /// it was taken back. `need.whole`: its cost is carried by one partner or by none.
    ///
    /// A criterion keeps its place for as long as it is there: marks stand under it.
    static let matching = Migration(19, "matching", matchRejections + callRules)

    private static let matchRejections = [
        "ALTER TABLE need ADD COLUMN whole {int} NOT NULL DEFAULT 0 CHECK (whole IN (0, 1))",
        """
        CREATE TABLE match_rejection (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            need_id {int} NOT NULL REFERENCES need(id), need_workspace_id {int} NOT NULL REFERENCES workspace(id),
            help {text} NOT NULL, help_workspace_id {int} REFERENCES workspace(id), reason {text} NOT NULL,
            decided_by {text} NOT NULL, at {text} NOT NULL, taken_back {text}, taken_back_by {text},
            CHECK ((taken_back IS NULL) = (taken_back_by IS NULL))) {strict}
        """,
        // Each side rejects a pair once, until it takes that back.
        """
        CREATE UNIQUE INDEX match_rejection_standing ON match_rejection(workspace_id, need_id, help)
            WHERE taken_back IS NULL
        """,
        "CREATE INDEX match_rejection_need ON match_rejection(need_id, help)",
        "CREATE INDEX match_rejection_help ON match_rejection(help, need_id)",
    ]

    private static let callRules = [
        // Money that is not said here is that of the call.
        """
        CREATE TABLE call_rules (
            call_id {int} PRIMARY KEY REFERENCES fund_call(id), workspace_id {int} NOT NULL REFERENCES workspace(id),
            money {int} CHECK (money >= 0), currency {text}, count_max {int} CHECK (count_max >= 0),
            per_state_max {int} CHECK (per_state_max >= 0), version {int} NOT NULL,
            CHECK ((money IS NULL) = (currency IS NULL))) {strict}
        """,
        """
        CREATE TABLE call_criterion (
            call_id {int} NOT NULL REFERENCES fund_call(id), workspace_id {int} NOT NULL, place {int} NOT NULL,
            label {text} NOT NULL, weight {int} NOT NULL CHECK (weight BETWEEN 0 AND 1000),
            PRIMARY KEY (call_id, place)) {clustered}
        """,
        """
        CREATE TABLE call_limit (
            call_id {int} NOT NULL REFERENCES fund_call(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('help', 'group')), value {text} NOT NULL,
            most {int} NOT NULL CHECK (most >= 0), PRIMARY KEY (call_id, kind, value)) {clustered}
        """,
        """
        CREATE TABLE application_marking (
            application_id {int} PRIMARY KEY REFERENCES application(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id), version {int} NOT NULL) {strict}
        """,
        """
        CREATE TABLE application_mark (
            application_id {int} NOT NULL REFERENCES application(id), workspace_id {int} NOT NULL,
            place {int} NOT NULL, mark {int} NOT NULL CHECK (mark BETWEEN 0 AND 100), marked_by {text} NOT NULL,
            at {text} NOT NULL, PRIMARY KEY (application_id, place)) {clustered}
        """,
    ]
}
