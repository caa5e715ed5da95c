extension Migration {
    /// Programmes of cooperation: what lists and sums need, in columns; the whole as one activity of the aid-data standard in
    /// `programme_body`, which lists never load. Sums stand as whole units and millionths, both with the sum's sign.
    ///
    /// An issue's link keeps each origin in a row; a link that was taken away stays away by its row in `programme_issue_removal`.
    static let programmes = Migration(18, "programmes", programmeTables + programmeParts + programmeLinks)

    private static let programmeTables = [
        """
        CREATE TABLE programme (
            id {int} PRIMARY KEY, workspace_id {int} REFERENCES workspace(id), identifier {text} NOT NULL UNIQUE,
            title {text} NOT NULL, reporter_ref {text} NOT NULL, reporter_name {text} NOT NULL, status {text} NOT NULL,
            modality {text}, starts {text}, ends {text}, updated {text} NOT NULL, digest {text} NOT NULL,
            lacking {text} NOT NULL, public {int} NOT NULL CHECK (public IN (0, 1)),
            withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)),
            origin {text} NOT NULL CHECK (origin IN ('imported', 'made')), source {text} NOT NULL,
            made {text} NOT NULL, changed {text} NOT NULL,
            linked {int} NOT NULL CHECK (linked IN (0, 1)), version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX programme_workspace ON programme(workspace_id, id)",
        "CREATE INDEX programme_waiting ON programme(linked, id)",
        """
        CREATE TABLE programme_body (
            programme_id {int} PRIMARY KEY REFERENCES programme(id), body {bytes} NOT NULL) {strict}
        """,
        """
        CREATE TABLE programme_title (
            programme_id {int} NOT NULL REFERENCES programme(id), language {text} NOT NULL, title {text} NOT NULL,
            PRIMARY KEY (programme_id, language)) {clustered}
        """,
        """
        CREATE TABLE programme_word (
            word {text} NOT NULL, programme_id {int} NOT NULL REFERENCES programme(id),
            PRIMARY KEY (word, programme_id)) {clustered}
        """,
        "CREATE INDEX programme_word_programme ON programme_word(programme_id)",
    ]

    private static let programmeParts = [
        """
        CREATE TABLE programme_state (
            state {text} NOT NULL, programme_id {int} NOT NULL REFERENCES programme(id), share {int},
            PRIMARY KEY (state, programme_id)) {clustered}
        """,
        "CREATE INDEX programme_state_programme ON programme_state(programme_id)",
        """
        CREATE TABLE programme_purpose (
            kind {text} NOT NULL CHECK (kind IN ('sector', 'category', 'goal', 'target', 'theme')), code {text} NOT NULL,
            programme_id {int} NOT NULL REFERENCES programme(id), PRIMARY KEY (kind, code, programme_id)) {clustered}
        """,
        "CREATE INDEX programme_purpose_programme ON programme_purpose(programme_id)",
        """
        CREATE TABLE programme_actor (
            programme_id {int} NOT NULL REFERENCES programme(id), role {text} NOT NULL, number {int} NOT NULL,
            known_as {text} NOT NULL, ref {text} NOT NULL, name {text} NOT NULL, kind {text} NOT NULL,
            PRIMARY KEY (programme_id, role, number)) {clustered}
        """,
        "CREATE INDEX programme_actor_known ON programme_actor(known_as, programme_id)",
        """
        CREATE TABLE programme_money (
            programme_id {int} NOT NULL REFERENCES programme(id), kind {text} NOT NULL, year {int} NOT NULL,
            currency {text} NOT NULL, whole {int} NOT NULL, fraction {int} NOT NULL, entries {int} NOT NULL,
            PRIMARY KEY (programme_id, kind, year, currency)) {clustered}
        """,
    ]

    private static let programmeLinks = [
        """
        CREATE TABLE programme_issue (
            programme_id {int} NOT NULL REFERENCES programme(id), issue_id {int} NOT NULL REFERENCES issue(id),
            origin {text} NOT NULL CHECK (origin IN ('sector', 'goal', 'text', 'hand')), strength {int} NOT NULL,
            reason {text} NOT NULL, said_by {text} NOT NULL, at {text} NOT NULL,
            PRIMARY KEY (programme_id, issue_id, origin)) {clustered}
        """,
        "CREATE INDEX programme_issue_issue ON programme_issue(issue_id, programme_id)",
        """
        CREATE TABLE programme_issue_removal (
            programme_id {int} NOT NULL REFERENCES programme(id), issue_id {int} NOT NULL REFERENCES issue(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id), reason {text} NOT NULL, said_by {text} NOT NULL,
            at {text} NOT NULL, PRIMARY KEY (programme_id, issue_id)) {clustered}
        """,
        "CREATE INDEX programme_issue_removal_issue ON programme_issue_removal(issue_id)",
        """
        CREATE TABLE programme_linking (
            state {text} PRIMARY KEY, stamp {text} NOT NULL) {clustered}
        """,
    ]
}
