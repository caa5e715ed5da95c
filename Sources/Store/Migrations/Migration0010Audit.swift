extension Migration {
    /// The Merkle tree over the audit log (RFC 6962): every complete subtree by level and place, the right edge beside the counter,
    /// signed heads; and which entries are of which workspace, so that its administrators can list them.
    static let audit = Migration(
        10, "audit",
        [
            "ALTER TABLE log_head ADD COLUMN audit_edge {text} NOT NULL DEFAULT ''",
            """
            CREATE TABLE audit_node (
                level {int} NOT NULL CHECK (level >= 0), place {int} NOT NULL CHECK (place >= 0), hash {bytes} NOT NULL,
                PRIMARY KEY (level, place)) {clustered}
            """,
            """
            CREATE TABLE audit_head (
                size {int} NOT NULL CHECK (size >= 0), key_id {text} NOT NULL, at {text} NOT NULL, root {text} NOT NULL,
                signature {text} NOT NULL, PRIMARY KEY (size, key_id)) {clustered}
            """,
            "CREATE INDEX audit_head_at ON audit_head(at, size)",
            """
            CREATE TABLE audit_filing (
                workspace_id {int} NOT NULL, number {int} NOT NULL, actor {text} NOT NULL, action {text} NOT NULL,
                PRIMARY KEY (workspace_id, number)) {clustered}
            """,
            "CREATE INDEX audit_filing_actor ON audit_filing(workspace_id, actor, number)",
            "CREATE INDEX audit_filing_action ON audit_filing(workspace_id, action, number)",
            "CREATE INDEX audit_entry_at ON audit_entry(at, number)",
        ],
        fill: { try AuditTree.growOverOldEntries($0) })
}
