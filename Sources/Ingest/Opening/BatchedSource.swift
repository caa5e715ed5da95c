import Domain

/// What became of one row.
enum RowOutcome {
    case draft(RecommendationDraft)
    case rejected(RowRejection)
    /// Nothing in it (an empty line).
    case nothing
}

/// The rows of one file in turn.
protocol RowReader {
    var rowsRead: Int { get }
    var bytesRead: Int { get }
    var bytesTotal: Int? { get }
    /// Nil at the end.
    mutating func nextRow() throws(IngestError) -> RowOutcome?
}

extension RowReader {
    func rejected(_ field: String, _ fault: RowFault) -> RowOutcome {
        .rejected(RowRejection(row: rowsRead, field: field, reason: fault.reason))
    }
}

/// Rows in batches. A batch ends early when it has used up `bytesMax` of the file, so that large records do not add up.
struct BatchedSource<Reader: RowReader>: DraftSource {
    private static var bytesMax: Int { 16 << 20 }

    private var reader: Reader
    private var pending: IngestError?
    private var isAtEnd = false

    init(_ reader: Reader) { self.reader = reader }

    mutating func nextBatch() throws(IngestError) -> DraftBatch? {
        if let error = pending {
            pending = nil
            throw error
        }
        guard !isAtEnd else { return nil }
        var batch = DraftBatch()
        batch.drafts.reserveCapacity(DraftBatch.draftsMax)
        let start = reader.bytesRead
        do throws(IngestError) {
            while batch.drafts.count < DraftBatch.draftsMax, batch.rejections.count < DraftBatch.draftsMax,
                reader.bytesRead - start < Self.bytesMax
            {
                guard let outcome = try reader.nextRow() else {
                    isAtEnd = true
                    break
                }
                switch outcome {
                case .draft(let draft): batch.drafts.append(draft)
                case .rejected(let rejection): batch.rejections.append(rejection)
                case .nothing: break
                }
            }
        } catch {
            isAtEnd = true
            if batch.drafts.isEmpty, batch.rejections.isEmpty { throw error }
            pending = error
        }
        if isAtEnd, pending == nil, batch.drafts.isEmpty, batch.rejections.isEmpty { return nil }
        batch.rowsRead = reader.rowsRead
        batch.bytesRead = reader.bytesRead
        batch.bytesTotal = reader.bytesTotal
        return batch
    }
}
