package import Domain
import FoundationEssentials

/// Messages to be sent.
package enum OutboxRow {
    /// Writes messages with ids of kind `outbox`, in order.
    package static func insert(
        _ messages: [OutboxMessage], ids: Range<Int64>, at: String, _ connection: any WriteConnection
    ) throws {
        guard !messages.isEmpty else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        var rows = SQLRows(columnCount: 11, rowsExpected: messages.count)
        for (id, message) in zip(ids, messages) {
            let arguments = String(decoding: try encoder.encode(message.arguments), as: UTF8.self)
            rows.append(
                .int(id), .text(message.kind), .text(message.address), .text(message.language.rawValue),
                .text(arguments), .optional(message.account?.value), .optional(message.workspace?.value),
                .text(message.notBefore ?? at), 0, "waiting", .text(at))
        }
        try connection.insert(
            into: "outbox",
            [
                "id", "kind", "address", "language", "arguments", "account_id", "workspace_id", "not_before",
                "attempts", "status", "made",
            ], rows)
        var files = SQLRows(columnCount: 5)
        for (id, message) in zip(ids, messages) {
            for (place, file) in message.attachments.enumerated() {
                files.append(.int(id), .int(place), .text(file.name), .text(file.type), .bytes(file.bytes))
            }
        }
        guard !files.isEmpty else { return }
        try connection.insert(into: "outbox_attachment", ["outbox_id", "place", "name", "type", "bytes"], files)
    }

    static let columns = """
        id, kind, address, language, arguments, account_id, workspace_id, not_before, attempts, status, trouble, made,
        sent, message_id
        """

    static func read(_ row: any Row) throws -> OutboxEntry {
        let arguments = try JSONDecoder().decode([String: String].self, from: Data(try row.text(4).utf8))
        return OutboxEntry(
            id: try row.int(0),
            message: OutboxMessage(
                kind: try row.text(1), address: try row.text(2), language: LanguageTag(try row.text(3)),
                arguments: arguments, account: try row.intOrNil(5).map { AccountID($0) },
                workspace: try row.intOrNil(6).map { WorkspaceID($0) }, notBefore: try row.text(7)),
            status: try row.value(9, OutboxEntry.Status.init(rawValue:)), attempts: Int(try row.int(8)),
            trouble: try row.textOrNil(10), made: try row.text(11), sent: try row.textOrNil(12),
            messageID: try row.textOrNil(13))
    }

    static func withAttachments(
        _ entries: [OutboxEntry], _ connection: any ReadConnection
    ) throws -> [OutboxEntry] {
        var files: [Int64: [OutboxAttachment]] = [:]
        try connection.query(
            "SELECT outbox_id, name, type, bytes FROM outbox_attachment WHERE outbox_id IN ({set}) ORDER BY outbox_id, place",
            [], set: entries.map { .int($0.id) }
        ) { row in
            files[try row.int(0), default: []].append(
                OutboxAttachment(name: try row.text(1), type: try row.text(2), bytes: try row.bytes(3)))
        }
        return entries.map { entry in
            var entry = entry
            entry.message.attachments = files[entry.id] ?? []
            return entry
        }
    }

    /// Newest first, from below `before`; of one workspace, or of all where that is nil. Without files.
    package static func page(
        _ workspace: WorkspaceID?, _ status: OutboxEntry.Status?, before: Int64? = nil, limit: Int,
        _ connection: any ReadConnection
    ) throws -> [OutboxEntry] {
        var values: [SQLValue] = [.int(before ?? Int64.max), .int(limit)]
        var conditions = ""
        if let workspace {
            values.append(.int(workspace.value))
            conditions += " AND workspace_id = $\(values.count)"
        }
        if let status {
            values.append(.text(status.rawValue))
            conditions += " AND status = $\(values.count)"
        }
        return try connection.all(
            "SELECT \(columns) FROM outbox WHERE id < $1\(conditions) ORDER BY id DESC LIMIT $2", values
        ) { try read($0) }
    }

    /// How many messages wait, were sent and failed.
    package static func counts(
        _ workspace: WorkspaceID?, _ connection: any ReadConnection
    ) throws -> [OutboxEntry.Status: Int] {
        var counts: [OutboxEntry.Status: Int] = [:]
        try connection.query(
            "SELECT status, COUNT(*) FROM outbox WHERE $1 = 0 OR workspace_id = $1 GROUP BY status",
            [.int(workspace?.value ?? 0)]
        ) { counts[try $0.value(0, OutboxEntry.Status.init(rawValue:))] = Int(try $0.int(1)) }
        return counts
    }
}
