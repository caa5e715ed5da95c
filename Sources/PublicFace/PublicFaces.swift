package import Assessments
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
    /// What every side says; a workspace has no say over it.
    package let assessments: Assessments
    let cache = ShownCache()

    package init(store: WorkspaceStore, library: Library, reference: ReferenceFacts) {
        self.store = store
        self.library = library
        self.reference = reference
        assessments = Assessments(store: store, library: library, reference: reference)
    }
}
