package import Operations
package import People

/// The plan of a workspace: what everything in this room is reached through.
package struct Plans: Sendable {
    package let store: WorkspaceStore
    /// The public record: recommendations, documents, issues, search.
    package let library: Library
    package let issues: Issues
    /// Where files are kept, and nothing else.
    package let folder: String

    package init(store: WorkspaceStore, library: Library, issues: Issues, folder: String) {
        self.store = store
        self.library = library
        self.issues = issues
        self.folder = folder
    }
}
