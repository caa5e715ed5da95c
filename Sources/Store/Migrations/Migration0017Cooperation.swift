extension Migration {
    /// Partners get workspaces beside the mechanisms of States. SQLite does not take a NOT NULL away: a partner without a State has an
    /// empty one.
    static let cooperation = Migration(
        17, "cooperation",
        [
            """
            ALTER TABLE workspace ADD COLUMN kind {text} NOT NULL DEFAULT 'mechanism'
                CHECK (kind = 'partner' OR (kind = 'mechanism' AND state <> ''))
            """,
            """
            ALTER TABLE workspace ADD COLUMN actor_kind {text} CHECK (actor_kind IN (
                'un-entity', 'state-agency', 'regional-body', 'lender', 'fund', 'foundation', 'university',
                'national-institution', 'city', 'civil-society'))
            """,
            "ALTER TABLE workspace ADD COLUMN region {text}",
            "CREATE INDEX workspace_kind ON workspace(kind, id)",
        ])
}
