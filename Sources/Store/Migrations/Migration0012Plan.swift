extension Migration {
    /// The plan: what the workspace took on, the recommendations it covers, actions and milestones.
    ///
    /// A recommendation is named without a foreign key, because undoing an import removes its row and the plan stays; titles are
    /// the plan's own. What was taken out of the plan is `withdrawn` and keeps its row, its history and its number.
    static let plan = Migration(12, "plan", commitments + actions)

    private static let commitments = [
        """
        CREATE TABLE commitment (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            issue_id {int} REFERENCES issue(id), recommendation_id {int}, title {text} NOT NULL, title_key {text} NOT NULL,
            priority {text} NOT NULL CHECK (priority IN ('high', 'medium', 'low', 'none')),
            lead_id {int} REFERENCES institution(id), due {text},
            status {text} CHECK (status IN ('notStarted', 'underWay', 'partly', 'fully', 'notPursued')),
            withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)), made {text} NOT NULL, version {int} NOT NULL,
            UNIQUE (workspace_id, issue_id), UNIQUE (workspace_id, recommendation_id),
            CHECK ((issue_id IS NULL) <> (recommendation_id IS NULL))) {strict}
        """,
        "CREATE INDEX commitment_place ON commitment(workspace_id, withdrawn, id)",
        "CREATE INDEX commitment_lead ON commitment(lead_id)",
        "CREATE INDEX commitment_issue ON commitment(issue_id)",
        """
        CREATE TABLE commitment_recommendation (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            commitment_id {int} NOT NULL REFERENCES commitment(id), recommendation_id {int} NOT NULL,
            lead_id {int} REFERENCES institution(id), due {text},
            status {text} CHECK (status IN ('notStarted', 'underWay', 'partly', 'fully', 'notPursued')),
            withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)), version {int} NOT NULL,
            UNIQUE (commitment_id, recommendation_id)) {strict}
        """,
        "CREATE INDEX commitment_recommendation_place ON commitment_recommendation(workspace_id, withdrawn, id)",
        // In the plan each recommendation stands once.
        """
        CREATE UNIQUE INDEX commitment_recommendation_once ON commitment_recommendation(workspace_id, recommendation_id)
        WHERE withdrawn = 0
        """,
        "CREATE INDEX commitment_recommendation_record ON commitment_recommendation(recommendation_id)",
        "CREATE INDEX commitment_recommendation_lead ON commitment_recommendation(lead_id)",
        """
        CREATE TABLE commitment_support (
            commitment_id {int} NOT NULL REFERENCES commitment(id), workspace_id {int} NOT NULL,
            institution_id {int} NOT NULL REFERENCES institution(id), PRIMARY KEY (commitment_id, institution_id)) {clustered}
        """,
        "CREATE INDEX commitment_support_institution ON commitment_support(institution_id, commitment_id)",
        """
        CREATE TABLE commitment_link (
            commitment_id {int} NOT NULL REFERENCES commitment(id), workspace_id {int} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('national-plan', 'cooperation-framework', 'sdg-target', 'human-rights-plan')),
            code {text} NOT NULL, title {text} NOT NULL, PRIMARY KEY (commitment_id, kind, code)) {clustered}
        """,
    ]

    private static let actions = [
        """
        CREATE TABLE action (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            commitment_id {int} NOT NULL REFERENCES commitment(id), title {text} NOT NULL, title_key {text} NOT NULL,
            description {text} NOT NULL, lead_id {int} REFERENCES institution(id),
            status {text} NOT NULL CHECK (status IN ('planned', 'started', 'delayed', 'done', 'stopped')),
            starts {text}, due {text}, cost {int} CHECK (cost >= 0), currency {text}, budget_source {text},
            gap {int} CHECK (gap >= 0), withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)), made {text} NOT NULL,
            version {int} NOT NULL, CHECK (currency IS NOT NULL OR (cost IS NULL AND gap IS NULL))) {strict}
        """,
        "CREATE INDEX action_place ON action(workspace_id, withdrawn, id)",
        "CREATE INDEX action_due ON action(workspace_id, withdrawn, due, id)",
        "CREATE INDEX action_commitment ON action(commitment_id, withdrawn)",
        "CREATE INDEX action_lead ON action(lead_id)",
        """
        CREATE TABLE action_support (
            action_id {int} NOT NULL REFERENCES action(id), workspace_id {int} NOT NULL,
            institution_id {int} NOT NULL REFERENCES institution(id), PRIMARY KEY (action_id, institution_id)) {clustered}
        """,
        "CREATE INDEX action_support_institution ON action_support(institution_id, action_id)",
        """
        CREATE TABLE milestone (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            action_id {int} NOT NULL REFERENCES action(id), title {text} NOT NULL, due {text}, done {text},
            withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)), version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX milestone_action ON milestone(action_id, withdrawn)",
        "CREATE INDEX milestone_due ON milestone(workspace_id, withdrawn, due)",
    ]
}
