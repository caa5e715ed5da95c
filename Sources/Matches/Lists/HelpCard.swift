package import Cooperation
package import Domain
package import Insight
import Store

/// What is shown of help that was found: read again with the rights of who asks.
package struct HelpCard: Hashable, Sendable {
    package var id: HelpID
    /// Empty for a peer, which is named by its State.
    package var title: String
    package var language: LanguageTag?
    package var actor: CooperationActor?
    /// Of a peer.
    package var state: StateCode?
    /// Of a call, the fund it is of.
    package var fund: FundID?
    /// Of a programme, who reports it where no workspace here does.
    package var reporter: String?
}

enum HelpCards {
    /// Nil where the reader may not see it, or it is there no more.
    static func find(
        _ id: HelpID, _ reader: CooperationReader, _ connection: any ReadConnection
    ) throws -> HelpCard? {
        switch id.source {
        case .offer:
            guard let offer = try CooperationRecords.offer(OfferID(id.number), reader, connection) else { return nil }
            let actor = try CooperationRecords.actors([offer.workspace], connection)[offer.workspace]
            return HelpCard(id: id, title: offer.title, language: offer.language, actor: actor)
        case .call:
            guard let found = try CooperationRecords.call(FundCallID(id.number), reader, connection) else { return nil }
            let actor = try CooperationRecords.actors([found.call.workspace], connection)[found.call.workspace]
            return HelpCard(
                id: id, title: found.call.title, language: found.fund.language, actor: actor, fund: found.fund.id)
        case .programme:
            return try MatchProgrammeRow.card(id.number, connection).map {
                HelpCard(id: id, title: $0.title, reporter: $0.reporter.isEmpty ? nil : $0.reporter)
            }
        case .peer:
            let state = StateCode(id.code)
            let workspace = try MatchEvidenceRow.mechanisms(connection)[state]
            let actor = try workspace.flatMap { try CooperationRecords.actors([$0], connection)[$0] }
            return HelpCard(id: id, title: "", actor: actor, state: state)
        }
    }
}
