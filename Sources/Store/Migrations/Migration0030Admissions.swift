extension Migration {
    /// Who vouched for an institution as a recipient of protected submissions, and what a withdrawn contribution may not keep.
    ///
    /// An admission says that somebody who runs the installation, and never belonged to the workspace, compared the fingerprint of an
    /// institution's first key with what it publishes itself: under this name, of this kind, at this address. `seal` is the
    /// installation's signature on it.
    static let admissions = Migration(
        30, "admissions",
        [
            """
            CREATE TABLE recipient_admission (
                institution_id {int} PRIMARY KEY REFERENCES institution(id),
                workspace_id {int} NOT NULL REFERENCES workspace(id), key_id {int} NOT NULL REFERENCES recipient_key(id),
                name {text} NOT NULL, kind {text} NOT NULL, address {text} NOT NULL,
                account_id {int} NOT NULL REFERENCES account(id), day {text} NOT NULL, seal {bytes} NOT NULL,
                version {int} NOT NULL) {strict}
            """,
            // The last that the audit log says of a key is compared with its row.
            """
            CREATE INDEX audit_entry_key ON audit_entry(subject, number)
            WHERE action IN ('key.make', 'key.admit', 'key.confirm', 'key.replace', 'key.withdraw')
            """,
            "UPDATE contribution SET actor = '' WHERE status = 'withdrawn'",
        ])
}
