package import Domain
import Operations
import Store

extension PlanListing {
    static func summaries(
        _ commitments: [Commitment], _ place: Place, _ connection: any ReadConnection
    ) throws -> [CommitmentSummary] {
        let completed = try Commitment.completed(commitments, place.workspace, connection)
        let ids = completed.map(\.number)
        let actions = try tallies(ids, place, connection)
        let records = try records(ids, place, connection)
        return completed.map { commitment in
            let record = records[commitment.number] ?? RecordTally()
            return CommitmentSummary(
                commitment: commitment, recommendations: record.count, positions: record.positions,
                mechanisms: record.mechanisms.sorted(), actions: actions[commitment.number] ?? ActionTally(),
                isLate: isLate(commitment.due, commitment.status, place.today))
        }
    }

    static func summaries(
        _ planned: [PlannedRecommendation], _ language: LanguageTag, _ place: Place, _ connection: any ReadConnection
    ) throws -> [PlannedSummary] {
        let commitments = Dictionary(
            try Commitment.plain(planned.map(\.commitment.value), place.workspace, connection).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let records = try PlanRecords.summaries(planned.map(\.recommendation), language, connection)
        return planned.compactMap { one in
            guard let commitment = commitments[one.commitment] else { return nil }
            let due = one.due ?? commitment.due
            return PlannedSummary(
                planned: one, title: commitment.title, lead: one.lead ?? commitment.lead, due: due,
                priority: commitment.priority, record: records[one.recommendation],
                isLate: isLate(due, one.status, place.today))
        }
    }

    static func summaries(
        _ actions: [Action], _ place: Place, _ connection: any ReadConnection
    ) throws -> [ActionSummary] {
        let completed = try Action.completed(actions, place.workspace, connection)
        let commitments = Dictionary(
            try Commitment.plain(completed.map(\.commitment.value), place.workspace, connection).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return completed.compactMap { action in
            guard let commitment = commitments[action.commitment] else { return nil }
            return ActionSummary(action: action, commitment: commitment, isLate: action.isLate(on: place.today))
        }
    }

    private static func isLate(_ due: CalendarDate?, _ status: ImplementationStatus?, _ today: CalendarDate) -> Bool {
        guard let due, !status.isSettled else { return false }
        return due < today
    }

    /// Actions in numbers, by commitment.
    static func tallies(
        _ commitments: [Int64], _ place: Place, _ connection: any ReadConnection
    ) throws -> [Int64: ActionTally] {
        let reach = place.limit == nil ? "" : " AND " + PlanReach.action("a", "$2")
        var tallies: [Int64: ActionTally] = [:]
        let rows = try PlanSets.all(
            commitments,
            """
            SELECT \(Action.columns) FROM action a WHERE a.workspace_id = $1 AND a.withdrawn = 0\(reach)
            AND a.commitment_id IN ({set})
            """, [.int(place.workspace.value)] + (place.limit.map { [.int($0.value)] } ?? []), connection
        ) { try Action.read($0) }
        for action in rows { tallies[action.commitment.value, default: ActionTally()].add(action, place.today) }
        return tallies
    }

    private struct RecordTally {
        var count = 0
        var positions = PositionTally()
        var mechanisms: Set<MechanismCode> = []
    }

    private static func records(
        _ commitments: [Int64], _ place: Place, _ connection: any ReadConnection
    ) throws -> [Int64: RecordTally] {
        let reach = place.limit == nil ? "" : " AND " + PlanReach.recommendation("p", "$2")
        let rows = try PlanSets.all(
            commitments,
            """
            SELECT p.commitment_id, r.position, d.mechanism FROM commitment_recommendation p
            LEFT JOIN recommendation o ON o.id = p.recommendation_id
            LEFT JOIN recommendation r ON r.id = COALESCE(o.merged_into, o.id)
            LEFT JOIN document d ON d.id = r.document_id
            WHERE p.workspace_id = $1 AND p.withdrawn = 0\(reach) AND p.commitment_id IN ({set})
            """, [.int(place.workspace.value)] + (place.limit.map { [.int($0.value)] } ?? []), connection
        ) { row in
            (
                owner: try row.int(0), position: try row.textOrNil(1).flatMap { Position(rawValue: $0) },
                mechanism: try row.textOrNil(2).map { MechanismCode($0) }
            )
        }
        var tallies: [Int64: RecordTally] = [:]
        for row in rows {
            var tally = tallies[row.owner] ?? RecordTally()
            tally.count += 1
            tally.positions.add(row.position)
            if let mechanism = row.mechanism { tally.mechanisms.insert(mechanism) }
            tallies[row.owner] = tally
        }
        return tallies
    }
}

extension ActionTally {
    package mutating func add(_ action: Action, _ today: CalendarDate) {
        all += 1
        if action.status == .done { done += 1 }
        if action.isLate(on: today) { late += 1 }
        if !action.status.isEnded, let due = action.due, next.map({ due < $0 }) ?? true { next = due }
        money.add(action.money)
    }
}

extension Commitment {
    /// Whatever the reach, without supporting institutions and links: for titles of what is within reach.
    static func plain(
        _ ids: [Int64], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Commitment] {
        try PlanSets.all(
            ids, "SELECT \(columns) FROM commitment c WHERE c.workspace_id = $1 AND c.id IN ({set})",
            [.int(workspace.value)], connection
        ) { try read($0) }
    }
}

/// The record's own rows of planned recommendations.
enum PlanRecords {
    /// By the id that the plan knows; what became part of another is that other, what is gone is left out.
    static func summaries(
        _ ids: [RecommendationID], _ language: LanguageTag, _ connection: any ReadConnection
    ) throws -> [RecommendationID: RecommendationSummary] {
        let current = try PlanSets.all(
            ids.map(\.value), "SELECT id, COALESCE(merged_into, id) FROM recommendation WHERE id IN ({set})", [],
            connection
        ) { (id: RecommendationID(try $0.int(0)), now: RecommendationID(try $0.int(1))) }
        let stored = Dictionary(
            try RecordLoader(connection).load(Array(Set(current.map(\.now)))).map { ($0.recommendation.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var found: [RecommendationID: RecommendationSummary] = [:]
        for pair in current {
            if let record = stored[pair.now] { found[pair.id] = Library.summary(record, reader: language) }
        }
        return found
    }
}
