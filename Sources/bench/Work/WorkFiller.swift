import Domain
import Foundation
import People
import Plans
import Store

/// Fills a workspace at the speed of the database: every recommendation to the State is planned, actions are spread over the
/// commitments, reports over the actions.
struct WorkFiller {
    let keeper: Member
    let store: WorkspaceStore
    let plans: Plans
    let workspace: Workspace

    struct Filled {
        var recommendations = 0
        var commitments = 0
        var ids: [String: Int64] = [:]
    }

    private static let at = "2026-01-15T09:00:00.000Z"

    func fill(institutions count: Int, actions: Int, reports: Int) async throws -> Filled {
        var institutions: [Institution] = []
        for number in 1...max(1, count) {
            institutions.append(
                try await Institutions(store).add(
                    "Institution number \(number)", kind: .ministry, abbreviation: "I\(number)", by: keeper))
        }
        var filled = try await take()
        let commitments = try await lead(institutions.map(\.id))
        filled.commitments = commitments.count
        let made = try await addActions(actions, commitments, institutions.map(\.id))
        try await addReports(reports, made)
        filled.ids["commitments"] = commitments.first?.value
        filled.ids["actions"] = made.first?.id.value
        filled.ids[SubjectKind.action.rawValue] = made.first?.id.value
        filled.ids["audit"] = 1
        filled.ids["institutions"] = institutions.first?.id.value
        filled.ids["steps"] = try await plans.steps(keeper).first?.batch.value
        return filled
    }

    private func take() async throws -> Filled {
        let state = workspace.mechanismState?.rawValue ?? ""
        let ids = try await store.read { connection in
            try connection.all(
                """
                SELECT DISTINCT s.recommendation_id FROM recommendation_state s
                JOIN recommendation r ON r.id = s.recommendation_id
                WHERE s.state = $1 AND s.role = 0 AND r.merged_into IS NULL ORDER BY s.recommendation_id LIMIT 2000
                """, [.text(state)]
            ) { RecommendationID(try $0.int(0)) }
        }
        _ = try await plans.commit(recommendations: ids, by: keeper)
        return Filled(recommendations: ids.count)
    }

    /// Every institution leads its share.
    private func lead(_ institutions: [InstitutionID]) async throws -> [CommitmentID] {
        var all: [CommitmentID] = []
        var after: PlanCursor?
        repeat {
            let page = try await plans.list(keeper, after: after, limit: Plans.pageMax)
            all += page.items.map(\.commitment.id)
            after = page.next
        } while after != nil
        for (place, institution) in institutions.enumerated() {
            let own = all.enumerated().filter { $0.offset % institutions.count == place }.map(\.element.value)
            guard !own.isEmpty else { continue }
            var changes = PlanChanges()
            changes.lead = .set(institution)
            changes.due = .set(CalendarDate(dayNumber: 20_400 + place * 20))
            changes.priority = .set(Priority.allCases[place % 4])
            try await plans.change(PlanSelection(.commitments, ids: own), changes, by: keeper)
        }
        return all
    }

    private func addActions(
        _ count: Int, _ commitments: [CommitmentID], _ institutions: [InstitutionID]
    ) async throws -> [Action] {
        guard count > 0, !commitments.isEmpty else { return [] }
        let ids = try await store.take(.action, count)
        let steps = try await store.take(.milestone, count * 2)
        let euro = CurrencyCode("EUR")
        let actions = ids.enumerated().map { place, id in
            let lead = institutions[place % institutions.count]
            let helper = institutions[(place * 7 + 3) % institutions.count]
            let start = 20_000 + place % 900
            var action = Action(
                id: ActionID(id), workspace: workspace.id, commitment: commitments[place % commitments.count],
                title: "Action \(place): train judges, prosecutors and officers in district \(place % 97)",
                description: String(repeating: "What is done, by whom, and how it is checked. ", count: 6), lead: lead,
                supporting: helper == lead ? [] : [helper], status: ActionStatus.allCases[place % 5],
                starts: CalendarDate(dayNumber: start), due: CalendarDate(dayNumber: start + 30 + place % 700))
            if place % 3 > 0 {
                action.money = ActionMoney(
                    cost: Int64(place) * 10_000, currency: euro, source: "Budget",
                    gap: place % 3 == 1 ? Int64(place) * 1_000 : nil)
            }
            return action
        }
        let milestones = steps.enumerated().map { place, id in
            Milestone(
                id: MilestoneID(id), workspace: workspace.id, action: actions[place / 2].id, title: "Step \(place)",
                due: CalendarDate(dayNumber: 20_050 + place % 1_500))
        }
        try await store.change(keeper) { change in
            try Action.insert(actions, at: Self.at, change.connection)
            try Milestone.insert(milestones, at: Self.at, change.connection)
        }
        return actions
    }

    /// One report an action and month, as far back as their number needs.
    private func addReports(_ count: Int, _ actions: [Action]) async throws {
        guard count > 0, !actions.isEmpty else { return }
        let ids = try await store.take(.progress, count)
        let workspace = workspace.id.value
        for first in stride(from: 0, to: count, by: 10_000) {
            try await store.change(keeper) { change in
                var rows = SQLRows(columnCount: 15, rowsExpected: 10_000)
                for place in first..<min(count, first + 10_000) {
                    let action = actions[place % actions.count]
                    let month = 240 - place / actions.count
                    let starts = CalendarDate(year: 2006 + month / 12, month: month % 12 + 1, day: 1)?.description ?? ""
                    rows.append(
                        .int(ids.lowerBound + Int64(place)), .int(workspace), .int(action.id.value),
                        .int(action.lead?.value ?? 0), .text(starts), .text(starts),
                        .text("Two trainings were held and forty officers took part in district \(place % 97)."), .null,
                        .text(action.status.rawValue), .int(place % 101), "bench", .text(Self.at), "mechanism", "bench",
                        1)
                }
                try change.connection.insert(
                    into: "progress_report",
                    [
                        "id", "workspace_id", "action_id", "institution_id", "starts", "ends", "said", "obstacle",
                        "status", "percent", "author", "made", "clearance", "cleared_by", "version",
                    ], rows)
            }
        }
    }
}
