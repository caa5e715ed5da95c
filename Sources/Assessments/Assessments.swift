package import Operations
package import People
package import Reference

/// What every side says of how far a recommendation or issue is: beside each other, in the scheme of whoever says it. Everything in this
/// room is reached through this.
package struct Assessments: Sendable {
    package let store: WorkspaceStore
    package let library: Library
    package let reference: ReferenceFacts
    /// Signs packages of this installation; nil where it gives none.
    package let signer: PackageSigner?

    package init(
        store: WorkspaceStore, library: Library, reference: ReferenceFacts, signer: PackageSigner? = nil
    ) {
        self.signer = signer
        self.store = store
        self.library = library
        self.reference = reference
    }
}
