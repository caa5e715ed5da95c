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
}
