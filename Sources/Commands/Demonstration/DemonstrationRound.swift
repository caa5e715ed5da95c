import Domain
import People
import Plans
import Rounds

/// The position round of the demonstration's workspace: opened on the latest report, circulated, half answered, with disagreements.
struct DemonstrationRound: Sendable {
    /// Paragraphs that are asked about; the others wait for whoever looks.
    private static let asked = 60

    let ground: DemonstrationGround

    func make() async throws(WorkspaceError) {
        let rounds = ground.plans.rounds
        let keeper = ground.keeper
        let reports = try await rounds.documents(keeper)
        guard let report = reports.first, report.pending > 0, let due = ground.monthsAgo(-1, day: 28) else { return }
        let words = ground.content.round
        let round = try await rounds.open(report.document.id, title: words.title, due: due, by: keeper)
        let open = try await rounds.page(round.id, keeper).live.map(\.paragraph).filter { $0.decided == nil }
        let ids = open.prefix(Self.asked).map(\.id)
        let asked = ["MoJ", "MoI", "MoE", "MoH", "MoLF"].compactMap { ground.institutions[$0] }
        guard !ids.isEmpty, asked.count > 1 else { return }
        let share = (ids.count + asked.count - 1) / asked.count
        for (place, institution) in asked.enumerated() {
            // The first of each share are also the next institution's: there they may differ.
            let own = ids.dropFirst(place * share).prefix(share)
            let shared = ids.dropFirst((place + 1) % asked.count * share).prefix(3)
            let picks = (own + shared).map { RoundPick($0) }
            _ = try await rounds.circulate(round.id, picks, to: [institution], due: due, by: keeper)
            let answered = picks.enumerated().filter { $0.offset % 3 != 2 }
            for position in [Position.supported, .noted] {
                let some = answered.filter { ($0.offset % 4 == 1) == (position == .noted) }.map(\.element)
                let draft = ProposalDraft(
                    position: position, reason: words.reasons[position.rawValue] ?? "",
                    legalNote: position == .noted ? words.legalNote : "")
                _ = try await rounds.answer(round.id, some, for: institution, draft, by: keeper)
            }
            let cleared = answered.prefix(answered.count / 2).map(\.element)
            _ = try await rounds.clearProposals(round.id, cleared, of: institution, note: nil, by: keeper)
        }
    }
}
