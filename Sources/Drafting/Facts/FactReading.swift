import Cooperation
package import Domain
import FollowUp
import People
import Plans
import Reference
import Rounds
import Store

extension Drafting {
    /// A report is drafted from at most so many recommendations.
    package static let recommendationsMax = 2_000

    /// Everything a report of this scope may be drafted from. Record and plan are read in one view of the store; what others published
    /// is read through its own rooms.
    ///
    /// Whoever writes a report reads the whole plan of the workspace; positions of rounds are read through their own room.
    package func facts(
        _ kind: ReportKind, _ scope: ReportScope, _ member: Member
    ) async throws(WorkspaceError) -> ReportFacts {
        let workspace = member.workspace
        let today = workspace.day(at: store.clock.milliseconds())
        let bodies = mechanisms(kind, scope)
        var facts = try await store.read { connection in
            var facts = ReportFacts(workspace: workspace, state: scope.state, today: today)
            facts.document = try scope.document.flatMap { try RecordFactRow.document($0, scope.state, connection) }
            facts.recommendations = try RecordFactRow.recommendations(scope, bodies, connection)
            try RecordFactRow.assessments(&facts, connection)
            try PlanFactRow.fill(&facts, connection)
            try MeasureFactRow.fill(&facts, connection)
            try ConsultationFactRow.fill(&facts, connection)
            return facts
        }
        try await gather(&facts)
        if kind == .fundApplication, let call = scope.fundCall {
            facts.call = try await Funds(store, reference)
                .published(call: FundCallID(call), .partner(workspace.id)).call
        }
        if let round = scope.round {
            facts.round = try await Rounds(store).frozen(RoundID(round.round), number: round.freeze, member)
        }
        return facts
    }

    /// The mechanisms whose recommendations a report speaks of; nil: all.
    private func mechanisms(_ kind: ReportKind, _ scope: ReportScope) -> Set<MechanismCode>? {
        if let treaty = scope.treaty, let facts = reference.treaty(treaty) { return [facts.mechanism] }
        if let mechanism = scope.mechanism { return [mechanism] }
        switch kind {
        case .nationalReport, .midTerm, .addendum, .matrix, .stakeholderSubmission, .countryTeamContribution:
            return [.upr, .demonstrationReview]
        default: return nil
        }
    }
}
