extension Migration {
    /// What every side says of how far a thing of the record is carried out, the schemes they say it in, and packages of other
    /// installations.
    ///
    /// `assessment_said` holds what workspaces wrote (`workspace_id`) and what other installations signed (`source_id`); what documents
    /// say stays in `assessment`. Both take their numbers from one row of ids, so that a number names one assessment. What is read
    /// outside has `published_at`; words of what was taken back or removed are never among it. `assessor` and `assessor_kind` are those
    /// of the day of publication: whoever renames an institution later changes nothing that was said. `document`, `paragraph` and
    /// `part_label` keep what it speaks of, should the record lose it.
    static let assessments = Migration(23, "assessments", schemes + sources + said)

    private static let schemes = [
        """
        CREATE TABLE assessment_scheme (
            id {int} PRIMARY KEY, workspace_id {int} REFERENCES workspace(id), institution_id {int} NOT NULL,
            source_id {int}, outside_code {text}, latest {int} NOT NULL, closed {int} NOT NULL CHECK (closed IN (0, 1)),
            made {text} NOT NULL, version {int} NOT NULL,
            CHECK ((workspace_id IS NULL) <> (source_id IS NULL)), UNIQUE (source_id, outside_code)) {strict}
        """,
        "CREATE INDEX assessment_scheme_place ON assessment_scheme(workspace_id, id) WHERE workspace_id IS NOT NULL",
        // An edition never changes: what was said in it keeps its words.
        """
        CREATE TABLE assessment_scheme_edition (
            scheme_id {int} NOT NULL REFERENCES assessment_scheme(id), number {int} NOT NULL, content {text} NOT NULL,
            made {text} NOT NULL, PRIMARY KEY (scheme_id, number)) {strict}
        """,
        """
        CREATE TABLE assessment_setting (
            workspace_id {int} NOT NULL REFERENCES workspace(id), institution_id {int} NOT NULL,
            needs_second {int} NOT NULL CHECK (needs_second IN (0, 1)), version {int} NOT NULL,
            PRIMARY KEY (workspace_id, institution_id)) {strict}
        """,
    ]

    private static let sources = [
        // This installation among others. `sequence` counts what was published, taken back and removed.
        """
        CREATE TABLE assessment_identity (
            id {int} PRIMARY KEY CHECK (id = 1), code {text} NOT NULL, sequence {int} NOT NULL, changed {text} NOT NULL) {strict}
        """,
        """
        CREATE TABLE assessment_source (
            id {int} PRIMARY KEY, code {text} NOT NULL, scope {text} NOT NULL, name {text} NOT NULL, operator_kind {text},
            address {text}, public_key {text} NOT NULL, sequence {int} NOT NULL, made {text} NOT NULL,
            received {text} NOT NULL, received_by {text} NOT NULL, dropped {text}, dropped_why {text}, version {int} NOT NULL,
            UNIQUE (code, scope)) {strict}
        """,
        // Keys somebody at the desk compared with what the installation publishes elsewhere; the latest counts.
        """
        CREATE TABLE assessment_key (
            id {int} PRIMARY KEY, code {text} NOT NULL, public_key {text} NOT NULL, confirmed {text} NOT NULL,
            confirmed_by {text} NOT NULL) {strict}
        """,
        "CREATE INDEX assessment_key_code ON assessment_key(code, id)",
        """
        CREATE TABLE assessment_package (
            id {int} PRIMARY KEY, source_id {int} NOT NULL REFERENCES assessment_source(id), sequence {int} NOT NULL,
            made {text} NOT NULL, digest {text} NOT NULL, taken {int} NOT NULL, vanished {int} NOT NULL,
            unplaced {int} NOT NULL, received {text} NOT NULL, received_by {text} NOT NULL) {strict}
        """,
        "CREATE INDEX assessment_package_source ON assessment_package(source_id, id)",
    ]

    private static let said = [
        """
        CREATE TABLE assessment_said (
            id {int} PRIMARY KEY, workspace_id {int} REFERENCES workspace(id),
            institution_id {int} REFERENCES institution(id), source_id {int} REFERENCES assessment_source(id),
            outside_id {text}, assessor_kind {text} NOT NULL CHECK (assessor_kind IN (
                'state', 'nhri', 'civil-society', 'un', 'committee', 'expert', 'donor', 'regional-body', 'other')),
            assessor {text} NOT NULL, state {text} NOT NULL,
            subject_kind {text} NOT NULL CHECK (subject_kind IN ('recommendation', 'issue')), subject_id {int},
            part_id {int} NOT NULL, document {text} NOT NULL, paragraph {text} NOT NULL, part_label {text} NOT NULL,
            subject_title {text} NOT NULL, scheme {text} NOT NULL, scheme_edition {int} NOT NULL, value {text} NOT NULL,
            day {text} NOT NULL, statement_id {int},
            status {text} NOT NULL CHECK (status IN ('draft', 'published', 'superseded', 'taken-back')),
            author {text} NOT NULL, author_id {int} NOT NULL, made {text} NOT NULL, checked_by {text}, checked_at {text},
            published_at {text}, superseded_by {int}, superseded_at {text}, taken_back_at {text}, taken_back_why {text},
            removed_at {text}, removed_by {text}, removed_ground {text}, removed_text {text}, version {int} NOT NULL,
            CHECK ((workspace_id IS NULL) <> (source_id IS NULL)),
            CHECK ((source_id IS NULL) = (outside_id IS NULL)), CHECK (workspace_id IS NULL OR subject_id IS NOT NULL),
            CHECK ((status = 'draft') = (published_at IS NULL)),
            CHECK ((status = 'taken-back') = (taken_back_at IS NOT NULL)),
            CHECK ((removed_at IS NULL) = (removed_ground IS NULL)), CHECK (removed_at IS NULL OR status <> 'draft'),
            UNIQUE (source_id, outside_id)) {strict}
        """,
        "CREATE INDEX assessment_said_place ON assessment_said(workspace_id, id) WHERE workspace_id IS NOT NULL",
        "CREATE INDEX assessment_said_source ON assessment_said(source_id, id) WHERE source_id IS NOT NULL",
        "CREATE INDEX assessment_said_subject ON assessment_said(subject_kind, subject_id, id)",
        "CREATE INDEX assessment_said_state ON assessment_said(state, id)",
        "CREATE INDEX assessment_said_public ON assessment_said(id) WHERE published_at IS NOT NULL",
        "CREATE INDEX assessment_said_institution ON assessment_said(institution_id) WHERE institution_id IS NOT NULL",
        "CREATE INDEX assessment_said_removed ON assessment_said(removed_at, id) WHERE removed_at IS NOT NULL",
        """
        CREATE TABLE assessment_text (
            assessment_id {int} NOT NULL REFERENCES assessment_said(id), language {text} NOT NULL,
            original {int} NOT NULL CHECK (original IN (0, 1)), reason {text} NOT NULL,
            PRIMARY KEY (assessment_id, language)) {clustered}
        """,
        """
        CREATE TABLE assessment_evidence (
            assessment_id {int} NOT NULL REFERENCES assessment_said(id), number {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('link', 'document', 'evidence')), title {text} NOT NULL,
            address {text} NOT NULL, PRIMARY KEY (assessment_id, number)) {clustered}
        """,
    ]
}
