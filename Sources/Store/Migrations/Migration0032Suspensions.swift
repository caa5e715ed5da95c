extension Migration {
    /// An admission that was taken back is said of each of the institution's keys: what the audit log says last of a key now includes it.
    static let suspensions = Migration(
        32, "suspensions",
        [
            "DROP INDEX audit_entry_key",
            """
            CREATE INDEX audit_entry_key ON audit_entry(subject, number)
            WHERE action IN ('key.make', 'key.admit', 'key.confirm', 'key.replace', 'key.withdraw', 'key.suspend')
            """,
        ])
}
