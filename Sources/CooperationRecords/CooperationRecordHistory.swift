import Domain
package import People
import Store

extension StateCooperation {
    /// What facts are called in the history of a workspace: whoever keeps the record sees its own.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(
                .stateFact,
                title: { id, workspace, limit, connection in
                    guard limit == nil else { return nil }
                    return try connection.first(
                        "SELECT kind, day, source FROM state_fact WHERE id = $1 AND workspace_id = $2",
                        [.int(id), .int(workspace.value)]
                    ) { "\(try $0.text(0)) \(try $0.text(1)) (\(try $0.text(2)))" }
                }, sight: .manageCooperationRecord)
        ]
    }
}
