import Domain
import Ingest
import Operations
import Programmes

/// The demonstration's programmes of cooperation: invented organizations, public for all. Nothing in them is real.
struct DemonstrationLandscape: Sendable {
    private let programmes: Programmes
    /// `activities.xml`, in the aid-data standard.
    private let file: String

    init(_ programmes: Programmes, directory: String) {
        self.programmes = programmes
        file = directory + "/activities.xml"
    }

    /// Brings them in, once, and links them to the issues they serve.
    func make(by actor: String) async throws(WorkspaceError) {
        let path = file
        let report = try await programmes.take(
            ProgrammeOrder(file: "activities.xml", actor: actor),
            open: { () throws(IngestError) in try FileSupply(path: path) })
        if let failure = report.failure { throw .store(failure) }
        if report.created + report.updated > 0 { while try await programmes.linkNext() > 0 {} }
    }
}
