package import Operations
package import People
package import Reference

/// Everything out and back: open data, whole workspaces and installations as files. Everything in this room is reached through this.
package struct Archives: Sendable {
    package let store: WorkspaceStore
    package let library: Library
    package let reference: ReferenceFacts

    package init(store: WorkspaceStore, library: Library, reference: ReferenceFacts) {
        self.store = store
        self.library = library
        self.reference = reference
    }
}
