import Corpus
package import Domain
import Store

extension Issues {
    /// How often something was recommended, by whom, when, and what became of it. `limit`, `after`, `sort` and `facets` of the request
    /// have no effect; where it names no kind, recommendations alone are counted.
    @concurrent
    package func repeats(_ request: SearchRequest) async throws(OperationError) -> Repeats {
        let question = RepeatQuestion(request, library)
        var repeats = question.repeats()
        let newest = question.newest(Repeats.examinedMax)
        let said = try await read { connection in try SaidOfRecords.read(newest, connection) }
        said.tell(&repeats)
        return repeats
    }
}

/// A question that is asked of the index in several ways.
private struct RepeatQuestion {
    let snapshot: CorpusSnapshot
    /// In the steps that the search page asks it in, so that both find the same.
    let steps: [ParsedQuery]
    let filters: [Facet: Set<String>]
    /// Reviews have four; a file may say anything.
    private static let cyclesMax = 12

    init(_ request: SearchRequest, _ library: Library) {
        snapshot = library.corpus.snapshot
        steps = library.questions(of: request)
        var filters = request.filters.filter { !$0.value.isEmpty }
        if filters[.kind] == nil { filters[.kind] = [RecommendationKind.recommendation.rawValue] }
        self.filters = filters
    }

    func repeats() -> Repeats {
        let cycles = counts(.cycle).values.compactMap { value in
            Int(value.value).map { (cycle: $0, count: value.count) }
        }.sorted { $0.cycle < $1.cycle }.suffix(Self.cyclesMax)
        let states = counts(.state)
        var repeats = Repeats(
            total: snapshot.count(steps, filters: filters), understood: steps.first?.notes ?? [],
            cycles: self.cycles(Array(cycles)), years: byValue(counts(.year)), mechanisms: counts(.mechanism),
            recommending: counts(.recommending), mechanismsByYear: crossTab(.year, .mechanism), states: [],
            statesTotal: states.values.count, classes: [:], examined: 0, changes: [], changesTotal: 0,
            changesByKind: [], assessments: [], assessmentsTotal: 0, assessmentsByValue: [])
        addStates(states, cycles.map(\.cycle), to: &repeats)
        return repeats
    }

    private func crossTab(_ rows: Facet, _ columns: Facet, cycle: Int? = nil) -> CrossTab {
        var filters = filters
        if let cycle { filters[.cycle] = [String(cycle)] }
        return snapshot.crossTab(rows: rows, columns: columns, filters: filters, steps: steps)
    }

    /// A facet's values under all filters, its own included: every record has one kind.
    private func counts(_ facet: Facet) -> FacetCounts {
        Self.counts(facet, rows(crossTab(facet, .kind)).mapValues { $0.values.reduce(0, +) })
    }

    private func byValue(_ counts: FacetCounts) -> FacetCounts {
        FacetCounts(facet: counts.facet, values: counts.values.sorted { $0.value < $1.value })
    }

    private func cycles(_ cycles: [(cycle: Int, count: Int)]) -> [RepeatCycle] {
        guard !cycles.isEmpty else { return [] }
        let positions = rows(crossTab(.cycle, .position))
        let recommending = rows(crossTab(.cycle, .recommending))
        let mechanisms = rows(crossTab(.cycle, .mechanism))
        let states = rows(crossTab(.cycle, .state))
        return cycles.map { cycle, count in
            let row = String(cycle)
            return RepeatCycle(
                cycle: cycle, total: count, states: states[row]?.count ?? 0,
                recommending: Self.counts(.recommending, recommending[row] ?? [:]),
                mechanisms: Self.counts(.mechanism, mechanisms[row] ?? [:]),
                positions: Self.tally(positions[row] ?? [:], of: count), answered: PositionTally())
        }
    }

    private func addStates(_ states: FacetCounts, _ cycles: [Int], to repeats: inout Repeats) {
        let counts = rows(crossTab(.state, .cycle))
        var positions: [Int: [String: [String: Int]]] = [:]
        for cycle in cycles {
            positions[cycle] = rows(crossTab(.state, .position, cycle: cycle))
        }
        var found = states.values.map { value in
            let rounds = cycles.compactMap { cycle -> (cycle: Int, count: Int, positions: PositionTally)? in
                guard let count = counts[value.value]?[String(cycle)] else { return nil }
                return (cycle, count, Self.tally(positions[cycle]?[value.value] ?? [:], of: count))
            }
            return RepeatState(
                state: StateCode(value.value), total: value.count, repeatClass: Self.repeatClass(rounds),
                cycles: rounds)
        }
        for state in found { repeats.classes[state.repeatClass, default: 0] += 1 }
        found.sort { one, other in
            if one.cycles.count != other.cycles.count { return one.cycles.count > other.cycles.count }
            return one.total == other.total ? one.state < other.state : one.total > other.total
        }
        repeats.states = Array(found.prefix(Repeats.statesMax))
    }

    private static func repeatClass(
        _ rounds: [(cycle: Int, count: Int, positions: PositionTally)]
    ) -> RepeatClass {
        guard rounds.count > 1 else { return .firstTime }
        return rounds.dropLast().contains { $0.positions.noted > 0 } ? .repeatedAfterNoted : .repeated
    }

    private func rows(_ tab: CrossTab) -> [String: [String: Int]] {
        var rows: [String: [String: Int]] = [:]
        for (cell, count) in tab.counts { rows[cell.row, default: [:]][cell.column] = count }
        return rows
    }

    private static func counts(_ facet: Facet, _ values: [String: Int]) -> FacetCounts {
        FacetCounts(
            facet: facet,
            values: values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { .init(value: $0, count: $1) })
    }

    /// Records without a position are counted as such.
    private static func tally(_ values: [String: Int], of total: Int) -> PositionTally {
        var tally = PositionTally()
        for (value, count) in values { if let position = Position(rawValue: value) { tally.add(position, count) } }
        tally.none = max(0, total - tally.total)
        return tally
    }

    /// The newest records, at most `most`.
    func newest(_ most: Int) -> [RecommendationID] {
        var found: [RecommendationID] = []
        var after: SearchCursor?
        repeat {
            let answer = snapshot.search(
                steps,
                SearchRequest(
                    filters: filters, sort: .date, limit: min(SearchRequest.limitMax, most - found.count), after: after)
            )
            found += answer.hits.map { RecommendationID($0.id) }
            after = answer.next
        } while after != nil && found.count < most
        return found
    }
}

/// What the store knows of the records that are looked at one by one.
private struct SaidOfRecords: Sendable {
    var examined: Int
    var cycles: [RecommendationID: Int] = [:]
    var positions: [RecommendationID: Position] = [:]
    var answers: [RecommendationID: Answers] = [:]
    var assessments: [(recommendation: RecommendationID, assessment: Assessment)] = []

    static func read(_ ids: [RecommendationID], _ connection: any ReadConnection) throws -> SaidOfRecords {
        var said = SaidOfRecords(examined: ids.count)
        for set in StateHistory.sets(ids) {
            for row in try IssueFactRow.standing(set, connection) {
                said.cycles[row.recommendation] = row.cycle
                said.positions[row.recommendation] = row.position
            }
            said.assessments += try AssessmentRow.all(of: set, connection).map { ($0.recommendation, $0.value) }
        }
        said.answers = try Answers.read(ids, said.positions, connection)
        return said
    }

    func tell(_ repeats: inout Repeats) {
        repeats.examined = examined
        for index in repeats.cycles.indices {
            for (id, cycle) in cycles where cycle == repeats.cycles[index].cycle {
                repeats.cycles[index].answered.add(answers[id]?.first ?? positions[id])
            }
        }
        let changes = answers.values.flatMap(\.changes).sorted { one, other in
            let (date, otherDate) = (one.date?.number ?? 0, other.date?.number ?? 0)
            return (otherDate, one.recommendation) < (date, other.recommendation)
        }
        repeats.changesTotal = changes.count
        repeats.changes = Array(changes.prefix(Repeats.rowsMax))
        repeats.changesByKind = Position.allCases.flatMap { from in
            Position.allCases.compactMap { to in
                let count = changes.count { $0.from == from && $0.to == to }
                return count > 0 ? (from, to, count) : nil
            }
        }
        let newest = assessments.sorted { one, other in
            let (date, otherDate) = (one.assessment.date?.number ?? 0, other.assessment.date?.number ?? 0)
            return (otherDate, one.recommendation) < (date, other.recommendation)
        }
        repeats.assessmentsTotal = newest.count
        repeats.assessments = Array(newest.prefix(Repeats.rowsMax))
        struct Value: Hashable { var scheme: String, value: String }
        var values: [Value: Int] = [:]
        for entry in assessments {
            values[Value(scheme: entry.assessment.scheme, value: entry.assessment.value), default: 0] += 1
        }
        repeats.assessmentsByValue = values.sorted { one, other in
            (other.value, one.key.scheme, one.key.value) < (one.value, other.key.scheme, other.key.value)
        }.map { (scheme: $0.key.scheme, value: $0.key.value, count: $0.value) }
    }
}
