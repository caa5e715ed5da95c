import Domain
import Ingest
import Store

/// What a run remembers of the rows it has seen: enough to tell a repeated row from a new one, and to count records once.
struct ImportTally {
    private var seen: [Int64: (row: Int, digest: Int64)] = [:]
    private var created: Set<RecommendationID> = []
    private var updated: Set<RecommendationID> = []
    private var unchanged: Set<RecommendationID> = []

    /// Brings one batch into the record. Changes nothing here, since the transaction may run twice.
    func apply(_ batch: DraftBatch, _ context: ImportContext, _ connection: any WriteConnection) throws -> BatchOutcome {
        let sorted = sort(batch.drafts)
        var work = Batch(context, connection)
        try work.take(sorted.drafts, keys: sorted.keys)
        work.outcome.rejections = sorted.rejections
        return work.outcome
    }

    /// Drafts whose key has not been met in this run, with their keys. A repetition of the same content is passed over; other
    /// content under a key that was met is rejected, or importing twice would never come to rest.
    private func sort(_ drafts: [RecommendationDraft]) -> (
        drafts: [RecommendationDraft], keys: [String], rejections: [RowRejection]
    ) {
        var kept: [RecommendationDraft] = []
        var keys: [String] = []
        var rejections: [RowRejection] = []
        var here: [Int64: (row: Int, digest: Int64)] = [:]
        kept.reserveCapacity(drafts.count)
        keys.reserveCapacity(drafts.count)
        for draft in drafts {
            let key = draft.key
            let hash = StableHash.of(key)
            guard let earlier = here[hash] ?? seen[hash] else {
                here[hash] = (draft.row, draft.digest)
                kept.append(draft)
                keys.append(key)
                continue
            }
            guard earlier.digest != draft.digest else { continue }
            rejections.append(
                RowRejection(
                    row: draft.row, field: "id",
                    reason: "Row \(earlier.row) has the same id (\(key)) with other content. Keep one of the two rows."))
        }
        return (kept, keys, rejections)
    }

    /// Remembers what was committed.
    mutating func keep(_ outcome: BatchOutcome, in context: inout ImportContext) {
        context.documents.merge(outcome.documents) { _, new in new }
        context.terms.merge(outcome.terms) { _, new in new }
        context.claims.formUnion(outcome.claims)
        context.ids = outcome.ids
    }

    mutating func count(_ batch: DraftBatch, _ outcome: BatchOutcome, into report: inout ImportReport) {
        for draft in batch.drafts {
            let hash = StableHash.of(draft.key)
            if seen[hash] == nil { seen[hash] = (draft.row, draft.digest) }
        }
        created.formUnion(outcome.created)
        updated.formUnion(outcome.updated.subtracting(created))
        unchanged.formUnion(outcome.unchanged)
        for id in outcome.merged {
            created.remove(id)
            updated.remove(id)
        }
        report.read = batch.rowsRead
        report.created = created.count
        report.updated = updated.count
        report.unchanged = unchanged.subtracting(updated).subtracting(created).count
        report.merged += outcome.merged.count
        report.reject(batch.rejections)
        report.reject(outcome.rejections)
    }
}

extension RecommendationDraft {
    /// The source's own key, or one made of what identifies the row: document, paragraph, wording and States.
    var key: String {
        if let externalKey { return externalKey }
        var hash = StableHash()
        hash.add(kind.rawValue)
        hash.add(paragraph?.sortKey ?? "")
        if paragraph == nil || document.symbol == nil {
            for (language, text) in texts.sorted(by: { $0.key < $1.key }) {
                hash.add(language.rawValue)
                hash.add(text)
            }
            for state in recommending.sorted() { hash.add(state.rawValue) }
        }
        return "\(DocumentRow.key(document))#\(String(UInt64(bitPattern: hash.value), radix: 36))"
    }
}

extension StableHash {
    static func of(_ text: String) -> Int64 {
        var hash = StableHash()
        hash.add(text)
        return hash.value
    }
}
