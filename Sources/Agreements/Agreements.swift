package import Cooperation
package import People
package import Plans
package import Reference

/// Introductions between workspaces, their threads, agreements and the reviews of how they go: everything in this room is reached through this.
package struct Agreements: Sendable {
    package let store: WorkspaceStore
    package let cooperation: Cooperation
    package let plans: Plans
    package let reference: ReferenceFacts

    package init(store: WorkspaceStore, cooperation: Cooperation, plans: Plans, reference: ReferenceFacts) {
        self.store = store
        self.cooperation = cooperation
        self.plans = plans
        self.reference = reference
    }
}
