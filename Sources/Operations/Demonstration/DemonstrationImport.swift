import Domain
import Ingest

/// Brings the invented record in through the importer, like any file: first as it came out, then what States said later.
package struct DemonstrationImport: Sendable {
    private let importing: Importing
    private let resources: String

    /// `resources` is `Resources/demo`.
    package init(importing: Importing, resources: String) {
        self.importing = importing
        self.resources = resources
    }

    package func callAsFunction(
        actor: String, progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws(ImportError) -> [ImportReport] {
        let demonstration: Demonstration
        do { demonstration = try Demonstration(resources: resources) } catch { throw .file("\(error)") }
        var reports: [ImportReport] = []
        for (name, batches) in [
            ("demonstration", demonstration.drafts()), ("demonstration, later answers", demonstration.laterDrafts()),
        ] {
            let order = Importing.Order(file: name, format: "demo", source: .demonstration, actor: actor)
            reports.append(
                try await importing.run(order, open: { DemonstrationSource(batches: batches) }, progress: progress))
        }
        return reports
    }
}

/// Invented drafts as a source.
private struct DemonstrationSource: DraftSource {
    var batches: DraftBatches
    var rows = 0

    init(batches: DraftBatches) { self.batches = batches }

    mutating func nextBatch() throws(IngestError) -> DraftBatch? {
        guard let drafts = batches.next() else { return nil }
        rows += drafts.count
        return DraftBatch(drafts: drafts, rowsRead: rows)
    }
}
