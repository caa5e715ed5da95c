package import Cooperation
package import People
package import Practices
package import Programmes
package import Reference

/// Needs beside the help that fits them, with reasons, and what people decided on it: everything in this room is reached through this.
package struct Matches: Sendable {
    package let store: WorkspaceStore
    package let cooperation: Cooperation
    package let programmes: Programmes
    package let practices: Practices
    package let reference: ReferenceFacts

    package init(
        store: WorkspaceStore, cooperation: Cooperation, programmes: Programmes, practices: Practices,
        reference: ReferenceFacts
    ) {
        self.store = store
        self.cooperation = cooperation
        self.programmes = programmes
        self.practices = practices
        self.reference = reference
    }
}
