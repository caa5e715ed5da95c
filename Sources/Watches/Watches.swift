package import Operations
package import People
package import Reference

/// Questions that somebody follows by mail or feed. Everything in this room is reached through this.
package struct Watches: Sendable {
    package let store: WorkspaceStore
    package let library: Library
    package let reference: ReferenceFacts

    package init(store: WorkspaceStore, library: Library, reference: ReferenceFacts) {
        self.store = store
        self.library = library
        self.reference = reference
    }
}
