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
    func apply(_ drafts: [PreparedDraft], _ context: ImportContext, _ connection: any WriteConnection) throws
        -> BatchOutcome
    {
        let sorted = sort(drafts)
        var work = Batch(context, connection)
        try work.take(sorted.drafts)
        work.outcome.rejections = sorted.rejections
        return work.outcome
    }

    /// Drafts whose key has not been met in this run. A repetition of the same content is passed over; other content under a
    /// key that was met is rejected, or importing twice would never come to rest.
    private func sort(_ drafts: [PreparedDraft]) -> (drafts: [PreparedDraft], rejections: [RowRejection]) {
        var kept: [PreparedDraft] = []
        var rejections: [RowRejection] = []
        var here: [Int64: (row: Int, digest: Int64)] = [:]
        kept.reserveCapacity(drafts.count)
        for draft in drafts {
            if let field = draft.fieldTooLong {
                rejections.append(
                    RowRejection(
                        row: draft.draft.row, field: field,
                        reason: "Longer than \(PreparedDraft.nameBytesMax) bytes. Is the right column read as \(field)?"
                    ))
                continue
            }
            guard let earlier = here[draft.keyHash] ?? seen[draft.keyHash] else {
                here[draft.keyHash] = (draft.draft.row, draft.digest)
                kept.append(draft)
                continue
            }
            guard earlier.digest != draft.digest else { continue }
            rejections.append(
                RowRejection(
                    row: draft.draft.row, field: "id",
                    reason:
                        "Row \(earlier.row) has the same id (\(draft.key)) with other content. Keep one of the two rows."
                ))
        }
        return (kept, rejections)
    }

    /// Remembers what was committed.
    mutating func keep(_ outcome: BatchOutcome, in context: inout ImportContext) {
        context.documents.merge(outcome.documents) { _, new in new }
        context.terms.merge(outcome.terms) { _, new in new }
        context.ids = outcome.ids
    }

    mutating func count(_ prepared: PreparedBatch, _ outcome: BatchOutcome, into report: inout ImportReport) {
        for draft in prepared.drafts where seen[draft.keyHash] == nil {
            seen[draft.keyHash] = (draft.draft.row, draft.digest)
        }
        created.formUnion(outcome.created)
        updated.formUnion(outcome.updated.subtracting(created))
        unchanged.formUnion(outcome.unchanged)
        for id in outcome.merged {
            created.remove(id)
            updated.remove(id)
        }
        report.read = prepared.batch.rowsRead
        report.created = created.count
        report.updated = updated.count
        report.unchanged = unchanged.subtracting(updated).subtracting(created).count
        report.waiting += outcome.waiting
        report.merged += outcome.merged.count
        report.reject(prepared.batch.rejections)
        report.reject(outcome.rejections)
    }
}

/// A draft with what it is compared by.
struct PreparedDraft: Sendable {
    let draft: RecommendationDraft
    let key: String
    let keyHash: Int64
    let digest: Int64
    let joinKey: Int64?

    /// `joinsRows`: whether the source may have several rows of one paragraph.
    init(_ draft: RecommendationDraft, joinsRows: Bool) {
        self.draft = draft
        key = draft.key
        keyHash = StableHash.of(key)
        digest = draft.digest
        joinKey = joinsRows ? draft.joinKey : nil
    }

    /// What identifies things is kept short: an index entry of PostgreSQL ends at 2.7 KB.
    static let nameBytesMax = 800

    /// The field whose value is no id, title or label any more.
    var fieldTooLong: String? {
        if key.utf8.count > Self.nameBytesMax { return "id" }
        if DocumentRow.key(draft.document).utf8.count > Self.nameBytesMax { return "title" }
        return draft.tags.first { $0.label.utf8.count > Self.nameBytesMax || $0.code.utf8.count > Self.nameBytesMax }?
            .kind.rawValue
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
