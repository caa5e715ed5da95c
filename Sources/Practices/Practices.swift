package import Operations
package import People
package import Reference

/// The library of practices and of emerging issues: everything in this room is reached through this.
package struct Practices: Sendable {
    package let store: WorkspaceStore
    package let library: Library
    package let issues: Issues
    package let reference: ReferenceFacts

    package init(store: WorkspaceStore, library: Library, issues: Issues, reference: ReferenceFacts) {
        self.store = store
        self.library = library
        self.issues = issues
        self.reference = reference
    }
}
