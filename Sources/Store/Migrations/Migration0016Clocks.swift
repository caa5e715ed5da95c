extension Migration {
    /// Rules a workspace keeps beside the shipped ones, what starts its clocks, its deadlines, alerts and reminders.
    ///
    /// A deadline and an alert are known by their `cause` (`rule/periodic-cedaw/document/17`), so that what is derived again finds
    /// its row again. Dates are as exact as their source; `due_day` is the number of the last day they may mean.
    static let clocks = Migration(16, "clocks", ruleTables + deadlineTables + alertTables + reminderTables)

    private static let ruleTables = [
        """
        CREATE TABLE clock_settings (
            workspace_id {int} PRIMARY KEY REFERENCES workspace(id), weekend {text} NOT NULL, stalled_months {int} NOT NULL,
            digest_hour {int} NOT NULL CHECK (digest_hour BETWEEN 0 AND 23), remind_days {text} NOT NULL,
            version {int} NOT NULL) {strict}
        """,
        """
        CREATE TABLE holiday (
            workspace_id {int} NOT NULL REFERENCES workspace(id), day {text} NOT NULL, name {text} NOT NULL,
            PRIMARY KEY (workspace_id, day)) {clustered}
        """,
        """
        CREATE TABLE clock_rule (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), code {text} NOT NULL, title {text},
            event {text} NOT NULL, mechanism {text}, kind {text} NOT NULL, count {int} NOT NULL, unit {text} NOT NULL,
            force {text} NOT NULL CHECK (force IN ('binding', 'requested', 'voluntary')), source {text} NOT NULL,
            disabled {int} NOT NULL CHECK (disabled IN (0, 1)), why {text} NOT NULL, changed_by {text} NOT NULL,
            at {text} NOT NULL, version {int} NOT NULL, UNIQUE (workspace_id, code)) {strict}
        """,
        """
        CREATE TABLE clock_event (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), cause {text} NOT NULL,
            kind {text} NOT NULL, mechanism {text}, number {int}, title {text}, day {text} NOT NULL, document {text},
            fixed {int} NOT NULL CHECK (fixed IN (0, 1)), withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)),
            version {int} NOT NULL, UNIQUE (workspace_id, cause)) {strict}
        """,
    ]

    private static let deadlineTables = [
        """
        CREATE TABLE deadline (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), cause {text} NOT NULL, rule {text},
            event_id {int} REFERENCES clock_event(id), kind {text} NOT NULL, mechanism {text}, number {int}, title {text},
            due {text} NOT NULL, due_day {int} NOT NULL,
            origin {text} NOT NULL CHECK (origin IN ('printed', 'computed', 'fixed', 'own')), source {text} NOT NULL,
            force {text} NOT NULL CHECK (force IN ('binding', 'requested', 'voluntary')),
            audience {text} NOT NULL CHECK (audience IN ('all', 'government')),
            institution_id {int} REFERENCES institution(id), account_id {int} REFERENCES account(id),
            status {text} NOT NULL CHECK (status IN ('open', 'done', 'not-needed', 'withdrawn')), closed {text},
            reason {text}, sequence {int} NOT NULL, changed {text} NOT NULL, version {int} NOT NULL,
            UNIQUE (workspace_id, cause)) {strict}
        """,
        "CREATE INDEX deadline_due ON deadline(workspace_id, status, due, id)",
        "CREATE INDEX deadline_event ON deadline(event_id)",
        "CREATE INDEX deadline_institution ON deadline(institution_id)",
        "CREATE INDEX deadline_account ON deadline(account_id)",
    ]

    private static let alertTables = [
        """
        CREATE TABLE alert (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), cause {text} NOT NULL,
            kind {text} NOT NULL, subject_kind {text}, subject_id {int}, title {text}, rule {text}, mechanism {text},
            document {text},
            day {text} NOT NULL, measure {int},
            institution_id {int} REFERENCES institution(id), account_id {int} REFERENCES account(id),
            status {text} NOT NULL CHECK (status IN ('open', 'answered', 'snoozed', 'ended')), answer {text}, until {text},
            reason {text}, raised {text} NOT NULL, changed {text} NOT NULL, version {int} NOT NULL,
            UNIQUE (workspace_id, cause)) {strict}
        """,
        "CREATE INDEX alert_status ON alert(workspace_id, status, id)",
        "CREATE INDEX alert_institution ON alert(institution_id)",
        "CREATE INDEX alert_account ON alert(account_id)",
        """
        CREATE TABLE alert_concern (
            alert_id {int} NOT NULL REFERENCES alert(id), workspace_id {int} NOT NULL,
            institution_id {int} NOT NULL REFERENCES institution(id), PRIMARY KEY (alert_id, institution_id)) {clustered}
        """,
        "CREATE INDEX alert_concern_institution ON alert_concern(institution_id, alert_id)",
    ]

    private static let reminderTables = [
        """
        CREATE TABLE calendar_token (
            digest {text} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            account_id {int} NOT NULL REFERENCES account(id), made {text} NOT NULL, revoked {text}) {clustered}
        """,
        "CREATE INDEX calendar_token_account ON calendar_token(account_id, workspace_id)",
        """
        CREATE TABLE reminder_choice (
            workspace_id {int} NOT NULL REFERENCES workspace(id), account_id {int} NOT NULL REFERENCES account(id),
            frequency {text} NOT NULL CHECK (frequency IN ('none', 'daily', 'weekly')),
            PRIMARY KEY (workspace_id, account_id)) {clustered}
        """,
        """
        CREATE TABLE reminder_day (
            workspace_id {int} NOT NULL REFERENCES workspace(id), account_id {int} NOT NULL REFERENCES account(id),
            day {text} NOT NULL, sent {int} NOT NULL CHECK (sent IN (0, 1)), made {text} NOT NULL,
            PRIMARY KEY (workspace_id, account_id, day)) {clustered}
        """,
    ]
}
