extension Migration {
    /// Facts of how a State cooperates, as people or files entered them. What the record of recommendations, the shipped facts and
    /// institutions already say is read there and is not copied here.
    ///
    /// A fact never changes. A correction is a new row that names the old one in `replaces`; what was wrong keeps its words, with
    /// `ended` and why. `workspace_id` is empty where the desk of the installation keeps the fact. `is_none` says that the source
    /// knows of none of this kind up to `day`, which is not the same as no row. `matter` joins the steps of one thing: a report that
    /// was due and came, a visit that was asked for, accepted and made.
    static let cooperationRecords = Migration(24, "cooperation-records", stateFacts + stateFactImports)

    private static let stateFacts = [
        """
        CREATE TABLE state_fact (
            id {int} PRIMARY KEY, workspace_id {int} REFERENCES workspace(id), state {text} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN (
                'signature', 'ratification', 'denunciation', 'reservation', 'reservation-withdrawn', 'procedure-accepted',
                'report-due', 'report-received', 'national-report', 'troika-chosen', 'review-due', 'review-attended',
                'review-missed', 'positions-given', 'addendum', 'mid-term-report', 'standing-invitation',
                'standing-invitation-withdrawn', 'visit-asked', 'visit-accepted', 'visit-declined', 'visit-made',
                'communication-sent', 'communication-answered', 'follow-up-due', 'follow-up-given', 'fund-used',
                'accreditation')),
            about {text} NOT NULL, matter {text} NOT NULL, cycle {int} CHECK (cycle > 0), day {text} NOT NULL,
            is_none {int} NOT NULL CHECK (is_none IN (0, 1)), grade {text}, amount {int} CHECK (amount >= 0), currency {text},
            body {text} NOT NULL, language {text} NOT NULL, source {text} NOT NULL CHECK (source <> ''), address {text},
            replaces {int} REFERENCES state_fact(id), published {text}, ended {text}, ended_why {text}, ended_by {text},
            import_id {int}, import_line {int}, entered_by {text} NOT NULL, made {text} NOT NULL, version {int} NOT NULL,
            CHECK ((ended IS NULL) = (ended_why IS NULL)), CHECK ((ended IS NULL) = (ended_by IS NULL)),
            CHECK ((amount IS NULL) = (currency IS NULL)), CHECK ((import_id IS NULL) = (import_line IS NULL))) {strict}
        """,
        "CREATE INDEX state_fact_state ON state_fact(state, kind, day, id)",
        "CREATE INDEX state_fact_place ON state_fact(workspace_id, id)",
        "CREATE INDEX state_fact_replaces ON state_fact(replaces) WHERE replaces IS NOT NULL",
        "CREATE INDEX state_fact_import_place ON state_fact(import_id, import_line) WHERE import_id IS NOT NULL",
    ]

    private static let stateFactImports = [
        """
        CREATE TABLE state_fact_import (
            id {int} PRIMARY KEY, workspace_id {int} REFERENCES workspace(id), state {text} NOT NULL, name {text} NOT NULL,
            rows_read {int} NOT NULL, rows_made {int} NOT NULL, rows_known {int} NOT NULL, rows_rejected {int} NOT NULL,
            entered_by {text} NOT NULL, made {text} NOT NULL, undone {text}, undone_by {text},
            CHECK ((undone IS NULL) = (undone_by IS NULL))) {strict}
        """,
        "CREATE INDEX state_fact_import_state ON state_fact_import(state, id)",
        "CREATE INDEX state_fact_import_workspace ON state_fact_import(workspace_id, id)",
        """
        CREATE TABLE state_fact_rejection (
            import_id {int} NOT NULL REFERENCES state_fact_import(id), line {int} NOT NULL, field {text} NOT NULL,
            reason {text} NOT NULL, value {text} NOT NULL, PRIMARY KEY (import_id, line, field)) {clustered}
        """,
    ]
}
