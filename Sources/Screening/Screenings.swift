package import Agreements
package import People
package import Programmes
package import Reference

/// Screening of programmes and agreements for harm: everything in this room is reached through this.
package struct Screenings: Sendable {
    package let store: WorkspaceStore
    package let agreements: Agreements
    package let programmes: Programmes
    package let reference: ReferenceFacts

    package init(store: WorkspaceStore, agreements: Agreements, programmes: Programmes, reference: ReferenceFacts) {
        self.store = store
        self.agreements = agreements
        self.programmes = programmes
        self.reference = reference
    }
}
