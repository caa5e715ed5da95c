import Domain

extension IssueRun {
    /// Standing issues by id, then new ones by their first member.
    func issues() -> [FoundIssue] {
        groups.enumerated().compactMap { group, members in
            group < ids.count ? standingIssue(group, members) : members.isEmpty ? nil : issue(nil, members, besides: [])
        }
    }

    /// With the members that are no longer among the recommendations, too: what stands is not changed here.
    private func standingIssue(_ group: Int, _ members: [Int]) -> FoundIssue? {
        let known = Set(members.map { reading.records[$0].record.id })
        let besides = (standing.issues[ids[group]] ?? []).filter { !known.contains($0) }
        return issue(ids[group], members, besides: besides)
    }

    private func issue(_ id: IssueID?, _ members: [Int], besides: [RecommendationID]) -> FoundIssue? {
        let numbers = duplicates.numbers(members)
        var found = zip(members, numbers).map { (recommendation: reading.records[$0].record.id, group: $1) }
        for (place, gone) in besides.enumerated() {
            found.append((recommendation: gone, group: (numbers.max() ?? 0) + 1 + place))
        }
        guard let representative = representative(members) else {
            guard let first = besides.first else { return nil }
            return FoundIssue(id: id, members: found, representative: first, names: [:], reason: IssueReason())
        }
        return FoundIssue(
            id: id, members: found, representative: reading.records[representative].record.id,
            names: IssueNaming.names(reading.records[representative].record.texts),
            reason: IssueReasons(reading: reading).reason(
                members, representative: representative, sizeMax: weights.sizeMax,
                isDecided: id.map(standing.decided.contains) ?? false))
    }

    /// The one most like the others; of equals the shortest, then the first.
    private func representative(_ members: [Int]) -> Int? {
        let inside = Set(members.map(Int32.init))
        return members.min { one, other in
            let (a, b) = (centrality(one, inside), centrality(other, inside))
            return a != b ? a > b : one < other
        }
    }

    private func centrality(_ member: Int, _ inside: Set<Int32>) -> Float {
        let sum = graph.neighbours[member].reduce(Float(0)) { $0 + (inside.contains($1.other) ? $1.likeness : 0) }
        let words = reading.records[member].first.flatMap { reading.records[member].readings[$0]?.words.count } ?? 1_000
        // Long texts say several things, and make long names.
        return sum / Float(max(1, inside.count - 1)) - 0.004 * Float(min(words, 100))
    }
}
