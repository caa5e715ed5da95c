extension Migration {
    /// Practices and emerging issues, their reviews, who adopted which practice, and what became of a problem without a norm.
    ///
    /// What is read outside is one edition, the one that was reviewed: `practice.published_edition`. `practice.state` and `region` are
    /// what outsiders may know of where it was (nothing, where the place is held back), `published` since when they read it. A
    /// proponent's name stands in the store only where its bearer agreed.
    static let practices = Migration(
        21, "practices", practiceTables + practiceParts + practiceReviews + practiceAdoptions + emergingIssues)

    private static let practiceTables = [
        """
        CREATE TABLE practice (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), latest_edition {int} NOT NULL,
            published_edition {int}, state {text}, region {text}, published {text}, withdrawn {text}, withdrawn_why {text},
            made {text} NOT NULL, version {int} NOT NULL,
            CHECK ((published IS NULL) = (published_edition IS NULL)),
            CHECK (published IS NOT NULL OR (state IS NULL AND region IS NULL))) {strict}
        """,
        "CREATE INDEX practice_place ON practice(workspace_id, id)",
        "CREATE INDEX practice_published ON practice(published_edition) WHERE published_edition IS NOT NULL",
        "CREATE INDEX practice_state ON practice(state, id) WHERE state IS NOT NULL",
        """
        CREATE TABLE practice_edition (
            id {int} PRIMARY KEY, practice_id {int} NOT NULL REFERENCES practice(id), workspace_id {int} NOT NULL,
            number {int} NOT NULL, status {text} NOT NULL CHECK (status IN (
                'draft', 'handed-in', 'in-review', 'returned', 'published', 'replaced', 'withdrawn')),
            shelf {text} NOT NULL, state {text}, region {text}, place_withheld {int} NOT NULL CHECK (place_withheld IN (0, 1)),
            anonymous {int} NOT NULL CHECK (anonymous IN (0, 1)), starts {text}, ends {text}, cost {int} CHECK (cost >= 0),
            currency {text}, office {text} NOT NULL, email {text} NOT NULL,
            contact_withheld {int} NOT NULL CHECK (contact_withheld IN (0, 1)),
            source_kind {text} CHECK (source_kind IN ('agreement', 'programme')), source_id {int},
            made {text} NOT NULL, handed_in {text}, decided {text}, UNIQUE (practice_id, number),
            CHECK ((cost IS NULL) = (currency IS NULL)), CHECK ((source_kind IS NULL) = (source_id IS NULL))) {strict}
        """,
        "CREATE INDEX practice_edition_place ON practice_edition(workspace_id, id)",
        "CREATE INDEX practice_edition_waiting ON practice_edition(status, handed_in, id)",
        "CREATE INDEX practice_edition_source ON practice_edition(source_kind, source_id) WHERE source_kind IS NOT NULL",
    ]

    private static let practiceParts = [
        """
        CREATE TABLE practice_text (
            edition_id {int} NOT NULL REFERENCES practice_edition(id), workspace_id {int} NOT NULL, language {text} NOT NULL,
            original {int} NOT NULL CHECK (original IN (0, 1)), title {text} NOT NULL, summary {text} NOT NULL,
            worked {text} NOT NULL, place {text} NOT NULL, means {text} NOT NULL, duration {text} NOT NULL,
            staff {text} NOT NULL, evidence {text} NOT NULL, failed {text} NOT NULL, conditions {text} NOT NULL,
            concerned {text} NOT NULL, PRIMARY KEY (edition_id, language)) {clustered}
        """,
        "CREATE UNIQUE INDEX practice_text_original ON practice_text(edition_id) WHERE original = 1",
        """
        CREATE TABLE practice_value (
            edition_id {int} NOT NULL REFERENCES practice_edition(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('theme', 'goal', 'help', 'person')), value {text} NOT NULL,
            PRIMARY KEY (edition_id, kind, value)) {clustered}
        """,
        "CREATE INDEX practice_value_value ON practice_value(kind, value, edition_id)",
        """
        CREATE TABLE practice_link (
            edition_id {int} NOT NULL REFERENCES practice_edition(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('issue', 'recommendation')), target_id {int} NOT NULL,
            origin {text} NOT NULL CHECK (origin IN ('hand', 'proposed')), reason {text} NOT NULL,
            PRIMARY KEY (edition_id, kind, target_id)) {clustered}
        """,
        "CREATE INDEX practice_link_target ON practice_link(kind, target_id, edition_id)",
        """
        CREATE TABLE practice_document (
            edition_id {int} NOT NULL REFERENCES practice_edition(id), workspace_id {int} NOT NULL, number {int} NOT NULL,
            title {text} NOT NULL, address {text} NOT NULL, PRIMARY KEY (edition_id, number)) {clustered}
        """,
        // Words of editions that are published, as written and by their stems; no other edition has any.
        """
        CREATE TABLE practice_word (
            word {text} NOT NULL, practice_id {int} NOT NULL REFERENCES practice(id), PRIMARY KEY (word, practice_id)) {clustered}
        """,
        "CREATE INDEX practice_word_practice ON practice_word(practice_id)",
    ]

    private static let practiceReviews = [
        // Of editions of practices, and of emerging issues by the round they were handed in for.
        """
        CREATE TABLE practice_review (
            id {int} PRIMARY KEY, subject_kind {text} NOT NULL CHECK (subject_kind IN ('practice', 'emerging-issue')),
            subject_id {int} NOT NULL, edition {int} NOT NULL, author_id {int} NOT NULL REFERENCES workspace(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id), verdict {text} CHECK (verdict IN ('publish', 'return')),
            reasons {text} NOT NULL, language {text} NOT NULL, reviewer {text} NOT NULL, taken {text} NOT NULL, said {text},
            version {int} NOT NULL, UNIQUE (subject_kind, subject_id, edition, workspace_id),
            CHECK (workspace_id <> author_id), CHECK ((verdict IS NULL) = (said IS NULL))) {strict}
        """,
        "CREATE INDEX practice_review_place ON practice_review(workspace_id, id)",
        "CREATE INDEX practice_review_author ON practice_review(author_id, id)",
    ]

    private static let practiceAdoptions = [
        """
        CREATE TABLE practice_adoption (
            id {int} PRIMARY KEY, practice_id {int} NOT NULL REFERENCES practice(id), edition_id {int} NOT NULL,
            workspace_id {int} NOT NULL REFERENCES workspace(id), shown {text} NOT NULL CHECK (shown IN ('named', 'counted')),
            language {text} NOT NULL, note {text} NOT NULL, adapted {text} NOT NULL, day {text} NOT NULL,
            link_kind {text} CHECK (link_kind IN ('issue', 'commitment', 'action')), link_id {int}, made {text} NOT NULL,
            taken_back {text}, taken_back_why {text}, version {int} NOT NULL,
            CHECK ((link_kind IS NULL) = (link_id IS NULL))) {strict}
        """,
        "CREATE INDEX practice_adoption_place ON practice_adoption(workspace_id, id)",
        "CREATE INDEX practice_adoption_practice ON practice_adoption(practice_id, id)",
        "CREATE INDEX practice_adoption_link ON practice_adoption(workspace_id, link_kind, link_id)",
        // A workspace adopts a practice once, until it takes that back.
        """
        CREATE UNIQUE INDEX practice_adoption_standing ON practice_adoption(practice_id, workspace_id)
            WHERE taken_back IS NULL
        """,
        """
        CREATE TABLE practice_result (
            id {int} PRIMARY KEY, adoption_id {int} NOT NULL REFERENCES practice_adoption(id), workspace_id {int} NOT NULL,
            day {text} NOT NULL, body {text} NOT NULL, said_by {text} NOT NULL, at {text} NOT NULL) {strict}
        """,
        "CREATE INDEX practice_result_adoption ON practice_result(adoption_id, id)",
    ]

    private static let emergingIssues = [
        """
        CREATE TABLE emerging_issue (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), status {text} NOT NULL CHECK (
                status IN ('draft', 'handed-in', 'in-review', 'returned', 'published', 'withdrawn')),
            round {int} NOT NULL, anonymous {int} NOT NULL CHECK (anonymous IN (0, 1)), region {text}, language {text} NOT NULL,
            title {text} NOT NULL, body {text} NOT NULL, gap {text} NOT NULL, made {text} NOT NULL, handed_in {text},
            published {text}, withdrawn {text}, withdrawn_why {text}, version {int} NOT NULL,
            CHECK ((status = 'published') = (published IS NOT NULL))) {strict}
        """,
        "CREATE INDEX emerging_issue_place ON emerging_issue(workspace_id, id)",
        "CREATE INDEX emerging_issue_status ON emerging_issue(status, id)",
        """
        CREATE TABLE emerging_value (
            emerging_id {int} NOT NULL REFERENCES emerging_issue(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('theme', 'goal', 'person')), value {text} NOT NULL,
            PRIMARY KEY (emerging_id, kind, value)) {clustered}
        """,
        "CREATE INDEX emerging_value_value ON emerging_value(kind, value, emerging_id)",
        """
        CREATE TABLE emerging_link (
            emerging_id {int} NOT NULL REFERENCES emerging_issue(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('recommendation', 'practice', 'issue')), target_id {int} NOT NULL,
            PRIMARY KEY (emerging_id, kind, target_id)) {clustered}
        """,
        "CREATE INDEX emerging_link_target ON emerging_link(kind, target_id, emerging_id)",
        """
        CREATE TABLE emerging_proponent (
            id {int} PRIMARY KEY, emerging_id {int} NOT NULL REFERENCES emerging_issue(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN (
                'concerned', 'state', 'national-institution', 'civil-society', 'un-entity', 'expert', 'other')),
            name {text} NOT NULL, consented {text}, removed {text}, at {text} NOT NULL,
            CHECK (name = '' OR (consented IS NOT NULL AND removed IS NULL))) {strict}
        """,
        "CREATE INDEX emerging_proponent_issue ON emerging_proponent(emerging_id, id)",
        """
        CREATE TABLE emerging_draft (
            id {int} PRIMARY KEY, emerging_id {int} NOT NULL REFERENCES emerging_issue(id), workspace_id {int} NOT NULL,
            day {text} NOT NULL, title {text} NOT NULL, body {text} NOT NULL, address {text} NOT NULL, language {text} NOT NULL,
            struck {text}, struck_why {text}, at {text} NOT NULL) {strict}
        """,
        "CREATE INDEX emerging_draft_issue ON emerging_draft(emerging_id, id)",
        """
        CREATE TABLE emerging_step (
            id {int} PRIMARY KEY, emerging_id {int} NOT NULL REFERENCES emerging_issue(id), workspace_id {int} NOT NULL,
            day {text} NOT NULL, stage {text} NOT NULL CHECK (stage IN (
                'raised', 'before-body', 'studied', 'drafted', 'decided', 'adopted', 'not-taken-up')),
            known_as {text} NOT NULL, body_note {text} NOT NULL, note {text} NOT NULL, address {text} NOT NULL,
            language {text} NOT NULL, struck {text}, struck_why {text}, at {text} NOT NULL) {strict}
        """,
        "CREATE INDEX emerging_step_issue ON emerging_step(emerging_id, day, id)",
        """
        CREATE TABLE emerging_word (
            word {text} NOT NULL, emerging_id {int} NOT NULL REFERENCES emerging_issue(id),
            PRIMARY KEY (word, emerging_id)) {clustered}
        """,
        "CREATE INDEX emerging_word_issue ON emerging_word(emerging_id)",
    ]
}
