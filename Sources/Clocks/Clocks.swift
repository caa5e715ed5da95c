package import People
package import Plans
package import Reference

/// Deadlines, alerts and reminders of a workspace: what everything in this room is reached through.
package struct Clocks: Sendable {
    package let store: WorkspaceStore
    package let plans: Plans
    package let reference: ReferenceFacts

    package init(store: WorkspaceStore, plans: Plans, reference: ReferenceFacts) {
        self.store = store
        self.plans = plans
        self.reference = reference
    }
}
