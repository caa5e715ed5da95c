package import Operations
package import People
package import Reference

/// What is asked, planned, paid for and helped with, and who cooperates with whom: reads only, and everything in this room is reached through this.
package struct Landscape: Sendable {
    package let store: WorkspaceStore
    package let library: Library
    package let issues: Issues
    package let reference: ReferenceFacts
    /// What this process keeps of offers and public programmes; make one landscape for the process.
    let memory = LandscapeMemory()

    package init(store: WorkspaceStore, library: Library, issues: Issues, reference: ReferenceFacts) {
        self.store = store
        self.library = library
        self.issues = issues
        self.reference = reference
    }
}
