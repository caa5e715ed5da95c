package import Domain
import Operations
import People
import Store

/// An action with its steps, for a chart over time.
package struct PlanSpan: Sendable {
    package var summary: ActionSummary
    package var milestones: [Milestone]
}

extension Plans {
    /// A page of actions by their dates, with their milestones.
    package func spans(
        _ filter: PlanFilter, after: PlanCursor?, limit: Int, _ member: Member
    ) async throws(WorkspaceError) -> PlanPage<PlanSpan> {
        let page = try await actions(member, filter, sort: .due, after: after, limit: limit)
        let ids = page.items.map(\.action.id)
        let milestones = try await store.read { try Milestone.of(ids, member.workspace.id, $0) }
        let byAction = Dictionary(grouping: milestones.filter { !$0.isWithdrawn }, by: \.action)
        return PlanPage(
            items: page.items.map { PlanSpan(summary: $0, milestones: byAction[$0.action.id] ?? []) },
            total: page.total, next: page.next)
    }

    /// Which of these recommendations stand in the plan.
    package func planned(
        _ recommendations: [RecommendationID], _ member: Member
    ) async throws(WorkspaceError) -> Set<RecommendationID> {
        try member.require(.seePlan)
        return try await store.read { try PlanTaking.planned(recommendations, member.workspace.id, $0) }
    }

    /// The issues that stand in the plan, each with how many of its recommendations do not.
    package func plannedIssues(_ member: Member) async throws(WorkspaceError) -> [IssueID: Int] {
        try member.require(.editPlan)
        return try await store.read { connection in
            var left: [IssueID: Int] = [:]
            try connection.query(
                """
                SELECT c.issue_id, COUNT(m.recommendation_id) - COUNT(p.id) FROM commitment c
                LEFT JOIN issue_member m ON m.issue_id = c.issue_id
                LEFT JOIN commitment_recommendation p ON p.recommendation_id = m.recommendation_id
                    AND p.workspace_id = c.workspace_id AND p.withdrawn = 0
                WHERE c.workspace_id = $1 AND c.withdrawn = 0 AND c.issue_id IS NOT NULL GROUP BY c.issue_id
                """, [.int(member.workspace.id.value)]
            ) { row in left[IssueID(try row.int(0))] = Int(try row.int(1)) }
            let drafts = try PlanDrafts.left(member.workspace.mechanismState, connection)
            let planned = try PlanTaking.planned(Array(drafts), member.workspace.id, connection)
            for (issue, count) in try PlanDrafts.counts(drafts.subtracting(planned), connection) {
                left[issue]? -= count
            }
            return left
        }
    }
}
