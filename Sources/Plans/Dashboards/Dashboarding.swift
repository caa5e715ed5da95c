package import Domain
import People
import Store

extension Plans {
    /// Where the plan stands; for a focal point, over her part of it. `dimensions` are what recommendations are told apart by.
    package func dashboard(
        _ member: Member, _ dimensions: [PlanDimension] = PlanDimension.allCases
    ) async throws(WorkspaceError) -> PlanDashboard {
        let place = try place(member, .seeDashboards)
        return try await store.read { connection in
            let row = DashboardRow(place: place, connection: connection)
            var parts: [PlanDimension: [PlanStandingPart]] = [:]
            for dimension in dimensions { parts[dimension] = try row.parts(dimension) }
            return PlanDashboard(
                today: place.today, recommendations: try row.standing(), commitments: try row.count(.commitments),
                lateCommitments: try row.count(.commitments) { $0.isLate = true },
                commitmentsWithoutAction: try row.count(.commitments) { $0.isWithoutAction = true },
                commitmentsWithoutLead: try row.count(.commitments) { $0.lead = .nobody },
                actions: try row.actions(), gaps: try row.gaps(), parts: parts)
        }
    }
}
