package import Operations
package import People
package import Reference

/// The cooperation record of a State: dated and sourced facts, gaps shown as gaps. Everything in this room is reached through this.
package struct StateCooperation: Sendable {
    package let store: WorkspaceStore
    package let library: Library
    package let reference: ReferenceFacts

    package init(store: WorkspaceStore, library: Library, reference: ReferenceFacts) {
        self.store = store
        self.library = library
        self.reference = reference
    }
}
