extension Migration {
    /// Reports as they are drafted, edited and approved.
    ///
    /// Each change of a report is a version with a number. A row of a paragraph stands from one version (`since`) until another; edits
    /// and removals end a row and add one, so every version can be read again. `body` holds the sentences with what they are drawn
    /// from; `report_source` repeats the sources of a row for conditions of reach. Sources are named without foreign keys: what was said
    /// in a report stays when an import is undone.
    static let drafting = Migration(
        29, "drafting",
        [
            """
            CREATE TABLE report (
                id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), kind {text} NOT NULL,
                language {text} NOT NULL, title {text} NOT NULL, scope {text} NOT NULL, due {text},
                status {text} NOT NULL CHECK (status IN ('draft', 'in-review', 'approved', 'handed-in', 'dropped')),
                edition {int} NOT NULL, left_out {text} NOT NULL, made {text} NOT NULL, made_by {text} NOT NULL,
                approved {text}, approved_by {text}, handed_in {text}, digest {text}, version {int} NOT NULL,
                CHECK ((approved IS NULL) = (digest IS NULL)), CHECK ((approved IS NULL) = (approved_by IS NULL)),
                CHECK (status NOT IN ('approved', 'handed-in') OR approved IS NOT NULL)) {strict}
            """,
            "CREATE INDEX report_place ON report(workspace_id, id)",
            """
            CREATE TABLE report_version (
                report_id {int} NOT NULL REFERENCES report(id), number {int} NOT NULL CHECK (number >= 1),
                workspace_id {int} NOT NULL, outline {text} NOT NULL, words {int} NOT NULL, action {text} NOT NULL,
                said_by {text} NOT NULL, at {text} NOT NULL, PRIMARY KEY (report_id, number)) {clustered}
            """,
            """
            CREATE TABLE report_paragraph (
                id {int} PRIMARY KEY, paragraph_id {int} NOT NULL, report_id {int} NOT NULL REFERENCES report(id),
                workspace_id {int} NOT NULL, section {text} NOT NULL, place {int} NOT NULL, body {text} NOT NULL,
                words {int} NOT NULL, version {int} NOT NULL, since {int} NOT NULL, until {int},
                UNIQUE (paragraph_id, since), CHECK (until IS NULL OR until > since)) {strict}
            """,
            "CREATE INDEX report_paragraph_report ON report_paragraph(report_id, since, id)",
            "CREATE UNIQUE INDEX report_paragraph_standing ON report_paragraph(paragraph_id) WHERE until IS NULL",
            """
            CREATE INDEX report_paragraph_section ON report_paragraph(report_id, section, place, id) WHERE until IS NULL
            """,
            """
            CREATE TABLE report_source (
                row_id {int} NOT NULL REFERENCES report_paragraph(id), kind {text} NOT NULL, source_id {int} NOT NULL,
                workspace_id {int} NOT NULL, report_id {int} NOT NULL, PRIMARY KEY (row_id, kind, source_id)) {clustered}
            """,
            "CREATE INDEX report_source_of ON report_source(workspace_id, kind, source_id)",
        ])
}
