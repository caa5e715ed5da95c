import Domain

extension IssueRun {
    /// More would not be looked through.
    private static let proposalsMax = 20

    /// Moves of what stood before this run that clearly gain, the strongest first.
    func proposals() -> [IssueProposal] {
        var proposals: [(proposal: IssueProposal, gain: Float)] = []
        for (group, members) in former.enumerated() where !standing.decided.contains(ids[group]) {
            for member in members { if let found = proposal(member, from: group) { proposals.append(found) } }
        }
        proposals.sort {
            ($1.gain, $0.proposal.move.recommendation) < ($0.gain, $1.proposal.move.recommendation)
        }
        return proposals.prefix(Self.proposalsMax).map(\.proposal)
    }

    private func proposal(_ member: Int, from group: Int) -> (proposal: IssueProposal, gain: Float)? {
        let recommendation = reading.records[member].record.id
        guard !standing.pinned.contains(recommendation) else { return nil }
        let means = means(member)
        let own = means[group] ?? 0
        let others = means.filter { other, _ in
            other != group && other < ids.count
                && !standing.declined.contains(IssueMove(recommendation, to: ids[other]))
        }
        let best = others.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value >= weights.threshold + weights.proposalGain / 2,
            best.value - own >= weights.proposalGain
        else { return nil }
        let words = IssueReasons(reading: reading).words(
            shared: [member] + groups[best.key], language: reading.records[member].first ?? 0)
        let proposal = IssueProposal(
            move: IssueMove(recommendation, to: ids[best.key]), from: ids[group],
            strength: Double(min(1, best.value - own)), words: words)
        return (proposal, best.value - own)
    }

    /// The mean likeness with the other members of each group it has something in common with.
    private func means(_ member: Int) -> [Int: Float] {
        var sums: [Int: Float] = [:]
        for neighbour in graph.neighbours[member] {
            sums[groupOf[Int(neighbour.other)], default: 0] += neighbour.likeness
        }
        for (group, sum) in sums {
            let others = groups[group].count - (groupOf[member] == group ? 1 : 0)
            sums[group] = others > 0 ? sum / Float(others) : 0
        }
        return sums
    }
}
