import Domain
package import People
import Store

extension Assessments {
    /// What assessments are called in the history of their fields: those that were published, by who said it of what. What is a draft,
    /// nobody's history knows.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(
                .assessment,
                title: { id, workspace, limit, connection in
                    guard limit == nil else { return nil }
                    return try connection.first(
                        """
                        SELECT assessor, document, paragraph, subject_title FROM assessment_said
                        WHERE id = $1 AND workspace_id = $2 AND published_at IS NOT NULL
                        """, [.int(id), .int(workspace.value)]
                    ) { row in
                        let texts = [try row.text(0), try row.text(1), try row.text(2), try row.text(3)]
                        return texts.filter { !$0.isEmpty }.joined(separator: " · ")
                    }
                })
        ]
    }
}
