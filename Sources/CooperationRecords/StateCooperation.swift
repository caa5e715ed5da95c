package import Operations
package import People
package import Reference

/// The cooperation record of a State: dated and sourced facts, gaps shown as gaps. Everything in this room is reached through this.
///
/// Facts of a workspace are kept by the State's mechanism; those of a State without a workspace by the desk. What is not published is
/// seen by whoever keeps it and by nobody else.
package struct StateCooperation: Sendable {
    package let store: WorkspaceStore
    package let yardsticks: Yardsticks
    private let record: Record

    /// The public record: shared, so that whoever holds this value need not copy it.
    private final class Record: Sendable {
        let library: Library
        let reference: ReferenceFacts

        init(_ library: Library, _ reference: ReferenceFacts) {
            self.library = library
            self.reference = reference
        }
    }

    package init(store: WorkspaceStore, library: Library, reference: ReferenceFacts, yardsticks: Yardsticks) {
        self.store = store
        self.yardsticks = yardsticks
        record = Record(library, reference)
    }

    package var library: Library { record.library }
    package var reference: ReferenceFacts { record.reference }
}
