import Domain
import Plans
import Store

/// The plan of the reader's own workspace: what stands in it for each issue, and what it costs.
struct GapPlanRows {
    let workspace: WorkspaceID
    let limit: InstitutionID?
    let connection: any ReadConnection

    struct Action {
        var id: ActionID
        var commitment: Int64
        var title: String
        var cost: Money?
        var gap: Money?
        var currency: CurrencyCode?
    }

    /// Commitments that stand, within the member's reach, by the issue they answer; those on a recommendation alone by the issue it is in.
    func commitments(_ places: [Int64: IssueID]) throws -> [Int64: IssueID] {
        let reach = limit == nil ? "" : " AND " + PlanReach.commitment("c", "$2")
        var found: [Int64: IssueID] = [:]
        try connection.query(
            """
            SELECT c.id, c.issue_id, c.recommendation_id FROM commitment c
            WHERE c.workspace_id = $1 AND c.withdrawn = 0\(reach)
            """, values
        ) { row in
            found[try row.int(0)] =
                try row.intOrNil(1).map { IssueID($0) } ?? row.intOrNil(2).flatMap { places[$0] }
        }
        return found
    }

    /// Actions that were not stopped, within the member's reach.
    func actions() throws -> [Action] {
        let reach = limit == nil ? "" : " AND " + PlanReach.action("a", "$2")
        return try connection.all(
            """
            SELECT a.id, a.commitment_id, a.title, a.cost, a.gap, a.currency FROM action a
            WHERE a.workspace_id = $1 AND a.withdrawn = 0 AND a.status <> 'stopped'\(reach) ORDER BY a.id
            """, values
        ) { row in
            let currency = try row.textOrNil(5).flatMap { CurrencyCode($0) }
            func money(_ column: Int) throws -> Money? {
                guard let currency, let amount = try row.intOrNil(column) else { return nil }
                return Money(minor: amount, currency: currency)
            }
            return Action(
                id: ActionID(try row.int(0)), commitment: try row.int(1), title: try row.text(2), cost: try money(3),
                gap: try money(4), currency: currency)
        }
    }

    private var values: [SQLValue] { [.int(workspace.value)] + (limit.map { [.int($0.value)] } ?? []) }
}

extension [GapPlanRows.Action] {
    /// What they say of one issue.
    var planned: PlannedIssue {
        PlannedIssue(
            isPlanned: true, actions: count, costed: count { $0.cost != nil },
            covered: count { $0.cost != nil && $0.gap?.minor == 0 }, short: count { ($0.gap?.minor ?? 0) > 0 })
    }

    /// By currency; those without one last.
    var money: [PlanMoney] {
        var found: [CurrencyCode?: PlanMoney] = [:]
        for action in self {
            let currency = action.cost?.currency ?? action.gap?.currency
            var held =
                found[currency]
                ?? PlanMoney(currency: currency, actions: 0, cost: 0, costKnown: 0, gap: 0, gapKnown: 0)
            held.actions += 1
            if let cost = action.cost {
                held.cost += cost.minor
                held.costKnown += 1
            }
            if let gap = action.gap {
                held.gap += gap.minor
                held.gapKnown += 1
            }
            found[currency] = held
        }
        return found.values.sorted { one, other in
            guard let left = one.currency?.rawValue else { return false }
            guard let right = other.currency?.rawValue else { return true }
            return left < right
        }
    }
}
