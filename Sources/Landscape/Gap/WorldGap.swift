package import Domain

/// The gap over many States: the world, a theme, a group of States, a group of persons.
package struct WorldGap: Sendable {
    package var scope: GapScope
    /// Of the record, as search counts them.
    package var recommendations: Int
    package var sums: GapSums
    package var potential: Potential
    /// Every theme of which something is known within the scope, in the order of the reference facts; empty where one theme is asked for.
    package var themes: [ThemeLine]
    /// Every State of the scope of which something is known, by code.
    package var states: [StateLine]

    package struct ThemeLine: Hashable, Sendable {
        package var theme: String
        package var counts: GapCounts
    }

    package struct StateLine: Hashable, Sendable {
        package var state: StateCode
        package var counts: GapCounts
        /// Issues of the State, of all themes, and those that a programme under way is linked to.
        package var issues: Int
        package var helped: Int
        /// Whether its mechanism works here: where it does not, its needs are not known here.
        package var isHere: Bool
    }
}

/// What stands side by side for one theme or one State. Nil: not said by anybody, which is no zero.
package struct GapCounts: Hashable, Sendable {
    package var recommendations: Int
    package var needs: Int
    package var offers: Int?
    package var programmes: Int?

    package var standing: GapBalance {
        let helped = (offers ?? 0) > 0 || (programmes ?? 0) > 0
        if needs > 0 { return helped ? .both : .needAlone }
        if helped { return recommendations > 0 ? .helpAlone : .helpUnasked }
        return offers == nil || programmes == nil ? .notSaid : .recordAlone
    }
}

/// How asking and helping stand to each other.
package enum GapBalance: String, Hashable, Sendable, CaseIterable {
    /// Asked for and helped with or offered.
    case both
    /// Asked for, and nothing is offered or under way.
    case needAlone = "need-alone"
    /// Recommended and helped with or offered; no State that is known here asks for it.
    case helpAlone = "help-alone"
    /// Offered or under way without a recommendation in the record.
    case helpUnasked = "help-unasked"
    /// Recommended, and nothing else is known here.
    case recordAlone = "record-alone"
    /// What is offered is not said for this scope.
    case notSaid = "not-said"
}
