import Domain
package import People
import Store

extension Consultations {
    /// What consultations and contributions are called in the history of a workspace. Of a contribution the number alone: its words go
    /// when it is taken back.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(
                .consultation,
                title: { id, workspace, limit, connection in
                    try connection.first(
                        "SELECT title FROM consultation WHERE id = $1 AND workspace_id = $2",
                        [.int(id), .int(workspace.value)]
                    ) { try $0.text(0) }
                }, sight: .seeConsultations),
            HistoryOwner(
                .contribution,
                title: { id, workspace, limit, connection in
                    guard limit == nil else { return nil }
                    return try connection.first(
                        """
                        SELECT c.title FROM contribution x JOIN consultation c ON c.id = x.consultation_id
                        WHERE x.id = $1 AND x.workspace_id = $2
                        """, [.int(id), .int(workspace.value)]
                    ) { "\(try $0.text(0)) · \(id)" }
                }, sight: .manageConsultations),
        ]
    }
}
