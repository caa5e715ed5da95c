/// What a transaction will have to say of itself. It is written when the transaction has done everything else.
package struct LogDraft {
    private var changes: [(entity: ChangedEntity, id: Int64, operation: ChangeOperation)] = []
    private var entries: [AuditEntry] = []

    /// Says that something was made or changed.
    package mutating func changed(_ entity: ChangedEntity, _ id: Int64) { changes.append((entity, id, .put)) }
    package mutating func removed(_ entity: ChangedEntity, _ id: Int64) { changes.append((entity, id, .remove)) }
    package mutating func audit(_ entry: AuditEntry) { entries.append(entry) }

    /// Numbers everything and writes it. Returns the number of the last change.
    ///
    /// The row with the numbers is locked from here to the commit, which makes commit order number order; nothing may follow.
    fileprivate func write(_ connection: any WriteConnection, at instant: String) throws -> Int64 {
        guard !changes.isEmpty || !entries.isEmpty else { return try ChangeLog.position(connection) }
        let taken = try connection.first(
            """
            UPDATE log_head SET last_change = last_change + $1, last_audit = last_audit + $2 WHERE id = 1
            RETURNING last_change, last_audit, audit_digest, audit_edge
            """, [.int(changes.count), .int(entries.count)]
        ) { (change: try $0.int(0), audit: try $0.int(1), digest: try $0.text(2), edge: try $0.text(3)) }
        guard let taken else { throw StoreError.corrupt(reason: "log_head is empty") }
        try writeChanges(connection, after: taken.change - Int64(changes.count), at: instant)
        if !entries.isEmpty {
            guard let edge = MerkleEdge(size: taken.audit - Int64(entries.count), hex: taken.edge) else {
                throw AuditTree.brokenEdge
            }
            try writeEntries(connection, after: edge, digest: taken.digest, at: instant)
        }
        try connection.announce()
        return taken.change
    }

    private func writeChanges(_ connection: any WriteConnection, after number: Int64, at instant: String) throws {
        var rows = SQLRows(columnCount: 5, rowsExpected: changes.count)
        for (place, change) in changes.enumerated() {
            rows.append(
                .int(number + Int64(place) + 1), .text(instant), .text(change.entity.rawValue), .int(change.id),
                .text(change.operation.rawValue))
        }
        try connection.insert(into: "change_log", ["number", "at", "entity", "entity_id", "operation"], rows)
    }

    private func writeEntries(
        _ connection: any WriteConnection, after edge: MerkleEdge, digest: String, at instant: String
    ) throws {
        var (edge, digest) = (edge, digest)
        var rows = SQLRows(columnCount: 7, rowsExpected: entries.count)
        var (nodes, records): ([MerkleNode], [AuditRecord]) = ([], [])
        for entry in entries {
            var record = AuditRecord(number: edge.size + 1, at: instant, entry: entry.withoutNull, digest: "")
            digest = AuditLog.digest(after: digest, record)
            record.digest = digest
            edge.append(AuditLog.leaf(record)) { nodes.append($0) }
            rows.append(
                .int(record.number), .text(instant), .text(record.entry.actor), .text(record.entry.action),
                .text(record.entry.subject), .text(record.entry.detail), .text(digest))
            records.append(record)
        }
        try connection.insert(
            into: "audit_entry",
            ["number", "at", "actor", "action", "subject", "detail", "digest"], rows)
        try AuditTree.insert(nodes, connection)
        try AuditFiling.insert(records, connection)
        try connection.execute(
            "UPDATE log_head SET audit_digest = $1, audit_edge = $2 WHERE id = 1", [.text(digest), .text(edge.hex)])
    }
}

extension AuditEntry {
    /// As the database will hold it; the digest is taken over this.
    fileprivate var withoutNull: AuditEntry {
        AuditEntry(
            actor: SQLText.withoutNull(actor), action: SQLText.withoutNull(action),
            subject: SQLText.withoutNull(subject), detail: SQLText.withoutNull(detail))
    }
}

/// What a change returned, and where it stands in the change log.
package struct Committed<Value: Sendable>: Sendable {
    package var value: Value
    /// Whoever has read the change log up to here has seen it.
    package var position: Int64
}

extension Database {
    /// One change to the record: what `body` writes, its entries in the change log and in the audit log are kept together.
    ///
    /// `body` may run again, as in `write`. `instant` is a fixed-width UTC instant, `2026-01-31T09:30:00.000Z`.
    @discardableResult
    package func change<T: Sendable>(
        at instant: String, _ body: @Sendable @escaping (any WriteConnection, inout LogDraft) throws -> T
    ) async throws(StoreError) -> Committed<T> {
        try await write { connection in
            var log = LogDraft()
            let value = try body(connection, &log)
            return Committed(value: value, position: try log.write(connection, at: instant))
        }
    }
}
