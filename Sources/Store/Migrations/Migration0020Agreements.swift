extension Migration {
    /// Introductions between two workspaces, agreements of two or more, and the reviews of how they go.
    ///
    /// An introduction holds no text of the need it is about: a need whose consent was withdrawn leaves nothing here. An agreement is a
    /// row that never changes hands; what it says stands in versions that are kept, each with its parties, and is in force from the
    /// moment on at which all parties of one version accepted it (`agreement.current` names that version). What parties say of
    /// benchmarks, deliveries and reviews is appended, never changed.
    static let agreements = Migration(
        20, "agreements", introductionTables + agreementTables + agreementTerms + agreementSayings)

    private static let introductionTables = [
        // `workspace_id` asks, `partner_id` is asked; `need_workspace_id` says which of the two has the need.
        """
        CREATE TABLE introduction (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            partner_id {int} NOT NULL REFERENCES workspace(id), need_id {int} REFERENCES need(id),
            need_workspace_id {int}, offer_id {int} REFERENCES offer(id), call_id {int} REFERENCES fund_call(id),
            programme_id {int} REFERENCES programme(id), peer {text}, body {text} NOT NULL,
            status {text} NOT NULL CHECK (status IN ('asked', 'accepted', 'declined', 'withdrawn')),
            asked {text} NOT NULL, asked_by {text} NOT NULL, answered {text}, answered_by {text}, reason {text} NOT NULL,
            version {int} NOT NULL, CHECK (workspace_id <> partner_id), CHECK ((need_id IS NULL) = (need_workspace_id IS NULL)),
            CHECK ((status = 'asked') = (answered IS NULL))) {strict}
        """,
        "CREATE INDEX introduction_place ON introduction(workspace_id, id)",
        "CREATE INDEX introduction_partner ON introduction(partner_id, id)",
        "CREATE INDEX introduction_waiting ON introduction(status, asked, id)",
        "CREATE INDEX introduction_need ON introduction(need_id)",
        "CREATE INDEX introduction_offer ON introduction(offer_id)",
        "CREATE INDEX introduction_call ON introduction(call_id)",
        "CREATE INDEX introduction_programme ON introduction(programme_id)",
        // Whom to talk to, by side. Shown to the other side while both have one.
        """
        CREATE TABLE introduction_contact (
            introduction_id {int} NOT NULL REFERENCES introduction(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id), name {text} NOT NULL, office {text} NOT NULL,
            email {text} NOT NULL, consented {text} NOT NULL, PRIMARY KEY (introduction_id, workspace_id)) {clustered}
        """,
        "CREATE INDEX introduction_contact_place ON introduction_contact(workspace_id)",
        // `workspace_id` wrote it. A deleted one keeps its row without its text.
        """
        CREATE TABLE introduction_message (
            id {int} PRIMARY KEY, introduction_id {int} NOT NULL REFERENCES introduction(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id), author {text} NOT NULL, body {text} NOT NULL,
            made {text} NOT NULL, deleted {text}) {strict}
        """,
        "CREATE INDEX introduction_message_thread ON introduction_message(introduction_id, id)",
        "CREATE INDEX introduction_message_place ON introduction_message(workspace_id)",
    ]

    private static let agreementTables = [
        // `workspace_id` began it and is no more than any other party. `current` is the version that is or was in force.
        """
        CREATE TABLE agreement (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            introduction_id {int} REFERENCES introduction(id), programme_id {int} REFERENCES programme(id),
            status {text} NOT NULL CHECK (status IN ('draft', 'proposed', 'in-force', 'ended', 'terminated')),
            current {int}, made {text} NOT NULL, in_force {text}, closed {text}, closed_from {text}, closed_by {int},
            closed_why {text} NOT NULL, version {int} NOT NULL,
            CHECK (current IS NOT NULL OR status IN ('draft', 'proposed'))) {strict}
        """,
        "CREATE INDEX agreement_place ON agreement(workspace_id, id)",
        "CREATE INDEX agreement_status ON agreement(status, id)",
        "CREATE INDEX agreement_introduction ON agreement(introduction_id)",
        "CREATE INDEX agreement_programme ON agreement(programme_id)",
        // `workspace_id` wrote this version; nobody else reads it before it was proposed.
        """
        CREATE TABLE agreement_version (
            agreement_id {int} NOT NULL REFERENCES agreement(id), number {int} NOT NULL,
            workspace_id {int} NOT NULL REFERENCES workspace(id),
            status {text} NOT NULL CHECK (status IN ('draft', 'proposed', 'in-force', 'replaced', 'refused', 'dropped')),
            title {text} NOT NULL, purpose {text} NOT NULL, language {text} NOT NULL, starts {text}, ends {text},
            exit_note {text} NOT NULL, notice_days {int} NOT NULL CHECK (notice_days BETWEEN 0 AND 730),
            change_note {text} NOT NULL, author {text} NOT NULL, made {text} NOT NULL, proposed {text}, in_force {text},
            PRIMARY KEY (agreement_id, number)) {clustered}
        """,
        "CREATE INDEX agreement_version_place ON agreement_version(workspace_id)",
        // One version at a time is being written or waits for acceptance.
        """
        CREATE UNIQUE INDEX agreement_version_open ON agreement_version(agreement_id) WHERE status IN ('draft', 'proposed')
        """,
        // A party of one version, and its own word on it. All of the version in force are `public`: anybody reads it.
        """
        CREATE TABLE agreement_party (
            agreement_id {int} NOT NULL, number {int} NOT NULL, workspace_id {int} NOT NULL REFERENCES workspace(id),
            accepted {text}, accepted_by {text}, public {int} NOT NULL CHECK (public IN (0, 1)), refused {text},
            reason {text} NOT NULL, PRIMARY KEY (agreement_id, number, workspace_id),
            FOREIGN KEY (agreement_id, number) REFERENCES agreement_version(agreement_id, number),
            CHECK (accepted IS NULL OR refused IS NULL)) {clustered}
        """,
        "CREATE INDEX agreement_party_place ON agreement_party(workspace_id, agreement_id, number)",
    ]

    /// `line` names a thing through all versions of its agreement.
    private static let agreementTerms = [
        // `workspace_id` gives; `receiver_id` gets, where it was said. No money: in kind.
        """
        CREATE TABLE agreement_contribution (
            agreement_id {int} NOT NULL, number {int} NOT NULL, line {int} NOT NULL,
            workspace_id {int} NOT NULL REFERENCES workspace(id), receiver_id {int} REFERENCES workspace(id),
            kind {text} NOT NULL, what {text} NOT NULL, money {int} CHECK (money >= 0), currency {text}, due {text},
            PRIMARY KEY (agreement_id, number, line),
            FOREIGN KEY (agreement_id, number) REFERENCES agreement_version(agreement_id, number),
            CHECK ((money IS NULL) = (currency IS NULL))) {clustered}
        """,
        "CREATE INDEX agreement_contribution_place ON agreement_contribution(workspace_id)",
        "CREATE INDEX agreement_contribution_receiver ON agreement_contribution(receiver_id)",
        """
        CREATE TABLE agreement_benchmark (
            agreement_id {int} NOT NULL, number {int} NOT NULL, line {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('process', 'result')), what {text} NOT NULL, measure {text} NOT NULL,
            baseline {text} NOT NULL, target {text} NOT NULL, due {text} NOT NULL,
            PRIMARY KEY (agreement_id, number, line),
            FOREIGN KEY (agreement_id, number) REFERENCES agreement_version(agreement_id, number)) {clustered}
        """,
        "CREATE INDEX agreement_benchmark_due ON agreement_benchmark(due, agreement_id)",
        """
        CREATE TABLE agreement_review_day (
            agreement_id {int} NOT NULL, number {int} NOT NULL, day {text} NOT NULL,
            PRIMARY KEY (agreement_id, number, day),
            FOREIGN KEY (agreement_id, number) REFERENCES agreement_version(agreement_id, number)) {clustered}
        """,
        // `condition` is a code of the list of conditions; `workspace_id` attached it, where it was said.
        """
        CREATE TABLE agreement_condition (
            agreement_id {int} NOT NULL, number {int} NOT NULL, line {int} NOT NULL, condition {text} NOT NULL,
            workspace_id {int} REFERENCES workspace(id), what {text} NOT NULL, decided_by {text} NOT NULL,
            PRIMARY KEY (agreement_id, number, line),
            FOREIGN KEY (agreement_id, number) REFERENCES agreement_version(agreement_id, number)) {clustered}
        """,
        "CREATE INDEX agreement_condition_place ON agreement_condition(workspace_id)",
        // Actions in a party's own plan that carry the agreement out.
        """
        CREATE TABLE agreement_action (
            agreement_id {int} NOT NULL REFERENCES agreement(id), workspace_id {int} NOT NULL REFERENCES workspace(id),
            action_id {int} NOT NULL REFERENCES action(id), made {text} NOT NULL,
            PRIMARY KEY (agreement_id, workspace_id, action_id)) {clustered}
        """,
        "CREATE INDEX agreement_action_place ON agreement_action(workspace_id)",
        "CREATE INDEX agreement_action_action ON agreement_action(action_id)",
    ]

    /// What one party says; the last word of each party counts, and the earlier ones stay.
    private static let agreementSayings = [
        """
        CREATE TABLE agreement_finding (
            id {int} PRIMARY KEY, agreement_id {int} NOT NULL REFERENCES agreement(id), line {int} NOT NULL,
            workspace_id {int} NOT NULL REFERENCES workspace(id),
            standing {text} NOT NULL CHECK (standing IN ('met', 'missed', 'not-known')), note {text} NOT NULL,
            evidence {text} NOT NULL, author {text} NOT NULL, made {text} NOT NULL) {strict}
        """,
        "CREATE INDEX agreement_finding_line ON agreement_finding(agreement_id, line, id)",
        "CREATE INDEX agreement_finding_place ON agreement_finding(workspace_id)",
        // A contribution that was given on `day`, as the party `workspace_id` says; no money: in kind.
        """
        CREATE TABLE agreement_delivery (
            id {int} PRIMARY KEY, agreement_id {int} NOT NULL REFERENCES agreement(id), line {int} NOT NULL,
            workspace_id {int} NOT NULL REFERENCES workspace(id), day {text} NOT NULL, money {int} CHECK (money >= 0),
            currency {text}, complete {int} NOT NULL CHECK (complete IN (0, 1)), note {text} NOT NULL,
            author {text} NOT NULL, made {text} NOT NULL, CHECK ((money IS NULL) = (currency IS NULL))) {strict}
        """,
        "CREATE INDEX agreement_delivery_line ON agreement_delivery(agreement_id, line, id)",
        "CREATE INDEX agreement_delivery_place ON agreement_delivery(workspace_id)",
        // Institutions of a party's workspace that were asked to take part in reviews.
        """
        CREATE TABLE agreement_invited (
            id {int} PRIMARY KEY, agreement_id {int} NOT NULL REFERENCES agreement(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id),
            institution_id {int} NOT NULL REFERENCES institution(id), made {text} NOT NULL) {strict}
        """,
        "CREATE INDEX agreement_invited_place ON agreement_invited(workspace_id, institution_id)",
        "CREATE INDEX agreement_invited_agreement ON agreement_invited(agreement_id)",
        "CREATE INDEX agreement_invited_institution ON agreement_invited(institution_id)",
        // One answer at the review of `day`: of the party itself, or of an institution that was invited.
        """
        CREATE TABLE agreement_answer (
            id {int} PRIMARY KEY, agreement_id {int} NOT NULL REFERENCES agreement(id), day {text} NOT NULL,
            workspace_id {int} NOT NULL REFERENCES workspace(id), institution_id {int} REFERENCES institution(id),
            indicator {text} NOT NULL, value {text} NOT NULL CHECK (value IN ('yes', 'partly', 'no', 'not-known')),
            reason {text} NOT NULL, evidence {text} NOT NULL, author {text} NOT NULL, made {text} NOT NULL) {strict}
        """,
        "CREATE INDEX agreement_answer_day ON agreement_answer(agreement_id, day, id)",
        "CREATE INDEX agreement_answer_place ON agreement_answer(workspace_id)",
        "CREATE INDEX agreement_answer_institution ON agreement_answer(institution_id)",
    ]
}
