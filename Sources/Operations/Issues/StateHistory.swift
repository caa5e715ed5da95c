import Domain
import Insight
import Store

/// The members of a State's issues, or of one of them, with who asked and what was answered.
struct StateHistory {
    var facts: [IssueFactRow]
    var recommending: [RecommendationID: [StateCode]] = [:]
    var answers: [RecommendationID: Answers] = [:]

    static func read(
        of state: StateCode, in issue: IssueID? = nil, _ connection: any ReadConnection
    ) throws -> StateHistory {
        var history = StateHistory(facts: try IssueFactRow.all(of: state, in: issue, connection))
        let ids = history.facts.map(\.recommendation)
        history.answers = try Answers.read(ids, history.positions, connection)
        for set in Self.sets(ids) {
            for entry in try IssueFactRow.recommending(set, connection) {
                history.recommending[entry.recommendation, default: []].append(entry.state)
            }
        }
        return history
    }

    private var positions: [RecommendationID: Position] {
        var positions: [RecommendationID: Position] = [:]
        for fact in facts { positions[fact.recommendation] = fact.position }
        return positions
    }

    /// Ids in sets that one statement takes.
    static func sets(_ ids: [RecommendationID]) -> [[SQLValue]] {
        stride(from: 0, to: ids.count, by: SQLSet.sizeMax).map { start in
            ids[start..<min(ids.count, start + SQLSet.sizeMax)].map { .int($0.value) }
        }
    }

    func asked(_ fact: IssueFactRow, _ issues: Issues) -> AskedRecord {
        AskedRecord(
            id: fact.recommendation, mechanism: fact.mechanism, document: fact.document, cycle: fact.cycle,
            year: issues.year(fact.published, fact.mechanism, session: fact.session),
            recommending: recommending[fact.recommendation] ?? [],
            answered: answers[fact.recommendation]?.first ?? fact.position, position: fact.position)
    }
}

/// What a State said of one recommendation: the first answer, and what changed after it.
struct Answers: Sendable {
    /// `pending` where it gave none yet, nil where the mechanism knows none.
    var first: Position?
    var changes: [LaterChange] = []

    /// `events` oldest first. Answers about parts decide only where none speaks of the whole.
    init(_ id: RecommendationID, _ events: [PositionEvent], now: Position?) {
        let whole = events.filter { $0.part == nil }
        first = now
        var last: Position?
        for event in whole.isEmpty ? events : whole where event.position != .pending {
            guard let before = last else {
                first = event.position
                last = event.position
                continue
            }
            guard !whole.isEmpty, event.position != before else { continue }
            changes.append(
                LaterChange(
                    recommendation: id, from: before, to: event.position, date: event.date, document: event.document))
            last = event.position
        }
    }

    static func read(
        _ ids: [RecommendationID], _ now: [RecommendationID: Position], _ connection: any ReadConnection
    ) throws -> [RecommendationID: Answers] {
        var answers: [RecommendationID: Answers] = [:]
        for set in StateHistory.sets(ids) {
            let said = Dictionary(grouping: try PositionRow.all(of: set, connection), by: \.recommendation)
            for (id, events) in said { answers[id] = Answers(id, events.map(\.event), now: now[id]) }
        }
        return answers
    }
}
