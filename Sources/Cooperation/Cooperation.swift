package import Operations
package import People
package import Reference

/// Needs, offers, funds and what comes of them: what everything in this room is reached through.
package struct Cooperation: Sendable {
    package let store: WorkspaceStore
    /// The public record: recommendations, documents, search.
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

extension Cooperation {
    package var needs: Needs { Needs(store, reference) }
    package var offers: Offers { Offers(store, reference) }
    package var funds: Funds { Funds(store, reference) }
    package var applications: Applications { Applications(store, reference) }
}
