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
        let own = groups[group].count > 1 ? likeness(member, groups[group]) : 0
        var best: (group: Int, likeness: Float)?
        for other in ids.indices where other != group && !groups[other].isEmpty {
            guard !standing.declined.contains(IssueMove(recommendation, to: ids[other])) else { continue }
            let likeness = likeness(member, groups[other])
            if likeness > best?.likeness ?? 0 { best = (other, likeness) }
        }
        guard let best, best.likeness >= weights.threshold + weights.proposalGain / 2,
            best.likeness - own >= weights.proposalGain
        else { return nil }
        let words = IssueReasons(reading: reading).words(
            shared: [member] + groups[best.group], language: reading.records[member].first ?? 0)
        let proposal = IssueProposal(
            move: IssueMove(recommendation, to: ids[best.group]), from: ids[group],
            strength: Double(min(1, best.likeness - own)), words: words)
        return (proposal, best.likeness - own)
    }

    /// The mean with the members of a group, itself left out.
    private func likeness(_ member: Int, _ members: [Int]) -> Float {
        let others = members.filter { $0 != member }
        guard !others.isEmpty else { return 0 }
        return others.reduce(Float(0)) { $0 + graph.likeness(member, $1) } / Float(others.count)
    }
}
