package import Domain
package import Reference

/// In which direction cooperation flows, by the States of those who give and of those who get.
package enum FlowDirection: String, Hashable, Sendable, CaseIterable {
    case northSouth = "north-south"
    case southSouth = "south-south"
    /// A State of the South gives to another, and a third of elsewhere gives too.
    case triangular
    case northNorth = "north-north"
    case southNorth = "south-north"
    /// A party has no State, or its State is in no group that tells.
    case notKnown = "not-known"

    /// Groups of States that say of themselves, or of which the United Nations says, that they need special support; and those of the
    /// European Union. States in neither are not sorted by us.
    package static let southGroups: Set<String> = ["ldc", "lldc", "sids", "demo-small", "demo-rising"]
    package static let northGroups: Set<String> = ["eu", "demo-north"]

    package enum Side: Hashable, Sendable { case north, south }

    package static func side(of state: StateCode?, _ reference: ReferenceFacts) -> Side? {
        guard let facts = state.flatMap({ reference.facts(of: $0) }) else { return nil }
        let groups = Set(facts.groups + [facts.region].compactMap { $0 })
        // A State in groups of both kinds is one of the South: membership of a union does not end a special need.
        if !groups.isDisjoint(with: southGroups) { return .south }
        return groups.isDisjoint(with: northGroups) ? nil : .north
    }

    /// `givers` and `getters` with nil for those of whom it is not known.
    package static func of(givers: [Side?], getters: [Side?]) -> FlowDirection {
        let (from, to) = (Set(givers.compactMap { $0 }), Set(getters.compactMap { $0 }))
        guard !givers.isEmpty, !getters.isEmpty, !givers.contains(nil), !getters.contains(nil), to.count == 1,
            let side = to.first
        else { return .notKnown }
        switch (side, from) {
        case (.south, [.north]): return .northSouth
        case (.south, [.south]): return .southSouth
        case (.south, _): return .triangular
        case (.north, [.north]): return .northNorth
        case (.north, [.south]): return .southNorth
        default: return .notKnown
        }
    }

    /// A contribution without a receiver is for all parties that give nothing to it; where each gives, for all the others.
    package static func of(
        _ terms: AgreementTerms, states: [WorkspaceID: StateCode], _ reference: ReferenceFacts
    ) -> FlowDirection {
        let givers = Set(terms.contributions.map(\.giver))
        var getters = Set(terms.contributions.compactMap(\.receiver))
        if getters.isEmpty { getters = Set(terms.parties).subtracting(givers) }
        if getters.isEmpty, givers.count > 1 { getters = givers }
        func sides(_ all: Set<WorkspaceID>) -> [Side?] { all.sorted().map { side(of: states[$0], reference) } }
        return of(givers: sides(givers), getters: sides(getters))
    }
}
