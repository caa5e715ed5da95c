package import People
package import Reference

/// Deadlines, alerts and reminders of a workspace: what everything in this room is reached through.
package struct Clocks: Sendable {
    package let store: WorkspaceStore
    package let reference: ReferenceFacts

    package init(store: WorkspaceStore, reference: ReferenceFacts) {
        self.store = store
        self.reference = reference
    }
}
