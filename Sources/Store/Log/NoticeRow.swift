package import Domain
import FoundationEssentials

/// Notices that wait for the digest of whoever they are for.
package enum NoticeRow {
    /// Writes notices with ids of kind `notice`, in order.
    package static func insert(
        _ notices: [Notice], _ workspace: WorkspaceID, ids: Range<Int64>, at: String, _ connection: any WriteConnection
    ) throws {
        guard !notices.isEmpty else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        var rows = SQLRows(columnCount: 12, rowsExpected: notices.count)
        for (id, notice) in zip(ids, notices) {
            rows.append(
                .int(id), .int(workspace.value), .text(notice.kind), .optional(notice.account?.value),
                .text(notice.address), .text(notice.language.rawValue), .text(notice.subject.kind.rawValue),
                .int(notice.subject.id),
                .text(String(decoding: try encoder.encode(notice.arguments), as: UTF8.self)), .optional(notice.path),
                .text(notice.notBefore ?? at), .text(at))
        }
        try connection.insert(
            into: "notice",
            [
                "id", "workspace_id", "kind", "account_id", "address", "language", "subject_kind", "subject_id",
                "arguments", "path", "not_before", "made",
            ], rows)
    }

    /// One line of a digest.
    package struct Line: Hashable, Sendable {
        package var kind: String
        package var arguments: [String: String]
        package var path: String?

        package init(kind: String, arguments: [String: String], path: String?) {
            self.kind = kind
            self.arguments = arguments
            self.path = path
        }
    }

    /// Whoever has notices that are due, with one message each to be made: at most `limit`.
    package static func due(
        at: String, limit: Int, _ connection: any ReadConnection
    ) throws -> [(workspace: WorkspaceID, address: String)] {
        try connection.all(
            """
            SELECT workspace_id, address FROM notice WHERE outbox_id IS NULL AND not_before <= $1
            GROUP BY workspace_id, address ORDER BY workspace_id, address LIMIT $2
            """, [.text(at), .int(limit)]
        ) { (WorkspaceID(try $0.int(0)), try $0.text(1)) }
    }

    /// Makes one message of all notices to an address that are due. Two processes never take the same notice: on PostgreSQL the second
    /// waits for the first one's rows and then finds them taken; its message has no lines then and is taken away again.
    package static func gather(
        _ workspace: WorkspaceID, _ address: String, at: String, _ connection: any WriteConnection
    ) throws {
        let first = try connection.first(
            """
            SELECT language, account_id FROM notice WHERE workspace_id = $1 AND address = $2 AND outbox_id IS NULL
            AND not_before <= $3 ORDER BY id DESC LIMIT 1
            """, [.int(workspace.value), .text(address), .text(at)]
        ) { (language: try $0.text(0), account: try $0.intOrNil(1)) }
        guard let first else { return }
        let ids = try IDAllocator.take("outbox", 1, connection)
        let message = OutboxMessage(
            kind: messageKind, address: address, language: LanguageTag(first.language),
            account: first.account.map { AccountID($0) }, workspace: workspace)
        try OutboxRow.insert([message], ids: ids, at: at, connection)
        let taken = try connection.execute(
            """
            UPDATE notice SET outbox_id = $1 WHERE workspace_id = $2 AND address = $3 AND outbox_id IS NULL
            AND not_before <= $4
            """, [.int(ids.lowerBound), .int(workspace.value), .text(address), .text(at)])
        if taken == 0 { try connection.execute("DELETE FROM outbox WHERE id = $1", [.int(ids.lowerBound)]) }
    }

    package static let messageKind = "notices"

    /// The lines of a digest, in the order they were made; by the digest's id.
    package static func lines(
        of digests: [Int64], _ connection: any ReadConnection
    ) throws -> [Int64: [Line]] {
        var lines: [Int64: [Line]] = [:]
        let decoder = JSONDecoder()
        try connection.query(
            "SELECT outbox_id, kind, arguments, path FROM notice WHERE outbox_id IN ({set}) ORDER BY id", [],
            set: digests.map { .int($0) }
        ) { row in
            lines[try row.int(0), default: []].append(
                Line(
                    kind: try row.text(1),
                    arguments: try decoder.decode([String: String].self, from: Data(try row.text(2).utf8)),
                    path: try row.textOrNil(3)))
        }
        return lines
    }
}
