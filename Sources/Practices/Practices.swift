package import People
package import Reference

/// The library of practices and of emerging issues: everything in this room is reached through this.
package struct Practices: Sendable {
    package let store: WorkspaceStore
    package let reference: ReferenceFacts

    package init(store: WorkspaceStore, reference: ReferenceFacts) {
        self.store = store
        self.reference = reference
    }
}
