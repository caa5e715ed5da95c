package import Domain
import Insight
import Store

extension Issues {
    /// A State's issues. Where none were computed yet, they are computed now; after `patience` the list comes as it is and says that
    /// they are being computed.
    package func list(
        _ state: StateCode, cycle: Int? = nil, mechanism: MechanismCode? = nil, theme: String? = nil,
        patience: Duration = .seconds(2)
    ) async throws(OperationError) -> IssueList {
        try await look(state, patience)
        let issues = self
        let found = try await read { connection in
            try ListParts(
                rows: IssueRow.all(of: state, connection), history: StateHistory.read(of: state, connection),
                themes: IssueFactRow.themes(of: state, connection),
                proposals: IssueProposalRow.all(of: state, connection).filter { $0.status == .open },
                outside: IssueMemberRow.outside(of: state, connection),
                computed: IssueStateRow.computed(state, connection))
        }
        return found.list(state, issues, cycle: cycle, mechanism: mechanism, theme: theme)
    }

    /// Where a recommendation stands: an issue for each State it speaks to that has one.
    package func issues(of recommendation: RecommendationID) async throws(OperationError) -> [IssueSummary] {
        let issues = self
        return try await read { connection in
            try IssueMemberRow.all(of: recommendation, connection).compactMap { member in
                guard let row = try IssueRow.find([member.issue], connection).first else { return nil }
                return try issues.summary(row, connection)
            }
        }
    }

    /// A first look computes what nobody computed before.
    private func look(_ state: StateCode, _ patience: Duration) async throws(OperationError) {
        let isNew = try await read { connection in
            try IssueStateRow.computed(state, connection) == nil
                && IssueMemberRow.outside(of: state, connection) > 0
        }
        guard isNew else { return }
        let task = start(state)
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        let waiting = [
            Task.detached {
                _ = await task.value
                continuation.finish()
            },
            Task.detached {
                try? await Task.sleep(for: patience)
                continuation.finish()
            },
        ]
        for await _ in stream {}
        for task in waiting { task.cancel() }
    }

    /// One issue in numbers.
    func summary(_ row: IssueRow, _ connection: any ReadConnection) throws -> IssueSummary {
        let history = try StateHistory.read(of: row.state, in: row.id, connection)
        let proposals = try IssueProposalRow.open(of: row.id, connection).count
        return summary(row, history.facts, history, proposals: proposals)
    }

    func summary(
        _ row: IssueRow, _ facts: [IssueFactRow], _ history: StateHistory, matching: Int? = nil, proposals: Int
    ) -> IssueSummary {
        let asked = facts.map { history.asked($0, self) }
        let repeats = RepeatHistory(asked)
        var cycles: [Int: Int] = [:]
        var mechanisms: [MechanismCode: Int] = [:]
        var groups: [Int: Int] = [:]
        var positions = PositionTally()
        for (fact, record) in zip(facts, asked) {
            if let cycle = record.cycle { cycles[cycle, default: 0] += 1 }
            mechanisms[record.mechanism, default: 0] += 1
            groups[fact.group, default: 0] += 1
            positions.add(record.position)
        }
        let years = asked.compactMap(\.year)
        return IssueSummary(
            issue: IssueForms.issue(row), count: facts.count, matching: matching ?? facts.count,
            nearGroups: groups.values.count { $0 > 1 }, cycles: cycles.sorted { $0.key < $1.key }.map { ($0, $1) },
            mechanisms: mechanisms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0, $1) },
            firstYear: years.min(), lastYear: years.max(), recommending: Set(asked.flatMap(\.recommending)).count,
            positions: positions, repeatClass: repeats.repeatClass, notedBefore: repeats.notedBefore,
            occasions: repeats.occasions.count, pinned: facts.count { $0.isPinned }, proposals: proposals)
    }
}

/// What a list is made from.
private struct ListParts: Sendable {
    var rows: [IssueRow]
    var history: StateHistory
    var themes: [(recommendation: RecommendationID, theme: String)]
    var proposals: [ProposedMove]
    var outside: Int
    var computed: String?

    func list(
        _ state: StateCode, _ issues: Issues, cycle: Int?, mechanism: MechanismCode?, theme: String?
    ) -> IssueList {
        let members = Dictionary(grouping: history.facts, by: \.issue)
        let themed = theme.map { theme in Set(themes.filter { $0.theme == theme }.map(\.recommendation)) }
        var open: [IssueID: Int] = [:]
        for move in proposals { for id in Set([move.from, move.to]) { open[id, default: 0] += 1 } }
        var classes: [RepeatClass: Int] = [:]
        var items: [IssueSummary] = []
        for row in rows {
            guard row.mergedInto == nil, let facts = members[row.id] else { continue }
            let matching = facts.count { fact in
                (cycle == nil || fact.cycle == cycle) && (mechanism == nil || fact.mechanism == mechanism)
                    && (themed?.contains(fact.recommendation) ?? true)
            }
            let summary = issues.summary(row, facts, history, matching: matching, proposals: open[row.id] ?? 0)
            classes[summary.repeatClass, default: 0] += 1
            if matching > 0 { items.append(summary) }
        }
        items.sort { ($1.matching, $0.issue.id) < ($0.matching, $1.issue.id) }
        return IssueList(
            state: state, items: items, issues: classes.values.reduce(0, +), records: history.facts.count,
            outside: outside, computed: computed, isComputing: outside > 0 && issues.work.isRunning(state),
            cycles: counts(.cycle, history.facts.compactMap { $0.cycle.map(String.init) }),
            mechanisms: counts(.mechanism, history.facts.map(\.mechanism.rawValue)),
            themes: counts(.theme, themes.map(\.theme)), classes: classes, proposals: proposals.count)
    }

    private func counts(_ facet: Facet, _ values: [String]) -> FacetCounts {
        var counts: [String: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        return FacetCounts(
            facet: facet,
            values: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { .init(value: $0, count: $1) })
    }
}
