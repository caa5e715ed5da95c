import Domain
import Store

/// This installation among others, as its packages name it.
struct InstallationIdentity: Hashable, Sendable {
    /// Random, and the same for ever.
    var code: String
    /// Counts what was published, taken back and removed.
    var sequence: Int64
    /// When that was last.
    var changed: String
}

enum IdentityRow {
    /// Nil where nothing was ever published.
    static func find(_ connection: any ReadConnection) throws -> InstallationIdentity? {
        try connection.first("SELECT code, sequence, changed FROM assessment_identity WHERE id = 1") { row in
            InstallationIdentity(code: try row.text(0), sequence: try row.int(1), changed: try row.text(2))
        }
    }

    /// Counts on what others may read; `fresh` becomes the installation's code with the first.
    static func step(at: String, fresh: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO assessment_identity (id, code, sequence, changed) VALUES (1, $1, 1, $2)
            ON CONFLICT (id) DO UPDATE SET sequence = assessment_identity.sequence + 1, changed = excluded.changed
            """, [.text(fresh), .text(at)])
    }
}
