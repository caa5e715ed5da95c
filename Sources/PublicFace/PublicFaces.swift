package import Operations
package import People
package import Reference

/// What of a workspace everybody may see, field by field and stage by stage; removals with their marker. Everything in this room is
/// reached through this.
///
/// Strangers never read the workspace's own tables: what is shown is rendered from them by the choices that stand, and kept as
/// versions. Before anything is read it is looked whether the workspace changed since, or an embargo ended.
package struct PublicFaces: Sendable {
    package let store: WorkspaceStore
    package let library: Library
    package let reference: ReferenceFacts
    let cache = ShownCache()

    package init(store: WorkspaceStore, library: Library, reference: ReferenceFacts) {
        self.store = store
        self.library = library
        self.reference = reference
    }
}
