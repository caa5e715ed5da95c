import Domain
package import People
import Store

extension Practices {
    /// What practices and emerging issues are called in the history of their fields. A workspace sees its own, and what it adopted while
    /// that is published. Nothing is taken back from there: another edition is.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(
                .practice,
                title: { id, workspace, _, connection in
                    try connection.first(
                        """
                        SELECT t.title FROM practice p JOIN practice_text t ON t.edition_id = p.latest_edition AND t.original = 1
                        WHERE p.id = $1 AND p.workspace_id = $2
                        """, [.int(id), .int(workspace.value)], { try $0.text(0) })
                        ?? connection.first(
                            """
                            SELECT CASE WHEN p.published IS NULL THEN '' ELSE t.title END
                            FROM practice_adoption a JOIN practice p ON p.id = a.practice_id
                            JOIN practice_text t ON t.edition_id = a.edition_id AND t.original = 1
                            WHERE a.practice_id = $1 AND a.workspace_id = $2 ORDER BY a.id DESC LIMIT 1
                            """, [.int(id), .int(workspace.value)], { try $0.text(0) })
                }, sight: .seeCooperation),
            HistoryOwner(
                .emergingIssue,
                title: { id, workspace, _, connection in
                    try connection.first(
                        "SELECT title FROM emerging_issue WHERE id = $1 AND workspace_id = $2",
                        [.int(id), .int(workspace.value)]
                    ) { try $0.text(0) }
                }, sight: .seeCooperation),
        ]
    }
}
