import Domain
import Store

/// Where the plan speaks of something of the record.
enum PlanMentionRow {
    static func of(
        _ issue: IssueID, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [(id: CommitmentID, title: String)] {
        try commitments("c.issue_id = $2", issue.value, workspace, limit, connection)
    }

    static func of(
        _ recommendation: RecommendationID, _ workspace: WorkspaceID, _ limit: InstitutionID?,
        _ connection: any ReadConnection
    ) throws -> [(id: CommitmentID, title: String)] {
        try commitments(
            """
            (c.recommendation_id = $2 OR c.id IN (SELECT p.commitment_id FROM commitment_recommendation p
            WHERE p.workspace_id = $1 AND p.recommendation_id = $2 AND p.withdrawn = 0))
            """, recommendation.value, workspace, limit, connection)
    }

    private static func commitments(
        _ condition: String, _ id: Int64, _ workspace: WorkspaceID, _ limit: InstitutionID?,
        _ connection: any ReadConnection
    ) throws -> [(id: CommitmentID, title: String)] {
        let reach = limit.map { _ in " AND " + PlanReach.commitment("c", "$3") } ?? ""
        return try connection.all(
            """
            SELECT c.id, c.title FROM commitment c WHERE c.workspace_id = $1 AND c.withdrawn = 0 AND \(condition)\(reach)
            ORDER BY c.id LIMIT 50
            """, [.int(workspace.value), .int(id)] + (limit.map { [.int($0.value)] } ?? [])
        ) { (CommitmentID(try $0.int(0)), try $0.text(1)) }
    }
}
