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
}
