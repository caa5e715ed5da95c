import Domain
import Drafting
import Locales
import Operations
import People
import Reports

/// Reports at the command line, and why one was not drafted, in English.
enum OpenDrafting {
    static func open(_ store: WorkspaceStore, _ record: OpenRecord, resources: String) throws -> Drafting {
        try Drafting(
            store: store, library: record.library, reference: record.reference,
            locales: Locales.load(from: resources + "/locales"),
            resources: resources)
    }

    static func sentence(_ error: PaperError, _ drafting: Drafting) -> String {
        drafting.locales.english.text(error.messageKey)
    }

    static func sentence(_ error: WorkspaceError, _ drafting: Drafting) -> String {
        guard case .invalid(let troubles) = error else { return "The report was not drafted: \(error)." }
        return troubles.map { "\($0.field): \(drafting.locales.english.text($0.allowed))" }.joined(separator: "\n")
    }
}
