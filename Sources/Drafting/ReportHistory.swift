import Domain
package import People
import Store

extension Drafting {
    /// Histories of reports and their paragraphs, for whoever sees all of them. Nothing is taken back from there: a version is.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(
                .report,
                title: { id, workspace, limit, connection in
                    guard limit == nil else { return nil }
                    return try ReportRow.find(ReportID(id), workspace, nil, connection)?.title
                }, sight: .seeReports),
            HistoryOwner(
                .reportParagraph,
                title: { id, workspace, limit, connection in
                    guard limit == nil else { return nil }
                    return try connection.first(
                        """
                        SELECT r.title FROM report_paragraph p JOIN report r ON r.id = p.report_id
                        WHERE p.paragraph_id = $1 AND p.workspace_id = $2 ORDER BY p.since DESC LIMIT 1
                        """, [.int(id), .int(workspace.value)]
                    ) { try $0.text(0) }
                }, sight: .seeReports),
        ]
    }
}
