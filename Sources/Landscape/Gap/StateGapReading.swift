package import Domain
import Operations
import People
import Store

extension Landscape {
    /// The gap of the scope's State, read in one view of the store. `notFound` where nothing is known of the State.
    package func gap(
        _ state: StateCode, _ scope: GapScope, _ reader: GapReader
    ) async throws(WorkspaceError) -> StateGap {
        let scope = GapScope(state: state, theme: scope.theme, person: scope.person)
        try check(scope)
        let conditions = GapConditions(scope, reader, self)
        let landscape = self
        var gap = try await store.read { try landscape.stateGap(state, conditions, $0) }
        gap.recommendations = try await recommendations(conditions.scope).total
        return gap
    }

    /// The member whose plan the State's gap shows: of the mechanism of this State alone, with the right to see the plan.
    private func planner(_ state: StateCode, _ reader: GapReader) -> Member? {
        guard case .member(let member) = reader, member.workspace.mechanismState == state, member.may(.seePlan) else {
            return nil
        }
        return member
    }

    func stateGap(
        _ state: StateCode, _ conditions: GapConditions, _ connection: any ReadConnection
    ) throws -> StateGap {
        let rows = GapIssueRows(state: state, conditions: conditions, connection: connection)
        let members = try rows.members()
        let linked = try rows.programmes()
        var commitments: [Int64: IssueID] = [:]
        var actions: [IssueID: [GapPlanRows.Action]] = [:]
        let planner = planner(state, conditions.reader)
        if let planner {
            let plan = GapPlanRows(
                workspace: planner.workspace.id, limit: try planner.limit(.seePlan), connection: connection)
            commitments = try plan.commitments(members.places)
            for issue in commitments.values { actions[issue] = [] }
            for action in try plan.actions() {
                if let issue = commitments[action.commitment] { actions[issue, default: []].append(action) }
            }
        }
        let needs = try rows.needs(members.places, commitments)
        let offered = try rows.offered()
        let issues: [GapIssue] = try IssueRow.all(of: state, connection).compactMap { row in
            guard row.mergedInto == nil, let count = members.counts[row.id] else { return nil }
            let issue = IssueForms.issue(row)
            return GapIssue(
                issue: issue, recommendations: count, programmes: (linked[row.id] ?? []).map(\.id),
                needs: needs[row.id] ?? [], offered: issue.reason.themes.filter { offered.contains($0) },
                plan: planner == nil ? nil : actions[row.id]?.planned ?? PlannedIssue())
        }
        let shown = Set(issues.map(\.issue.id))
        let within = actions.filter { shown.contains($0.key) }.values.flatMap { $0 }
        return StateGap(
            scope: conditions.scope, state: state, recommendations: 0, issues: issues,
            outside: try IssueMemberRow.outside(of: state, connection), isHere: try rows.isHere(),
            sums: try GapSumsRow.read(conditions, connection),
            potential: try PotentialRow.read(conditions, groups(of:), connection),
            overlaps: try ProgrammeOverlapRow.read(linked.filter { shown.contains($0.key) }, connection),
            plan: planner == nil ? nil : within.money, actions: planner == nil ? nil : within.count)
    }
}
