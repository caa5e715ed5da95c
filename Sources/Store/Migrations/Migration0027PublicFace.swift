extension Migration {
    /// What of a workspace everybody may see: choices for each field, exceptions for single items, the batches they were made in, and
    /// what was public when; removals of what had been published.
    ///
    /// Strangers read `public_version` and nothing else: rows of what was shown at some time, the standing ones `current`. `seen` is
    /// the newest change of the log that was looked at, `next_release` the instant of the next embargo that ends.
    static let publicFace = Migration(27, "public-face", publicChoices + publicBatches + publicVersions)

    private static let stages = "('draft', 'institution', 'partners', 'public')"

    private static let publicChoices = [
        """
        CREATE TABLE public_face (
            workspace_id {int} PRIMARY KEY REFERENCES workspace(id), opened {int} NOT NULL CHECK (opened IN (0, 1)),
            about {text} NOT NULL, contact {text} NOT NULL, generation {int} NOT NULL, seen {int} NOT NULL,
            next_release {text}, shown_at {text}, version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX public_face_opened ON public_face(opened, workspace_id)",
        """
        CREATE TABLE public_choice (
            workspace_id {int} NOT NULL REFERENCES workspace(id), field {text} NOT NULL,
            stage {text} NOT NULL CHECK (stage IN \(stages)), PRIMARY KEY (workspace_id, field)) {clustered}
        """,
        """
        CREATE TABLE public_exception (
            workspace_id {int} NOT NULL REFERENCES workspace(id), kind {text} NOT NULL, item_id {int} NOT NULL,
            stage {text} CHECK (stage IN \(stages)), embargo {text},
            PRIMARY KEY (workspace_id, kind, item_id), CHECK (stage IS NOT NULL OR embargo IS NOT NULL)) {clustered}
        """,
        "CREATE INDEX public_exception_embargo ON public_exception(workspace_id, embargo) WHERE embargo IS NOT NULL",
    ]

    private static let publicBatches = [
        """
        CREATE TABLE public_batch (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            status {text} NOT NULL CHECK (status IN ('open', 'confirmed', 'undone', 'dropped')), made_by {text} NOT NULL,
            made {text} NOT NULL, confirmed_by {text}, confirmed {text}, reverses {int} REFERENCES public_batch(id),
            version {int} NOT NULL) {strict}
        """,
        "CREATE UNIQUE INDEX public_batch_open ON public_batch(workspace_id) WHERE status = 'open'",
        "CREATE INDEX public_batch_place ON public_batch(workspace_id, id)",
        "CREATE INDEX public_batch_reverses ON public_batch(reverses) WHERE reverses IS NOT NULL",
        // `item_id` 0 is a choice for a field, which `kind` then names; a stage or embargo that is null stands for the part's default.
        """
        CREATE TABLE public_batch_line (
            batch_id {int} NOT NULL REFERENCES public_batch(id), workspace_id {int} NOT NULL, kind {text} NOT NULL,
            item_id {int} NOT NULL, stage_before {text}, embargo_before {text}, stage {text}, embargo {text},
            PRIMARY KEY (batch_id, kind, item_id)) {clustered}
        """,
    ]

    private static let publicVersions = [
        """
        CREATE TABLE public_version (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), kind {text} NOT NULL,
            item_id {int} NOT NULL, number {int} NOT NULL, current {int} NOT NULL CHECK (current IN (0, 1)), parent_id {int},
            content {text}, made {text} NOT NULL, UNIQUE (workspace_id, kind, item_id, number)) {strict}
        """,
        "CREATE INDEX public_version_current ON public_version(workspace_id, current, kind, item_id)",
        "CREATE INDEX public_version_latest ON public_version(workspace_id, id)",
        """
        CREATE TABLE removal (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), kind {text} NOT NULL,
            item_id {int} NOT NULL,
            ground {text} NOT NULL CHECK (ground IN (
                'personal-data', 'safety', 'court-order', 'unlawful', 'own-mistake')),
            reason {text} NOT NULL, office {text} NOT NULL, removed_by {text} NOT NULL, removed {text} NOT NULL,
            UNIQUE (workspace_id, kind, item_id)) {strict}
        """,
        "CREATE INDEX removal_place ON removal(workspace_id, id)",
    ]
}
