package import Operations
package import People
package import Reference

/// Consultations and seminars: contributions, conclusions, answers. Everything in this room is reached through this.
package struct Consultations: Sendable {
    package let store: WorkspaceStore
    package let library: Library
    package let reference: ReferenceFacts

    package init(store: WorkspaceStore, library: Library, reference: ReferenceFacts) {
        self.store = store
        self.library = library
        self.reference = reference
    }
}
