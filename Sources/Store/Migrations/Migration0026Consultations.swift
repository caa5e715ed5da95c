extension Migration {
    /// Consultations and seminars, their sessions, who was asked, what was contributed, what was made of it.
    ///
    /// Others see a consultation once `published` stands; a contribution once it is `shown`; the summary once `summary_published`
    /// stands. A contribution never changes: whoever sent it withdraws it, and then its words and its name are gone. Of somebody
    /// without an account the store knows a digest of the receipt and nothing of where the words came from.
    static let consultations = Migration(
        26, "consultations", consultationTables + contributionTables + consultationResults)

    private static let consultationTables = [
        """
        CREATE TABLE consultation (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            kind {text} NOT NULL CHECK (kind IN ('consultation', 'seminar')), language {text} NOT NULL, title {text} NOT NULL,
            about {text} NOT NULL, contact {text} NOT NULL, opens {text} NOT NULL, closes {text} NOT NULL, answer_by {text},
            outsiders {int} NOT NULL CHECK (outsiders IN (0, 1)), published {text}, summary_published {text},
            cancelled {text}, cancelled_why {text}, answer_reminded {text}, made {text} NOT NULL, version {int} NOT NULL,
            CHECK (opens <= closes), CHECK ((cancelled IS NULL) = (cancelled_why IS NULL))) {strict}
        """,
        "CREATE INDEX consultation_place ON consultation(workspace_id, id)",
        "CREATE INDEX consultation_published ON consultation(opens, id) WHERE published IS NOT NULL",
        "CREATE INDEX consultation_answers ON consultation(answer_by, id) WHERE answer_by IS NOT NULL",
        """
        CREATE TABLE consultation_topic (
            consultation_id {int} NOT NULL REFERENCES consultation(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('issue', 'theme', 'recommendation')), value {text} NOT NULL,
            PRIMARY KEY (consultation_id, kind, value)) {clustered}
        """,
        "CREATE INDEX consultation_topic_value ON consultation_topic(kind, value, consultation_id)",
        """
        CREATE TABLE consultation_session (
            id {int} PRIMARY KEY, consultation_id {int} NOT NULL REFERENCES consultation(id), workspace_id {int} NOT NULL,
            day {text} NOT NULL, starts {text} NOT NULL, ends {text} NOT NULL, title {text} NOT NULL, body {text} NOT NULL,
            place {text} NOT NULL, online {text}, removed {text}, version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX consultation_session_place ON consultation_session(consultation_id, day, starts, id)",
        """
        CREATE TABLE consultation_speaker (
            id {int} PRIMARY KEY, session_id {int} NOT NULL REFERENCES consultation_session(id),
            consultation_id {int} NOT NULL REFERENCES consultation(id), workspace_id {int} NOT NULL, name {text} NOT NULL,
            office {text} NOT NULL, topic {text} NOT NULL, removed {text}, version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX consultation_speaker_session ON consultation_speaker(session_id, id)",
        """
        CREATE TABLE consultation_invited (
            id {int} PRIMARY KEY, consultation_id {int} NOT NULL REFERENCES consultation(id), workspace_id {int} NOT NULL,
            institution_id {int} REFERENCES institution(id), name {text} NOT NULL, actor {text} NOT NULL,
            answer {text} NOT NULL CHECK (answer IN ('none', 'coming', 'declined')), answered {text}, invited {text} NOT NULL,
            removed {text}, version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX consultation_invited_place ON consultation_invited(consultation_id, id)",
        "CREATE INDEX consultation_invited_institution ON consultation_invited(institution_id)",
    ]

    private static let contributionTables = [
        """
        CREATE TABLE contribution (
            id {int} PRIMARY KEY, consultation_id {int} NOT NULL REFERENCES consultation(id), workspace_id {int} NOT NULL,
            session_id {int} REFERENCES consultation_session(id),
            origin {text} NOT NULL CHECK (origin IN ('member', 'outsider', 'room')),
            institution_id {int} REFERENCES institution(id), sent_by {text} NOT NULL, name {text} NOT NULL, actor {text} NOT NULL,
            language {text} NOT NULL, body {text} NOT NULL, receipt {text}, made {text} NOT NULL,
            status {text} NOT NULL CHECK (status IN ('waiting', 'shown', 'held-back', 'withdrawn')), moderated {text},
            moderated_why {text} NOT NULL,
            answer {text} CHECK (answer IN ('taken-up', 'partly', 'not')), answer_why {text} NOT NULL,
            answer_language {text} NOT NULL, answered {text}, version {int} NOT NULL,
            CHECK ((receipt IS NOT NULL) = (origin = 'outsider')), CHECK ((answer IS NULL) = (answered IS NULL)),
            CHECK (status <> 'withdrawn' OR (body = '' AND name = ''))) {strict}
        """,
        "CREATE INDEX contribution_place ON contribution(consultation_id, status, id)",
        "CREATE INDEX contribution_institution ON contribution(institution_id)",
        "CREATE INDEX contribution_session ON contribution(session_id)",
        "CREATE UNIQUE INDEX contribution_receipt ON contribution(receipt) WHERE receipt IS NOT NULL",
    ]

    private static let consultationResults = [
        """
        CREATE TABLE consultation_part (
            id {int} PRIMARY KEY, consultation_id {int} NOT NULL REFERENCES consultation(id), workspace_id {int} NOT NULL,
            position {int} NOT NULL, kind {text} NOT NULL CHECK (kind IN ('heading', 'sentence', 'conclusion')),
            body {text} NOT NULL, removed {text}, made {text} NOT NULL, version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX consultation_part_place ON consultation_part(consultation_id, position, id)",
        """
        CREATE TABLE consultation_citation (
            part_id {int} NOT NULL REFERENCES consultation_part(id), contribution_id {int} NOT NULL REFERENCES contribution(id),
            workspace_id {int} NOT NULL, PRIMARY KEY (part_id, contribution_id)) {clustered}
        """,
        "CREATE INDEX consultation_citation_contribution ON consultation_citation(contribution_id, part_id)",
        // What a conclusion became: read from either end.
        """
        CREATE TABLE consultation_outcome (
            part_id {int} NOT NULL REFERENCES consultation_part(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('issue', 'commitment', 'action', 'practice')), target_id {int} NOT NULL,
            made {text} NOT NULL, PRIMARY KEY (part_id, kind, target_id)) {clustered}
        """,
        "CREATE INDEX consultation_outcome_target ON consultation_outcome(workspace_id, kind, target_id, part_id)",
    ]
}
