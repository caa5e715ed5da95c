import Secrets

/// Who did what to what. Subjects and details are written for people who check; details are JSON.
package struct AuditEntry: Hashable, Sendable {
    /// An account, or `cli:<user>` and `system`.
    package var actor: String
    /// A verb of the domain, for example `import.finish`.
    package var action: String
    /// What it was done to, for example `recommendation/17`.
    package var subject: String
    package var detail: String

    package init(actor: String, action: String, subject: String, detail: String = "{}") {
        self.actor = actor
        self.action = action
        self.subject = subject
        self.detail = detail
    }
}

/// An entry as it stands in the log.
package struct AuditRecord: Hashable, Sendable {
    /// From 1, without gaps.
    package var number: Int64
    /// Fixed-width UTC instant.
    package var at: String
    package var entry: AuditEntry
    /// SHA-256, as 64 hexadecimal digits, over the digest of the entry before and everything in this one.
    package var digest: String
}

/// The audit log only grows: nothing here changes or removes an entry. Each carries a digest of all before it, and all are leaves of
/// a Merkle tree (`AuditTree`).
package enum AuditLog {
    package static let pageMax = 1_000

    package static func page(
        after position: Int64, limit: Int = pageMax, _ connection: any ReadConnection
    ) throws -> [AuditRecord] {
        try connection.all(
            """
            SELECT number, at, actor, action, subject, detail, digest FROM audit_entry
            WHERE number > $1 ORDER BY number LIMIT $2
            """, [.int(position), .int(min(limit, pageMax))]
        ) { try read($0) }
    }

    package static func entry(_ number: Int64, _ connection: any ReadConnection) throws -> AuditRecord? {
        try connection.first(
            "SELECT number, at, actor, action, subject, detail, digest FROM audit_entry WHERE number = $1",
            [.int(number)]
        ) { try read($0) }
    }

    /// How many entries were written until then.
    package static func size(until at: String, _ connection: any ReadConnection) throws -> Int64 {
        Int64(
            try connection.count("SELECT MAX(number) FROM audit_entry WHERE at <= $1 HAVING COUNT(*) > 0", [.text(at)]))
    }

    /// The bytes of an entry that both the chain and the tree stand on: every field goes in with its length, so that no two entries
    /// have the same bytes. `17 24:2026-01-31T09:30:00.000Z 3:ana 13:import.finish 8:import/3 2:{}`.
    package static func canonical(_ record: AuditRecord) -> [UInt8] {
        var text = "\(record.number)"
        let entry = record.entry
        for field in [record.at, entry.actor, entry.action, entry.subject, entry.detail] {
            text += " \(field.utf8.count):\(field)"
        }
        return Array(text.utf8)
    }

    /// The leaf of an entry in the tree.
    package static func leaf(_ record: AuditRecord) -> [UInt8] { MerkleHash.leaf(canonical(record)) }

    static func digest(after previous: String, _ record: AuditRecord) -> String {
        var digest = Digest()
        digest.update(previous)
        digest.update(canonical(record))
        return digest.finishHex()
    }

    static func read(_ row: any Row) throws -> AuditRecord {
        AuditRecord(
            number: try row.int(0), at: try row.text(1),
            entry: AuditEntry(
                actor: try row.text(2), action: try row.text(3), subject: try row.text(4), detail: try row.text(5)),
            digest: try row.text(6))
    }
}
