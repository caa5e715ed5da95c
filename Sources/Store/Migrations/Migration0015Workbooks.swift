extension Migration {
    /// Tracking workbooks of predecessors with every row of theirs, and workbooks that institutions fill in.
    ///
    /// A row of a tracking workbook is applied, waits, or was set aside by a person; it keeps all of its cells. Recommendations and
    /// objects of the plan are named without foreign keys: what is undone or taken out there leaves its row here.
    static let workbooks = Migration(15, "workbooks", tracking + exchange)

    private static let tracking = [
        """
        CREATE TABLE tracking_file (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), name {text} NOT NULL,
            digest {text} NOT NULL, content {bytes} NOT NULL, mapping {text} NOT NULL,
            applied {int} NOT NULL CHECK (applied IN (0, 1)), made {text} NOT NULL, made_by {text} NOT NULL,
            version {int} NOT NULL, UNIQUE (workspace_id, digest)) {strict}
        """,
        """
        CREATE TABLE tracking_mapping (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), name {text} NOT NULL,
            name_key {text} NOT NULL, mapping {text} NOT NULL, made {text} NOT NULL, made_by {text} NOT NULL,
            UNIQUE (workspace_id, name_key)) {strict}
        """,
        """
        CREATE TABLE tracking_row (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            file_id {int} NOT NULL REFERENCES tracking_file(id), sheet {text} NOT NULL, row_number {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('record', 'heading', 'header', 'remark')), raw {text} NOT NULL,
            words {text} NOT NULL, paragraph {text} NOT NULL, said {text} NOT NULL, candidates {text} NOT NULL,
            verdict {text} NOT NULL, status {text} NOT NULL CHECK (status IN ('applied', 'waiting', 'aside')),
            recommendation_id {int}, leftovers {int} NOT NULL, why {text}, decided_by {text} NOT NULL, decided {text} NOT NULL,
            version {int} NOT NULL, UNIQUE (file_id, sheet, row_number)) {strict}
        """,
        "CREATE INDEX tracking_row_queue ON tracking_row(workspace_id, status, id)",
        "CREATE INDEX tracking_row_leftovers ON tracking_row(workspace_id, id) WHERE leftovers > 0",
        "CREATE INDEX tracking_row_record ON tracking_row(workspace_id, recommendation_id)",
        """
        CREATE TABLE tracking_word (
            workspace_id {int} NOT NULL REFERENCES workspace(id), kind {text} NOT NULL CHECK (kind IN ('institution', 'status')),
            word_key {text} NOT NULL, word {text} NOT NULL, value {text} NOT NULL, decided {text} NOT NULL,
            decided_by {text} NOT NULL, PRIMARY KEY (workspace_id, kind, word_key)) {clustered}
        """,
    ]

    private static let exchange = [
        """
        CREATE TABLE workbook (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            institution_id {int} REFERENCES institution(id), language {text} NOT NULL, period {text} NOT NULL,
            secret {text} NOT NULL, made {text} NOT NULL, made_by {text} NOT NULL, rows {int} NOT NULL) {strict}
        """,
        "CREATE INDEX workbook_place ON workbook(workspace_id, institution_id, id)",
        "CREATE INDEX workbook_institution ON workbook(institution_id)",
        """
        CREATE TABLE workbook_row (
            workbook_id {int} NOT NULL REFERENCES workbook(id) ON DELETE CASCADE, workspace_id {int} NOT NULL,
            kind {text} NOT NULL, subject_id {int} NOT NULL, version {int} NOT NULL, cells {text} NOT NULL,
            PRIMARY KEY (workbook_id, kind, subject_id)) {clustered}
        """,
        """
        CREATE TABLE workbook_return (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            workbook_id {int} NOT NULL REFERENCES workbook(id), institution_id {int} REFERENCES institution(id),
            name {text} NOT NULL, digest {text} NOT NULL, content {bytes} NOT NULL,
            status {text} NOT NULL CHECK (status IN ('open', 'applied', 'discarded')), made {text} NOT NULL,
            made_by {text} NOT NULL, decided {text}, decided_by {text}, batch {int}, changes {int}, version {int} NOT NULL,
            UNIQUE (workspace_id, digest)) {strict}
        """,
        "CREATE INDEX workbook_return_workbook ON workbook_return(workbook_id)",
        "CREATE INDEX workbook_return_place ON workbook_return(workspace_id, institution_id, id)",
    ]
}
