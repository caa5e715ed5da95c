/// A kind of help: what is asked for in a need and given in an offer.
package enum HelpKind: String, Hashable, Sendable, CaseIterable {
    case draftingLaws = "drafting-laws"
    case training
    case institutionBuilding = "institution-building"
    case dataStatistics = "data-statistics"
    case equipment
    case peerExchange = "peer-exchange"
    case funding
    case unProgramming = "un-programming"
}
