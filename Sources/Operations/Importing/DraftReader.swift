import Domain
import Ingest

/// Reads a file ahead of the import, on a thread of its own.
actor DraftReader {
    private nonisolated let executor = BlockingExecutor("import.reader")
    private var source: (any DraftSource)?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    func open(_ make: @Sendable () throws(IngestError) -> any DraftSource) throws(IngestError) { source = try make() }

    /// The next batch with its keys and digests; nil at the end of the file.
    func next() throws(IngestError) -> PreparedBatch? { try source?.nextBatch().map { PreparedBatch($0) } }
}

/// A batch and what its drafts are compared by, computed on the reader's thread.
struct PreparedBatch: Sendable {
    let batch: DraftBatch
    let drafts: [PreparedDraft]

    init(_ batch: DraftBatch) {
        self.batch = batch
        drafts = batch.drafts.map { PreparedDraft($0) }
    }
}
