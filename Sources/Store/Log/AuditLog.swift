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

/// The audit log only grows: nothing here changes or removes an entry, and each carries a digest of all before it.
package enum AuditLog {
    package static let pageMax = 1_000

    /// What `verify` found wrong, at the first number where it is wrong.
    package enum Fault: Hashable, Sendable {
        case missing(number: Int64)
        case altered(number: Int64)
        /// Entries after this number were taken away, or the head was changed.
        case cutOff(after: Int64)
    }

    package static func page(
        after position: Int64, limit: Int = pageMax, _ connection: any ReadConnection
    ) throws -> [AuditRecord] {
        try connection.all(
            """
            SELECT number, at, actor, action, subject, detail, digest FROM audit_entry
            WHERE number > $1 ORDER BY number LIMIT $2
            """, [.int(position), .int(min(limit, pageMax))]
        ) { row in
            AuditRecord(
                number: try row.int(0), at: try row.text(1),
                entry: AuditEntry(
                    actor: try row.text(2), action: try row.text(3), subject: try row.text(4), detail: try row.text(5)),
                digest: try row.text(6))
        }
    }

    /// Walks the whole log. Nil where every number is there and every digest follows from the one before.
    package static func verify(_ connection: any ReadConnection) throws -> Fault? {
        var last: Int64 = 0
        var digest = ""
        while case let records = try page(after: last, connection), !records.isEmpty {
            for record in records {
                guard record.number == last + 1 else { return .missing(number: last + 1) }
                digest = Self.digest(after: digest, record.number, record.at, record.entry)
                guard digest == record.digest else { return .altered(number: record.number) }
                last = record.number
            }
        }
        let head = try connection.first("SELECT last_audit, audit_digest FROM log_head WHERE id = 1") {
            (number: try $0.int(0), digest: try $0.text(1))
        }
        return head?.number == last && head?.digest == digest ? nil : .cutOff(after: last)
    }

    /// Every field goes in with its length, so that no two entries have the same bytes.
    static func digest(after previous: String, _ number: Int64, _ at: String, _ entry: AuditEntry) -> String {
        var digest = Digest()
        digest.update(previous)
        digest.update("\(number)")
        for field in [at, entry.actor, entry.action, entry.subject, entry.detail] {
            digest.update(" \(field.utf8.count):\(field)")
        }
        return digest.finishHex()
    }
}
