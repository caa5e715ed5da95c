extension Migration {
    /// Issues: what a State's recommendations come to. A recommendation stands in at most one issue of each State it speaks to.
    ///
    /// `decided` says that a person made, split or merged the issue, `placed` that a person put the member where it is. What
    /// happens to one State's issues is put in order by the version in `issue_state`.
    static let issues = Migration(
        6, "issues",
        [
            """
            CREATE TABLE issue (
                id {int} PRIMARY KEY, state {text} NOT NULL, names {text} NOT NULL, given_name {text}, reason {text} NOT NULL,
                representative {int} REFERENCES recommendation(id) ON DELETE SET NULL, version {int} NOT NULL,
                decided {int} NOT NULL CHECK (decided IN (0, 1)), merged_into {int} REFERENCES issue(id),
                made {text} NOT NULL) {strict}
            """,
            "CREATE INDEX issue_of_state ON issue(state, id)",
            "CREATE INDEX issue_representative ON issue(representative) WHERE representative IS NOT NULL",
            """
            CREATE TABLE issue_member (
                state {text} NOT NULL,
                recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
                issue_id {int} NOT NULL REFERENCES issue(id), group_number {int} NOT NULL,
                pinned {int} NOT NULL CHECK (pinned IN (0, 1)), placed {int} NOT NULL CHECK (placed IN (0, 1)),
                since {text} NOT NULL, PRIMARY KEY (state, recommendation_id)) {strict}
            """,
            "CREATE INDEX issue_member_issue ON issue_member(issue_id, recommendation_id)",
            "CREATE INDEX issue_member_recommendation ON issue_member(recommendation_id)",
            """
            CREATE TABLE issue_proposal (
                id {int} PRIMARY KEY, state {text} NOT NULL,
                recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
                from_issue {int} NOT NULL REFERENCES issue(id), to_issue {int} NOT NULL REFERENCES issue(id),
                strength {real} NOT NULL, words {text} NOT NULL,
                status {text} NOT NULL CHECK (status IN ('open', 'accepted', 'declined')), decided_by {text},
                decided_at {text}, UNIQUE (recommendation_id, to_issue)) {strict}
            """,
            "CREATE INDEX issue_proposal_state ON issue_proposal(state, status)",
            "CREATE INDEX issue_proposal_from ON issue_proposal(from_issue)",
            "CREATE INDEX issue_proposal_to ON issue_proposal(to_issue)",
            """
            CREATE TABLE issue_decision (
                id {int} PRIMARY KEY, state {text} NOT NULL, at {text} NOT NULL, caller {text} NOT NULL,
                action {text} NOT NULL, issue_id {int} NOT NULL REFERENCES issue(id),
                other_issue {int} REFERENCES issue(id), name {text}, detail {text} NOT NULL,
                reverses {int} REFERENCES issue_decision(id), reversed_by {int} REFERENCES issue_decision(id)) {strict}
            """,
            "CREATE INDEX issue_decision_issue ON issue_decision(issue_id, id)",
            "CREATE INDEX issue_decision_other ON issue_decision(other_issue, id) WHERE other_issue IS NOT NULL",
            """
            CREATE TABLE issue_state (
                state {text} PRIMARY KEY, version {int} NOT NULL, computed {text}, worker {text}, touched {text}) {strict}
            """,
            // Who is spoken to, by State: the table's own key begins with the recommendation.
            "CREATE INDEX recommendation_addressed ON recommendation_state(state, recommendation_id) WHERE role = 0",
        ])
}
