package import Operations
package import People

/// Programmes of cooperation: what the aid-data standard says of them, what they come to, and which issues they serve.
///
/// Public ones are for everybody; what a workspace keeps as a draft is for its members. Sums are exact and never mix currencies.
package struct Programmes: Sendable {
    package let store: WorkspaceStore
    package let library: Library
    package let codes: AidCodes

    package init(store: WorkspaceStore, library: Library, codes: AidCodes) {
        self.store = store
        self.library = library
        self.codes = codes
    }
}
