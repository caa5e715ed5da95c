import Domain
import FollowUp
import Plans
import Store

/// What a report takes from the plan of its own workspace. Every statement carries the workspace.
enum PlanFactRow {
    static func fill(_ facts: inout ReportFacts, _ connection: any ReadConnection) throws {
        let workspace = facts.workspace.id
        let own: [SQLValue] = [.int(workspace.value)]
        for (id, name) in try connection.all(
            "SELECT id, name FROM institution WHERE workspace_id = $1", own,
            { (InstitutionID(try $0.int(0)), try $0.text(1)) })
        {
            facts.institutions[id] = name
        }
        try planned(&facts, connection)
        for one in try connection.all(
            "SELECT \(Commitment.columns) FROM commitment c WHERE c.workspace_id = $1 AND c.withdrawn = 0", own,
            { try Commitment.read($0) })
        {
            facts.commitments[one.id] = CommitmentFact(commitment: one)
        }
        try statements(&facts, connection)
        var actions = try actions(workspace, connection)
        try milestones(&actions, workspace, connection)
        try progress(&actions, workspace, connection)
        try evidence(&actions, workspace, connection)
        for fact in actions.values.sorted(by: { $0.action.id < $1.action.id }) {
            facts.commitments[fact.action.commitment]?.actions.append(fact)
        }
    }

    private static func planned(_ facts: inout ReportFacts, _ connection: any ReadConnection) throws {
        var found: [RecommendationID: PlannedRecommendation] = [:]
        try connection.query(
            """
            SELECT id, commitment_id, recommendation_id, lead_id, due, status, version FROM commitment_recommendation
            WHERE workspace_id = $1 AND withdrawn = 0
            """, [.int(facts.workspace.id.value)]
        ) { row in
            let recommendation = RecommendationID(try row.int(2))
            found[recommendation] = PlannedRecommendation(
                id: PlannedRecommendationID(try row.int(0)), workspace: facts.workspace.id,
                commitment: CommitmentID(try row.int(1)), recommendation: recommendation,
                lead: try row.intOrNil(3).map { InstitutionID($0) },
                due: try row.textOrNil(4).flatMap { CalendarDate($0) },
                status: try row.textOrNil(5).flatMap { ImplementationStatus(rawValue: $0) },
                version: Int(try row.int(6)))
        }
        for place in facts.recommendations.indices {
            facts.recommendations[place].planned = found[facts.recommendations[place].recommendation.id]
        }
    }

    private static func statements(_ facts: inout ReportFacts, _ connection: any ReadConnection) throws {
        let workspace = facts.workspace.id
        let all = try connection.all(
            """
            SELECT id, commitment_id, planned_id, status, reason, stated, author, made FROM implementation_statement
            WHERE workspace_id = $1 ORDER BY id
            """, [.int(workspace.value)]
        ) { row in
            ImplementationStatement(
                id: ImplementationStatementID(try row.int(0)), workspace: workspace,
                commitment: CommitmentID(try row.int(1)),
                planned: try row.intOrNil(2).map { PlannedRecommendationID($0) },
                status: try row.value(3, ImplementationStatus.init(rawValue:)), reason: try row.text(4),
                stated: try row.value(5) { CalendarDate($0) }, author: try row.text(6), made: try row.text(7))
        }
        for statement in all { facts.commitments[statement.commitment]?.statements.append(statement) }
    }

    private static func actions(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ActionID: ActionFact] {
        let all = try connection.all(
            """
            SELECT id, commitment_id, title, description, lead_id, status, starts, due, cost, currency, budget_source, gap,
                version FROM action WHERE workspace_id = $1 AND withdrawn = 0
            """, [.int(workspace.value)]
        ) { row in
            Action(
                id: ActionID(try row.int(0)), workspace: workspace, commitment: CommitmentID(try row.int(1)),
                title: try row.text(2), description: try row.text(3),
                lead: try row.intOrNil(4).map { InstitutionID($0) },
                status: try row.value(5, ActionStatus.init(rawValue:)),
                starts: try row.textOrNil(6).flatMap { CalendarDate($0) },
                due: try row.textOrNil(7).flatMap { CalendarDate($0) },
                money: ActionMoney(
                    cost: try row.intOrNil(8), currency: try row.textOrNil(9).flatMap { CurrencyCode($0) },
                    source: try row.textOrNil(10), gap: try row.intOrNil(11)), version: Int(try row.int(12)))
        }
        return Dictionary(all.map { ($0.id, ActionFact(action: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func milestones(
        _ actions: inout [ActionID: ActionFact], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws {
        let all = try connection.all(
            """
            SELECT id, action_id, title, due, done, version FROM milestone
            WHERE workspace_id = $1 AND withdrawn = 0 ORDER BY COALESCE(due, '9999'), id
            """, [.int(workspace.value)]
        ) { row in
            Milestone(
                id: MilestoneID(try row.int(0)), workspace: workspace, action: ActionID(try row.int(1)),
                title: try row.text(2), due: try row.textOrNil(3).flatMap { CalendarDate($0) },
                done: try row.textOrNil(4).flatMap { CalendarDate($0) }, version: Int(try row.int(5)))
        }
        for milestone in all { actions[milestone.action]?.milestones.append(milestone) }
    }

    /// What counts by the workspace's own setting; of the rest only that it is there.
    private static func progress(
        _ actions: inout [ActionID: ActionFact], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws {
        let counting = Set(try ProgressSettingRow.find(workspace, connection).counting.map(\.rawValue))
        try connection.query(
            """
            SELECT id, action_id, institution_id, starts, ends, said, status, clearance FROM progress_report
            WHERE workspace_id = $1 ORDER BY starts, id
            """, [.int(workspace.value)]
        ) { row in
            let action = ActionID(try row.int(1))
            guard counting.contains(try row.text(7)) else {
                actions[action]?.uncleared += 1
                return
            }
            actions[action]?.progress.append(
                ProgressFact(
                    id: ProgressReportID(try row.int(0)), institution: InstitutionID(try row.int(2)),
                    starts: try row.text(3), ends: try row.text(4), said: try row.text(5),
                    status: try row.value(6, ActionStatus.init(rawValue:))))
        }
    }

    /// Evidence on actions and on their progress reports.
    private static func evidence(
        _ actions: inout [ActionID: ActionFact], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws {
        let steps = try ProgressSettingRow.find(workspace, connection).counting.map { "'\($0.rawValue)'" }
        try connection.query(
            """
            SELECT e.id, CASE WHEN e.kind = 'action' THEN e.subject_id ELSE r.action_id END, e.title, e.public, e.latest
            FROM evidence e LEFT JOIN progress_report r
                ON e.kind = 'progress' AND r.id = e.subject_id AND r.workspace_id = e.workspace_id
            WHERE e.workspace_id = $1 AND e.withdrawn = 0 AND e.kind IN ('action', 'progress')
            AND e.clearance IN (\(steps.joined(separator: ", "))) ORDER BY e.id
            """, [.int(workspace.value)]
        ) { row in
            guard let action = try row.intOrNil(1) else { return }
            actions[ActionID(action)]?.evidence.append(
                EvidenceFact(
                    id: try row.int(0), title: try row.text(2), isPublic: try row.int(3) == 1,
                    latest: Int(try row.int(4))))
        }
    }
}
