import Domain
import Ingest

/// Drafts that are there already, as a source.
struct FindingSource: DraftSource {
    private var rest: ArraySlice<RecommendationDraft>
    private var rows = 0

    init(_ drafts: [RecommendationDraft]) { rest = drafts[...] }

    mutating func nextBatch() throws(IngestError) -> DraftBatch? {
        guard !rest.isEmpty else { return nil }
        let drafts = Array(rest.prefix(DraftBatch.draftsMax))
        rest = rest.dropFirst(drafts.count)
        rows += drafts.count
        return DraftBatch(drafts: drafts, rowsRead: rows)
    }
}
