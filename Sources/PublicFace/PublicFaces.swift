package import Operations
package import People
package import Reference

/// What of a workspace everybody may see, field by field and stage by stage; removals with their marker. Everything in this room is reached through this.
package struct PublicFaces: Sendable {
    package let store: WorkspaceStore
    package let library: Library
    package let reference: ReferenceFacts

    package init(store: WorkspaceStore, library: Library, reference: ReferenceFacts) {
        self.store = store
        self.library = library
        self.reference = reference
    }
}
