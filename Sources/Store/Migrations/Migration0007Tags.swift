extension Migration {
    /// What people decided on tags: suggestions of a model, what sources say, and their own. Rows are never changed: the last one
    /// of a tag holds.
    static let tags = Migration(
        7, "tags",
        [
            """
            CREATE TABLE tag_decision (
                id {int} PRIMARY KEY,
                recommendation_id {int} NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
                kind {text} NOT NULL CHECK (kind IN ('theme', 'person', 'sdg', 'norm', 'action')), code {text} NOT NULL,
                verdict {text} NOT NULL CHECK (verdict IN ('confirmed', 'rejected', 'added', 'withdrawn')),
                model {text}, probability {real}, decided_by {text} NOT NULL, decided_at {text} NOT NULL,
                batch {int} NOT NULL) {strict}
            """,
            "CREATE INDEX tag_decision_tag ON tag_decision(recommendation_id, kind, code, id)",
            "CREATE INDEX tag_decision_batch ON tag_decision(batch)",
        ])
}
