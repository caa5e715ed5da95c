package import Domain
import People

extension Plans {
    /// Lines of the plan that answer an issue of the record, as far as this member sees them.
    package func commitments(
        answering issue: IssueID, _ member: Member
    ) async throws(WorkspaceError) -> [(id: CommitmentID, title: String)] {
        let limit = try member.limit(.seePlan)
        return try await store.read { try PlanMentionRow.of(issue, member.workspace.id, limit, $0) }
    }

    /// Lines of the plan that a recommendation stands in.
    package func commitments(
        answering recommendation: RecommendationID, _ member: Member
    ) async throws(WorkspaceError) -> [(id: CommitmentID, title: String)] {
        let limit = try member.limit(.seePlan)
        return try await store.read { try PlanMentionRow.of(recommendation, member.workspace.id, limit, $0) }
    }
}
