extension Migration {
    /// Position rounds, laws, committee meetings and letters of a workspace.
    ///
    /// A round keeps its paragraphs as they were taken from the record, number and words, and refers to recommendations without a
    /// foreign key: what institutions were asked and answered stays when an import is undone. Proposed positions stand here and
    /// nowhere else; nothing of these tables is read by the Corpus or by exports.
    static let round = Migration(13, "round", rounds + roundResults + laws + meetings + letters)

    private static let rounds = [
        """
        CREATE TABLE round (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), document_id {int} NOT NULL,
            title {text} NOT NULL, status {text} NOT NULL CHECK (status IN ('open', 'frozen', 'cancelled')),
            opened {text} NOT NULL, opened_by {text} NOT NULL, due {text}, edition {int} NOT NULL, freezes {int} NOT NULL,
            reason {text}, version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX round_workspace ON round(workspace_id, id)",
        "CREATE UNIQUE INDEX round_document ON round(workspace_id, document_id) WHERE status <> 'cancelled'",
        """
        CREATE TABLE round_paragraph (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            round_id {int} NOT NULL REFERENCES round(id), recommendation_id {int} NOT NULL, number {text},
            place {text} NOT NULL, ordinal {int} NOT NULL, texts {text} NOT NULL, recommending {text} NOT NULL,
            decided {text} CHECK (decided IN ('supported', 'noted')),
            resolution {text} CHECK (resolution IN ('supported', 'noted')), reason {text} NOT NULL,
            legal_note {text} NOT NULL, clearance {text} NOT NULL, cleared_by {text}, cleared_at {text},
            clearance_note {text}, merged_into {int} REFERENCES round_paragraph(id), dropped {text},
            version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX round_paragraph_round ON round_paragraph(round_id, place, ordinal, id)",
        "CREATE INDEX round_paragraph_recommendation ON round_paragraph(recommendation_id)",
        "CREATE INDEX round_paragraph_merged ON round_paragraph(merged_into) WHERE merged_into IS NOT NULL",
        """
        CREATE UNIQUE INDEX round_paragraph_once ON round_paragraph(round_id, recommendation_id)
        WHERE merged_into IS NULL AND dropped IS NULL
        """,
        """
        CREATE TABLE proposal (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            round_id {int} NOT NULL REFERENCES round(id), paragraph_id {int} NOT NULL REFERENCES round_paragraph(id),
            institution_id {int} NOT NULL REFERENCES institution(id), due {text} NOT NULL, asked {text} NOT NULL,
            position {text} CHECK (position IN ('supported', 'noted')), reason {text} NOT NULL,
            legal_note {text} NOT NULL, answered_by {text}, answered_at {text}, clearance {text} NOT NULL,
            cleared_by {text}, cleared_at {text}, clearance_note {text}, copied_from {int} REFERENCES proposal(id),
            version {int} NOT NULL, UNIQUE (paragraph_id, institution_id)) {strict}
        """,
        "CREATE INDEX proposal_round ON proposal(round_id, institution_id)",
        "CREATE INDEX proposal_institution ON proposal(workspace_id, institution_id)",
        "CREATE INDEX proposal_copied ON proposal(copied_from) WHERE copied_from IS NOT NULL",
    ]

    /// What became of paragraphs between two reports, and what was frozen. Rows are only added.
    private static let roundResults = [
        """
        CREATE TABLE round_move (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            round_id {int} NOT NULL REFERENCES round(id), edition {int} NOT NULL, kind {text} NOT NULL,
            paragraph_id {int} NOT NULL REFERENCES round_paragraph(id), old_number {text}, new_number {text},
            likeness {real}, confirmed {int} NOT NULL CHECK (confirmed IN (0, 1)), old_texts {text},
            moved_by {text} NOT NULL, at {text} NOT NULL) {strict}
        """,
        "CREATE INDEX round_move_paragraph ON round_move(paragraph_id)",
        "CREATE INDEX round_move_round ON round_move(round_id, edition)",
        """
        CREATE TABLE round_freeze (
            round_id {int} NOT NULL REFERENCES round(id), number {int} NOT NULL,
            workspace_id {int} NOT NULL REFERENCES workspace(id), document_id {int} NOT NULL, edition {int} NOT NULL,
            frozen_by {text} NOT NULL, at {text} NOT NULL, digest {text} NOT NULL, reopened_by {text}, reopened_at {text},
            reopened_because {text}, PRIMARY KEY (round_id, number)) {strict}
        """,
        """
        CREATE TABLE round_result (
            workspace_id {int} NOT NULL REFERENCES workspace(id), round_id {int} NOT NULL, number {int} NOT NULL,
            paragraph_id {int} NOT NULL REFERENCES round_paragraph(id), recommendation_id {int} NOT NULL,
            printed {text}, place {text} NOT NULL, ordinal {int} NOT NULL, texts {text} NOT NULL,
            position {text} NOT NULL CHECK (position IN ('supported', 'noted')), reason {text} NOT NULL,
            in_report {int} NOT NULL CHECK (in_report IN (0, 1)),
            PRIMARY KEY (round_id, number, paragraph_id),
            FOREIGN KEY (round_id, number) REFERENCES round_freeze(round_id, number)) {strict}
        """,
        "CREATE INDEX round_result_paragraph ON round_result(paragraph_id)",
    ]

    private static let laws = [
        """
        CREATE TABLE law (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), title {text} NOT NULL,
            article {text} NOT NULL, summary {text} NOT NULL, lead {int} REFERENCES institution(id),
            withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)), version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX law_workspace ON law(workspace_id, id)",
        "CREATE INDEX law_lead ON law(lead) WHERE lead IS NOT NULL",
        """
        CREATE TABLE law_stage (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            law_id {int} NOT NULL REFERENCES law(id), stage {text} NOT NULL, on_day {text} NOT NULL, note {text} NOT NULL,
            source {text} NOT NULL, said_by {text} NOT NULL, at {text} NOT NULL,
            retracted {text}) {strict}
        """,
        "CREATE INDEX law_stage_law ON law_stage(law_id, on_day, id)",
        """
        CREATE TABLE law_norm (
            law_id {int} NOT NULL REFERENCES law(id), workspace_id {int} NOT NULL REFERENCES workspace(id),
            instrument {text} NOT NULL, article {text} NOT NULL, PRIMARY KEY (law_id, instrument, article)) {strict}
        """,
        """
        CREATE TABLE law_link (
            law_id {int} NOT NULL REFERENCES law(id), workspace_id {int} NOT NULL REFERENCES workspace(id),
            kind {text} NOT NULL CHECK (kind IN ('recommendation', 'issue', 'commitment')), target_id {int} NOT NULL,
            PRIMARY KEY (law_id, kind, target_id)) {strict}
        """,
        "CREATE INDEX law_link_target ON law_link(workspace_id, kind, target_id)",
    ]

    private static let meetings = [
        """
        CREATE TABLE meeting (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), title {text} NOT NULL,
            held {text} NOT NULL, begins {text} NOT NULL, room {text} NOT NULL,
            status {text} NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')), present {text} NOT NULL,
            minutes {text} NOT NULL, version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX meeting_workspace ON meeting(workspace_id, held, id)",
        """
        CREATE TABLE meeting_item (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            meeting_id {int} NOT NULL REFERENCES meeting(id), place {int} NOT NULL, title {text} NOT NULL,
            note {text} NOT NULL, minutes {text} NOT NULL, kind {text}, subject_id {int},
            withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)), version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX meeting_item_meeting ON meeting_item(meeting_id, place, id)",
        """
        CREATE TABLE decision (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            meeting_id {int} NOT NULL REFERENCES meeting(id), item_id {int} REFERENCES meeting_item(id),
            body {text} NOT NULL, institution_id {int} REFERENCES institution(id), due {text}, commitment_id {int},
            action_id {int}, withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)), version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX decision_meeting ON decision(meeting_id, id)",
        "CREATE INDEX decision_item ON decision(item_id) WHERE item_id IS NOT NULL",
        "CREATE INDEX decision_institution ON decision(workspace_id, institution_id)",
    ]

    private static let letters = [
        """
        CREATE TABLE letter_template (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id), title {text} NOT NULL,
            subject {text} NOT NULL, body {text} NOT NULL, language {text} NOT NULL, matter {text} NOT NULL,
            withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)), version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX letter_template_workspace ON letter_template(workspace_id, id)",
        """
        CREATE TABLE letter (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            template_id {int} NOT NULL REFERENCES letter_template(id),
            institution_id {int} NOT NULL REFERENCES institution(id), address {text} NOT NULL, language {text} NOT NULL,
            subject {text} NOT NULL, body {text} NOT NULL, items {int} NOT NULL, sent_by {text} NOT NULL,
            sent {text} NOT NULL) {strict}
        """,
        "CREATE INDEX letter_workspace ON letter(workspace_id, id)",
        "CREATE INDEX letter_template_of ON letter(template_id)",
        "CREATE INDEX letter_institution ON letter(institution_id)",
    ]
}
