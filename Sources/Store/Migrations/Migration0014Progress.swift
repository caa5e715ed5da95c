extension Migration {
    /// Progress and evidence, what the State says of implementation, indicators, comments and drafts of forms.
    ///
    /// A file is kept once in its workspace, under the SHA-256 of its content, in pieces. Nothing here is ever deleted but drafts:
    /// evidence is withdrawn, a comment is removed and leaves its trace.
    static let progress = Migration(14, "progress", reports + evidence + indicators + talk)

    private static let cleared = """
        clearance {text} NOT NULL CHECK (clearance IN (
            'none', 'submitted', 'institution', 'mechanism', 'minister', 'returned')),
        cleared_by {text}, cleared_at {text}, clearance_note {text}
        """

    private static let reports = [
        """
        CREATE TABLE progress_setting (
            workspace_id {int} PRIMARY KEY REFERENCES workspace(id), months {int} NOT NULL CHECK (months IN (1, 3, 6, 12)),
            needed {text} NOT NULL CHECK (needed IN ('institution', 'mechanism', 'minister')),
            version {int} NOT NULL) {strict}
        """,
        """
        CREATE TABLE progress_report (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            action_id {int} NOT NULL REFERENCES action(id), institution_id {int} NOT NULL REFERENCES institution(id),
            starts {text} NOT NULL, ends {text} NOT NULL, said {text} NOT NULL, obstacle {text},
            status {text} NOT NULL CHECK (status IN ('planned', 'started', 'delayed', 'done', 'stopped')),
            percent {int} CHECK (percent BETWEEN 0 AND 100), author {text} NOT NULL, made {text} NOT NULL,
            \(cleared), version {int} NOT NULL, CHECK (starts <= ends),
            UNIQUE (action_id, institution_id, starts)) {strict}
        """,
        "CREATE INDEX progress_report_place ON progress_report(workspace_id, id)",
        "CREATE INDEX progress_report_action ON progress_report(workspace_id, action_id, id)",
        "CREATE INDEX progress_report_period ON progress_report(workspace_id, starts, id)",
        "CREATE INDEX progress_report_institution ON progress_report(workspace_id, institution_id, starts, id)",
        "CREATE INDEX progress_report_clearance ON progress_report(workspace_id, clearance, id)",
        """
        CREATE TABLE implementation_statement (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            commitment_id {int} NOT NULL REFERENCES commitment(id), planned_id {int} REFERENCES commitment_recommendation(id),
            status {text} NOT NULL CHECK (status IN ('notStarted', 'underWay', 'partly', 'fully', 'notPursued')),
            reason {text} NOT NULL, stated {text} NOT NULL, author {text} NOT NULL, made {text} NOT NULL) {strict}
        """,
        "CREATE INDEX implementation_statement_place ON implementation_statement(workspace_id, commitment_id, id)",
    ]

    private static let evidence = [
        """
        CREATE TABLE stored_file (
            workspace_id {int} NOT NULL REFERENCES workspace(id), digest {text} NOT NULL, size_bytes {int} NOT NULL,
            made {text} NOT NULL, PRIMARY KEY (workspace_id, digest)) {strict}
        """,
        """
        CREATE TABLE stored_file_part (
            workspace_id {int} NOT NULL, digest {text} NOT NULL, part {int} NOT NULL, bytes {bytes} NOT NULL,
            PRIMARY KEY (workspace_id, digest, part),
            FOREIGN KEY (workspace_id, digest) REFERENCES stored_file(workspace_id, digest)) {strict}
        """,
        """
        CREATE TABLE evidence (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), kind {text} NOT NULL,
            subject_id {int} NOT NULL, institution_id {int} REFERENCES institution(id), title {text} NOT NULL,
            public {int} NOT NULL CHECK (public IN (0, 1)), address_key {text} NOT NULL UNIQUE,
            withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)), latest {int} NOT NULL, author {text} NOT NULL,
            made {text} NOT NULL, \(cleared), version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX evidence_subject ON evidence(workspace_id, kind, subject_id, id)",
        "CREATE INDEX evidence_clearance ON evidence(workspace_id, clearance, id)",
        "CREATE INDEX evidence_institution ON evidence(workspace_id, institution_id, id)",
        """
        CREATE TABLE evidence_version (
            evidence_id {int} NOT NULL REFERENCES evidence(id), number {int} NOT NULL, workspace_id {int} NOT NULL,
            digest {text}, file_name {text}, media_type {text}, size_bytes {int}, link {text}, author {text} NOT NULL,
            made {text} NOT NULL, PRIMARY KEY (evidence_id, number),
            FOREIGN KEY (workspace_id, digest) REFERENCES stored_file(workspace_id, digest),
            CHECK ((digest IS NULL) <> (link IS NULL)),
            CHECK (digest IS NULL OR (file_name IS NOT NULL AND media_type IS NOT NULL AND size_bytes IS NOT NULL))) {strict}
        """,
    ]

    private static let indicators = [
        """
        CREATE TABLE indicator (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), code {text}, code_key {text},
            title {text} NOT NULL, title_key {text} NOT NULL,
            type {text} NOT NULL CHECK (type IN ('structure', 'process', 'outcome')), definition {text} NOT NULL,
            unit {text} NOT NULL,
            direction {text} NOT NULL CHECK (direction IN ('increase', 'decrease', 'maintain', 'none')),
            baseline {text}, baseline_at {text}, target {text}, target_at {text}, source {text} NOT NULL,
            institution_id {int} REFERENCES institution(id), withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)),
            made {text} NOT NULL, version {int} NOT NULL, UNIQUE (workspace_id, code_key)) {strict}
        """,
        "CREATE INDEX indicator_place ON indicator(workspace_id, withdrawn, title_key, id)",
        "CREATE INDEX indicator_institution ON indicator(workspace_id, institution_id)",
        """
        CREATE TABLE indicator_link (
            indicator_id {int} NOT NULL REFERENCES indicator(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('commitment', 'issue', 'target')), code {text} NOT NULL,
            PRIMARY KEY (indicator_id, kind, code)) {clustered}
        """,
        "CREATE INDEX indicator_link_place ON indicator_link(workspace_id, kind, code)",
        """
        CREATE TABLE observation (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            indicator_id {int} NOT NULL REFERENCES indicator(id), period {text} NOT NULL, sex {text} NOT NULL,
            age {text} NOT NULL, disability {text} NOT NULL, region {text} NOT NULL, population {text} NOT NULL,
            value {text}, source {text} NOT NULL, note {text}, author {text} NOT NULL, made {text} NOT NULL,
            version {int} NOT NULL,
            UNIQUE (indicator_id, period, sex, age, disability, region, population)) {strict}
        """,
        "CREATE INDEX observation_place ON observation(workspace_id, indicator_id, period)",
        """
        CREATE TABLE observation_import (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            indicator_id {int} REFERENCES indicator(id), digest {text} NOT NULL, file_name {text} NOT NULL,
            options {text} NOT NULL, status {text} NOT NULL CHECK (status IN ('waiting', 'taken', 'dropped')),
            author {text} NOT NULL, made {text} NOT NULL, version {int} NOT NULL,
            FOREIGN KEY (workspace_id, digest) REFERENCES stored_file(workspace_id, digest)) {strict}
        """,
        "CREATE INDEX observation_import_place ON observation_import(workspace_id, id)",
    ]

    private static let talk = [
        """
        CREATE TABLE comment (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), kind {text} NOT NULL,
            subject_id {int} NOT NULL, said {text} NOT NULL, internal {int} NOT NULL CHECK (internal IN (0, 1)),
            author_id {int} NOT NULL, author {text} NOT NULL, institution_id {int} REFERENCES institution(id),
            made {text} NOT NULL, edited {text}, removed {text}, removed_by {text}, version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX comment_subject ON comment(workspace_id, kind, subject_id, id)",
        """
        CREATE TABLE comment_mention (
            comment_id {int} NOT NULL REFERENCES comment(id), account_id {int} NOT NULL REFERENCES account(id),
            workspace_id {int} NOT NULL, seen {text}, PRIMARY KEY (comment_id, account_id)) {clustered}
        """,
        "CREATE INDEX comment_mention_account ON comment_mention(workspace_id, account_id, comment_id)",
        """
        CREATE TABLE form_draft (
            workspace_id {int} NOT NULL REFERENCES workspace(id), account_id {int} NOT NULL REFERENCES account(id),
            form {text} NOT NULL, fields {text} NOT NULL, saved {text} NOT NULL,
            PRIMARY KEY (workspace_id, account_id, form)) {clustered}
        """,
    ]
}
