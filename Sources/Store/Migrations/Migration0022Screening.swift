extension Migration {
    /// Screening of programmes and agreements for harm: who takes part, the moments it is done at, answers of each side, risks.
    ///
    /// A subject is named by kind and number without a foreign key: it is read with its own predicate whenever it is shown. Answers
    /// that were handed in are only ever added to; what somebody still writes is a draft that nobody else reads. `workspace_id` of
    /// a risk is whoever deals with it, so that its institution and its deadline are of the same workspace.
    static let screening = Migration(22, "screening", screenings + sheets + risks)

    private static let screenings = [
        """
        CREATE TABLE screening (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            subject_kind {text} NOT NULL CHECK (subject_kind IN ('programme', 'agreement')), subject_id {int} NOT NULL,
            made {text} NOT NULL, made_by {text} NOT NULL,
            withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)), version {int} NOT NULL) {strict}
        """,
        // A workspace screens a thing once, at several moments; the sides of an agreement share one.
        """
        CREATE UNIQUE INDEX screening_once ON screening(workspace_id, subject_kind, subject_id) WHERE withdrawn = 0
        """,
        """
        CREATE UNIQUE INDEX screening_agreement ON screening(subject_id)
            WHERE withdrawn = 0 AND subject_kind = 'agreement'
        """,
        "CREATE INDEX screening_subject ON screening(subject_kind, subject_id)",
        """
        CREATE TABLE screening_party (
            screening_id {int} NOT NULL REFERENCES screening(id), workspace_id {int} NOT NULL REFERENCES workspace(id),
            standing {text} NOT NULL CHECK (standing IN ('asked', 'taking-part', 'declined')),
            asked {text} NOT NULL, asked_by {text} NOT NULL, answered {text}, answered_by {text}, version {int} NOT NULL,
            PRIMARY KEY (screening_id, workspace_id)) {clustered}
        """,
        "CREATE INDEX screening_party_workspace ON screening_party(workspace_id, screening_id)",
        """
        CREATE TABLE screening_moment (
            id {int} PRIMARY KEY, screening_id {int} NOT NULL REFERENCES screening(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id),
            kind {text} NOT NULL CHECK (kind IN ('start', 'mid-term', 'end', 'further')), day {text} NOT NULL,
            edition {text} NOT NULL, note {text} NOT NULL, made {text} NOT NULL, made_by {text} NOT NULL,
            withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)), version {int} NOT NULL) {strict}
        """,
        """
        CREATE UNIQUE INDEX screening_moment_once ON screening_moment(screening_id, kind)
            WHERE withdrawn = 0 AND kind <> 'further'
        """,
        "CREATE INDEX screening_moment_day ON screening_moment(screening_id, withdrawn, day, id)",
        """
        CREATE TABLE screening_contributor (
            screening_id {int} NOT NULL REFERENCES screening(id), workspace_id {int} NOT NULL REFERENCES workspace(id),
            account_id {int} NOT NULL REFERENCES account(id), number {int} NOT NULL,
            named {int} NOT NULL CHECK (named IN (0, 1)), asked {text} NOT NULL, asked_by {text} NOT NULL,
            ended {text}, PRIMARY KEY (screening_id, workspace_id, account_id)) {clustered}
        """,
        "CREATE INDEX screening_contributor_account ON screening_contributor(account_id, workspace_id)",
    ]

    private static let sheets = [
        """
        CREATE TABLE screening_sheet (
            id {int} PRIMARY KEY, screening_id {int} NOT NULL REFERENCES screening(id),
            moment_id {int} NOT NULL REFERENCES screening_moment(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id), account_id {int} REFERENCES account(id),
            handed_in {text}, handed_in_by {text}) {strict}
        """,
        // One sheet for the workspace itself, and one for each contributor it asked.
        """
        CREATE UNIQUE INDEX screening_sheet_workspace ON screening_sheet(moment_id, workspace_id)
            WHERE account_id IS NULL
        """,
        """
        CREATE UNIQUE INDEX screening_sheet_contributor ON screening_sheet(moment_id, workspace_id, account_id)
            WHERE account_id IS NOT NULL
        """,
        "CREATE INDEX screening_sheet_screening ON screening_sheet(screening_id)",
        "CREATE INDEX screening_sheet_account ON screening_sheet(account_id)",
        """
        CREATE TABLE screening_section (
            sheet_id {int} NOT NULL REFERENCES screening_sheet(id), workspace_id {int} NOT NULL, section {text} NOT NULL,
            version {int} NOT NULL, PRIMARY KEY (sheet_id, section)) {clustered}
        """,
        """
        CREATE TABLE screening_draft (
            sheet_id {int} NOT NULL REFERENCES screening_sheet(id), workspace_id {int} NOT NULL,
            question {text} NOT NULL, answer {text} NOT NULL CHECK (answer IN (
                '', 'yes', 'no', 'partly', 'not-known', 'not-applicable')),
            reason {text} NOT NULL, evidence {text} NOT NULL, link {text} NOT NULL,
            PRIMARY KEY (sheet_id, question)) {clustered}
        """,
        """
        CREATE TABLE screening_answer (
            id {int} PRIMARY KEY, screening_id {int} NOT NULL REFERENCES screening(id),
            moment_id {int} NOT NULL REFERENCES screening_moment(id),
            sheet_id {int} NOT NULL REFERENCES screening_sheet(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id), question {text} NOT NULL,
            answer {text} NOT NULL CHECK (answer IN ('yes', 'no', 'partly', 'not-known', 'not-applicable')),
            reason {text} NOT NULL, evidence {text} NOT NULL, link {text} NOT NULL, said_by {text} NOT NULL,
            at {text} NOT NULL) {strict}
        """,
        "CREATE INDEX screening_answer_place ON screening_answer(screening_id, id)",
        "CREATE INDEX screening_answer_sheet ON screening_answer(sheet_id, question, id)",
    ]

    private static let risks = [
        """
        CREATE TABLE screening_risk (
            id {int} PRIMARY KEY, screening_id {int} NOT NULL REFERENCES screening(id),
            moment_id {int} NOT NULL REFERENCES screening_moment(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id), raiser_id {int} NOT NULL REFERENCES workspace(id),
            question {text}, title {text} NOT NULL, institution_id {int} REFERENCES institution(id),
            account_id {int} REFERENCES account(id), due {text},
            status {text} NOT NULL CHECK (status IN ('open', 'in-hand', 'closed')), reason {text} NOT NULL,
            raised {text} NOT NULL, raised_by {text} NOT NULL, closed {text}, changed {text} NOT NULL,
            version {int} NOT NULL, CHECK ((status = 'closed') = (closed IS NOT NULL)),
            CHECK (status <> 'closed' OR reason <> '')) {strict}
        """,
        "CREATE INDEX screening_risk_screening ON screening_risk(screening_id, id)",
        "CREATE INDEX screening_risk_due ON screening_risk(workspace_id, status, due, id)",
        "CREATE INDEX screening_risk_raiser ON screening_risk(raiser_id)",
        "CREATE INDEX screening_risk_institution ON screening_risk(institution_id)",
        "CREATE INDEX screening_risk_account ON screening_risk(account_id)",
        // How a risk stood, and since when: every moment of screening reads the state of its own day.
        """
        CREATE TABLE screening_risk_state (
            id {int} PRIMARY KEY, risk_id {int} NOT NULL REFERENCES screening_risk(id),
            screening_id {int} NOT NULL REFERENCES screening(id), workspace_id {int} NOT NULL REFERENCES workspace(id),
            status {text} NOT NULL CHECK (status IN ('open', 'in-hand', 'closed')), due {text}, reason {text} NOT NULL,
            said_by {text} NOT NULL, at {text} NOT NULL) {strict}
        """,
        "CREATE INDEX screening_risk_state_screening ON screening_risk_state(screening_id, id)",
        "CREATE INDEX screening_risk_state_risk ON screening_risk_state(risk_id, id)",
    ]
}
