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
    private let tools: Tools

    /// What reports are made with: shared, so that whoever holds this value need not copy it.
    private final class Tools: Sendable {
        let library: Library
        let reference: ReferenceFacts
        let locales: Locales
        let papers: PaperWriter
        let claims: Claims
        let outlines: Outlines
        let yardsticks: Yardsticks

        init(_ library: Library, _ reference: ReferenceFacts, _ locales: Locales, resources: String) throws {
            self.library = library
            self.reference = reference
            self.locales = locales
            papers = try PaperWriter(locales: locales, resources: resources)
            claims = Claims(try ClaimPatterns(directory: resources + "/reference"))
            outlines = try Outlines(directory: resources + "/reference")
            yardsticks = try Yardsticks(directory: resources + "/reference")
        }
    }

    /// `resources`: the folder of the program's files, with the styles of papers.
    package init(
        store: WorkspaceStore, library: Library, reference: ReferenceFacts, locales: Locales, resources: String
    ) throws {
        self.store = store
        tools = try Tools(library, reference, locales, resources: resources)
    }

    package var library: Library { tools.library }
    package var reference: ReferenceFacts { tools.reference }
    /// Whose words reports are drafted with, whatever language their writers read.
    package var locales: Locales { tools.locales }
    package var papers: PaperWriter { tools.papers }
    package var claims: Claims { tools.claims }
    package var outlines: Outlines { tools.outlines }
    var yardsticks: Yardsticks { tools.yardsticks }
}
