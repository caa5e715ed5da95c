package import Operations
package import People
package import Reference

/// The cooperation record of a State: dated and sourced facts, gaps shown as gaps. Everything in this room is reached through this.
///
/// Facts of a workspace are kept by the State's mechanism; those of a State without a workspace by the desk. What is not published is
/// seen by whoever keeps it and by nobody else.
package struct StateCooperation: Sendable {
    package let store: WorkspaceStore
    package let library: Library
    package let reference: ReferenceFacts
    package let yardsticks: Yardsticks

    package init(store: WorkspaceStore, library: Library, reference: ReferenceFacts, yardsticks: Yardsticks) {
        self.store = store
        self.library = library
        self.reference = reference
        self.yardsticks = yardsticks
    }
}
