package import Clocks
package import Cooperation
package import People
package import Plans
package import Programmes
package import Reference

/// Introductions between workspaces, their threads, agreements and the reviews of how they go: everything in this room is reached through this.
package struct Agreements: Sendable {
    package let store: WorkspaceStore
    package let cooperation: Cooperation
    package let programmes: Programmes
    package let plans: Plans
    package let clocks: Clocks
    package let reference: ReferenceFacts

    package init(
        store: WorkspaceStore, cooperation: Cooperation, programmes: Programmes, plans: Plans, clocks: Clocks,
        reference: ReferenceFacts
    ) {
        self.store = store
        self.cooperation = cooperation
        self.programmes = programmes
        self.plans = plans
        self.clocks = clocks
        self.reference = reference
    }

    package var introductions: Introductions { Introductions(store, clocks) }
}
