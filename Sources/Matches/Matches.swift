package import Cooperation
package import Domain
package import People
package import Reference

/// Needs beside the help that fits them, with reasons, and what people decided on it: everything in this room is reached through this.
/// A proposal, in which nothing is given to anybody: people decide.
package struct Matches: Sendable {
    package let store: WorkspaceStore
    package let cooperation: Cooperation
    package let reference: ReferenceFacts
    let shelf = MatchShelf()

    package init(store: WorkspaceStore, cooperation: Cooperation, reference: ReferenceFacts) {
        self.store = store
        self.cooperation = cooperation
        self.reference = reference
    }

    /// Points with their reasons, as published.
    package var weights: [MatchWeightFacts] { reference.matchWeights }

    package var today: CalendarDate { CalendarDate(store.clock.instant) ?? CalendarDate(dayNumber: 0) }
}
