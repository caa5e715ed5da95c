import CooperationRecords
package import Locales
package import Operations
package import People
package import Reference
package import Reports

/// Reports drafted from the record: sentences with their sources, edited, compared, approved. Everything in this room is reached through this.
package struct Drafting: Sendable {
    package static let reportsMax = 500
    package static let paragraphsMax = 5_000

    package let store: WorkspaceStore
    package let library: Library
    package let reference: ReferenceFacts
    /// Whose words reports are drafted with, whatever language their writers read.
    package let locales: Locales
    package let papers: PaperWriter
    package let claims: Claims
    package let outlines: Outlines
    let yardsticks: Yardsticks

    /// `resources`: the folder of the program's files, with the styles of papers.
    package init(
        store: WorkspaceStore, library: Library, reference: ReferenceFacts, locales: Locales, resources: String
    ) throws {
        self.store = store
        self.library = library
        self.reference = reference
        self.locales = locales
        claims = Claims(try ClaimPatterns(directory: resources + "/reference"))
        yardsticks = try Yardsticks(directory: resources + "/reference")
        outlines = try Outlines(directory: resources + "/reference")
        papers = try PaperWriter(locales: locales, resources: resources)
    }
}
