package import Domain

/// Which entries are of which workspace, by its subject: `workspace/5/action/17` is of workspace 5. Entries of the shared record are
/// of none.
package enum AuditFiling {
    /// What is asked of a workspace's entries.
    package struct Filter: Hashable, Sendable {
        package var actor: String?
        package var action: String?
        /// Fixed-width UTC instants: from this one on, and before that one.
        package var from: String?
        package var until: String?

        package init(actor: String? = nil, action: String? = nil, from: String? = nil, until: String? = nil) {
            self.actor = actor
            self.action = action
            self.from = from
            self.until = until
        }
    }

    struct Filing: Hashable {
        var workspace: Int64
        var actor: String
        var action: String
    }

    static func filing(of record: AuditRecord) -> Filing? {
        let parts = record.entry.subject.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "workspace", let workspace = Int64(parts[1]) else { return nil }
        return Filing(workspace: workspace, actor: record.entry.actor, action: record.entry.action)
    }

    static func insert(_ records: [AuditRecord], _ connection: any WriteConnection) throws {
        var rows = SQLRows(columnCount: 4)
        for record in records {
            guard let filing = filing(of: record) else { continue }
            rows.append(.int(filing.workspace), .int(record.number), .text(filing.actor), .text(filing.action))
        }
        guard !rows.isEmpty else { return }
        try connection.insert(into: "audit_filing", ["workspace_id", "number", "actor", "action"], rows)
    }

    /// Filings of the entries `first` to `last`. An entry that is filed twice comes back as one that is filed wrongly.
    static func numbered(
        _ first: Int64, _ last: Int64, _ connection: any ReadConnection
    ) throws -> [Int64: Filing] {
        var found: [Int64: Filing] = [:]
        try connection.query(
            "SELECT number, workspace_id, actor, action FROM audit_filing WHERE number >= $1 AND number <= $2",
            [.int(first), .int(last)]
        ) { row in
            let number = try row.int(0)
            let isTwice = found[number] != nil
            found[number] = Filing(
                workspace: isTwice ? -1 : try row.int(1), actor: try row.text(2), action: try row.text(3))
        }
        return found
    }

    /// Entries of one workspace, newest first, from below `before`.
    package static func page(
        _ workspace: WorkspaceID, _ filter: Filter, before: Int64? = nil, limit: Int, _ connection: any ReadConnection
    ) throws -> [AuditRecord] {
        var values: [SQLValue] = [.int(workspace.value), .int(before ?? Int64.max), .int(min(limit, AuditLog.pageMax))]
        var conditions = ""
        func ask(_ condition: String, _ value: String?) {
            guard let value else { return }
            values.append(.text(value))
            conditions += " AND \(condition) $\(values.count)"
        }
        ask("f.actor =", filter.actor)
        ask("f.action =", filter.action)
        ask("e.at >=", filter.from)
        ask("e.at <", filter.until)
        return try connection.all(
            """
            SELECT e.number, e.at, e.actor, e.action, e.subject, e.detail, e.digest
            FROM audit_filing f JOIN audit_entry e ON e.number = f.number
            WHERE f.workspace_id = $1 AND f.number < $2\(conditions) ORDER BY f.number DESC LIMIT $3
            """, values
        ) { try AuditLog.read($0) }
    }

    package static func contains(
        _ number: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Bool {
        try connection.count(
            "SELECT COUNT(*) FROM audit_filing WHERE workspace_id = $1 AND number = $2",
            [.int(workspace.value), .int(number)]) > 0
    }

    /// Everybody, and every action, that its entries name.
    package static func names(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> (actors: [String], actions: [String]) {
        let actors = try connection.all(
            "SELECT DISTINCT actor FROM audit_filing WHERE workspace_id = $1 ORDER BY actor LIMIT 500",
            [.int(workspace.value)]
        ) { try $0.text(0) }
        let actions = try connection.all(
            "SELECT DISTINCT action FROM audit_filing WHERE workspace_id = $1 ORDER BY action LIMIT 500",
            [.int(workspace.value)]
        ) { try $0.text(0) }
        return (actors, actions)
    }
}
