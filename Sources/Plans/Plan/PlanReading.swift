package import Domain
import Operations
import People
import Store

/// Everything of one commitment that its reader may see.
package struct CommitmentPage: Sendable {
    package var summary: CommitmentSummary
    /// In the order of the record's ids.
    package var recommendations: [PlannedSummary]
    /// By date.
    package var actions: [Action]
    /// By action, by date.
    package var milestones: [ActionID: [Milestone]]
    /// Recommendations of its issue that are in no commitment of the plan.
    package var newcomers: Int
}

/// One action with its steps.
package struct ActionPage: Sendable {
    package var action: Action
    package var commitment: Commitment
    package var milestones: [Milestone]
    package var isLate: Bool
}

extension Plans {
    /// `notFound` where it is out of reach, or out of the plan for whoever may not see history.
    package func commitment(
        _ id: CommitmentID, _ language: LanguageTag, _ member: Member
    ) async throws(WorkspaceError) -> CommitmentPage {
        let place = try place(member)
        let seesWithdrawn = member.reach(.seeHistory) == .all
        return try await store.read { connection in
            let found = try Commitment.find([id.value], place.workspace, reach: place.limit, connection).first
            guard let found, !found.isWithdrawn || seesWithdrawn,
                let summary = try PlanListing.summaries([found], place, connection).first
            else { throw WorkspaceError.notFound }
            let planned = try PlannedRecommendation.of([id], place.workspace, reach: place.limit, connection)
                .filter { !$0.isWithdrawn }
            let actions = try Action.of([id], place.workspace, reach: place.limit, connection)
                .filter { !$0.isWithdrawn }.sorted { $0.order < $1.order }
            let milestones = try Milestone.of(actions.map(\.id), place.workspace, reach: place.limit, connection)
            return CommitmentPage(
                summary: summary,
                recommendations: try PlanListing.summaries(planned, language, place, connection), actions: actions,
                milestones: Dictionary(grouping: milestones.filter { !$0.isWithdrawn }, by: \.action),
                newcomers: try PlanNewcomers.count(found, member.workspace, connection))
        }
    }

    package func action(_ id: ActionID, _ member: Member) async throws(WorkspaceError) -> ActionPage {
        let place = try place(member)
        let seesWithdrawn = member.reach(.seeHistory) == .all
        return try await store.read { connection in
            let action = try Action.find([id.value], place.workspace, reach: place.limit, connection).first
            guard let action, !action.isWithdrawn || seesWithdrawn,
                let commitment = try Commitment.plain([action.commitment.value], place.workspace, connection).first
            else { throw WorkspaceError.notFound }
            let milestones = try Milestone.of([id], place.workspace, connection).filter { !$0.isWithdrawn }
            return ActionPage(
                action: action, commitment: commitment, milestones: milestones,
                isLate: action.isLate(on: place.today))
        }
    }

    /// Where a record stands in the plan: the commitment it is in, within reach.
    package func commitment(
        of recommendation: RecommendationID, _ member: Member
    ) async throws(WorkspaceError) -> CommitmentID? {
        let place = try place(member)
        var filter = PlanFilter()
        filter.recommendation = recommendation
        let query = PlanQuery(.recommendations, filter, place.workspace, place.limit, place.today)
        return try await store.read { connection in
            try connection.first(
                "SELECT p.commitment_id FROM \(query.from) WHERE \(query.whereClause)", query.values
            ) { CommitmentID(try $0.int(0)) }
        }
    }
}

extension Action {
    /// By date, without one last; then as they were made.
    fileprivate var order: (Int, Int64) { (due?.dayNumber ?? .max, number) }
}

/// What came to issues since they were taken into the plan.
enum PlanNewcomers {
    static func count(
        _ commitment: Commitment, _ workspace: Workspace, _ connection: any ReadConnection
    ) throws -> Int {
        guard let issue = commitment.issue else { return 0 }
        let members = try IssueMemberRow.all(in: issue, connection).map(\.recommendation)
        return Set(members).subtracting(try PlanTaking.planned(members, workspace.id, connection))
            .subtracting(try PlanDrafts.left(workspace.mechanismState, connection)).count
    }
}
