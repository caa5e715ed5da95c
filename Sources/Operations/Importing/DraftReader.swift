import Domain
import Ingest

/// Reads a file ahead of the import, on a thread of its own.
actor DraftReader {
    private nonisolated let executor = BlockingExecutor("import.reader")
    private var source: (any DraftSource)?
    private let code: SourceCode

    init(source code: SourceCode) { self.code = code }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    func open(_ make: @Sendable () throws(IngestError) -> any DraftSource) throws(IngestError) { source = try make() }

    /// The next batch with its keys and digests; nil at the end of the file.
    func next() throws(IngestError) -> PreparedBatch? {
        try source?.nextBatch().map { PreparedBatch($0, source: code) }
    }
}

/// A batch and what its drafts are compared by, computed on the reader's thread.
struct PreparedBatch: Sendable {
    let batch: DraftBatch
    let drafts: [PreparedDraft]

    /// The UN's index has one row a paragraph; other sources may have one for each recommending State.
    init(_ batch: DraftBatch, source: SourceCode) {
        self.batch = batch
        drafts = batch.drafts.map { PreparedDraft($0, joinsRows: source != .uhri) }
    }
}
