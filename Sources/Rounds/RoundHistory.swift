import Domain
package import People
import Store

extension Rounds {
    /// Histories of rounds: for whoever may see rounds. A focal point sees those of her institution's own answers; what the mechanism
    /// settles is not hers to see before the round is frozen.
    package static let historyOwners: [HistoryOwner] = [
        HistoryOwner(
            .round,
            title: { id, workspace, limit, connection in
                guard limit == nil else { return nil }
                return try RoundRow.find(RoundID(id), workspace, connection)?.title
            }, sight: .seeRound),
        HistoryOwner(
            .roundParagraph,
            title: { id, workspace, limit, connection in
                guard limit == nil else { return nil }
                return try RoundParagraphRow.find(RoundParagraphID(id), workspace, only: nil, connection)?.name
            }, sight: .seeRound),
        HistoryOwner(
            .proposal,
            title: { id, workspace, limit, connection in
                guard
                    let proposal = try ProposalRow.find(ProposalID(id), workspace, only: limit, connection),
                    let paragraph = try RoundParagraphRow.find(
                        proposal.paragraph, workspace, only: limit, connection)
                else { return nil }
                return paragraph.name
            }, sight: .seeRound),
    ]
}
