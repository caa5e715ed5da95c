import Domain
package import People
import Store

extension Practices {
    /// What practices and emerging issues are called in the history of their fields. A workspace sees its own, and what it adopted while
    /// that is published; who works for one institution alone sees neither. Nothing is taken back from there: another edition is.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(
                .practice,
                title: { id, workspace, limit, connection in
                    guard limit == nil else { return nil }
                    return try Self.title(of: id, workspace, connection)
                }, sight: .seeCooperation),
            HistoryOwner(
                .emergingIssue,
                title: { id, workspace, limit, connection in
                    guard limit == nil else { return nil }
                    return try connection.first(
                        "SELECT title FROM emerging_issue WHERE id = $1 AND workspace_id = $2",
                        [.int(id), .int(workspace.value)]
                    ) { try $0.text(0) }
                }, sight: .seeCooperation),
        ]
    }

    /// Its own by the latest edition; what it adopted by the one that is published now, '' where none is.
    private static func title(
        of id: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> String? {
        let values: [SQLValue] = [.int(id), .int(workspace.value)]
        return try connection.first(
            """
            SELECT t.title FROM practice p JOIN practice_text t ON t.edition_id = p.latest_edition AND t.original = 1
            WHERE p.id = $1 AND p.workspace_id = $2
            """, values, { try $0.text(0) })
            ?? connection.first(
                """
                SELECT COALESCE((SELECT t.title FROM \(OutsideRow.published)
                    JOIN practice_text t ON t.edition_id = e.id AND t.original = 1 WHERE p.id = a.practice_id), '')
                FROM practice_adoption a WHERE a.practice_id = $1 AND a.workspace_id = $2 ORDER BY a.id DESC LIMIT 1
                """, values, { try $0.text(0) })
    }
}
