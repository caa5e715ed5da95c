import Domain
package import People
import Store

extension Submissions {
    /// What keys of recipients are called in a workspace's history: their number alone.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(
                .recipientKey,
                title: { id, workspace, limit, connection in
                    guard limit == nil else { return nil }
                    return try connection.first(
                        "SELECT id FROM recipient_key WHERE id = $1 AND workspace_id = $2",
                        [.int(id), .int(workspace.value)]
                    ) { "\(try $0.int(0))" }
                }, sight: .seeAudit)
        ]
    }
}
