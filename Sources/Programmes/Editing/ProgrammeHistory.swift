import Domain
package import People
import Store

extension Programmes {
    /// What a programme is called in the history of its fields. Nothing is taken back from there: an edit is.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(.programme) { id, workspace, _, connection in
                try connection.first(
                    """
                    SELECT title FROM programme WHERE id = $1 AND (workspace_id = $2 OR public = 1) AND withdrawn = 0
                    """, [.int(id), .int(workspace.value)]
                ) { try $0.text(0) }
            }
        ]
    }
}
