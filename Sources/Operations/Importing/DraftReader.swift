import Domain
import Ingest

/// Reads a file ahead of the import, on a thread of its own.
actor DraftReader {
    private nonisolated let executor = BlockingExecutor("import.reader")
    private var source: (any DraftSource)?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    func open(_ make: @Sendable () throws(IngestError) -> any DraftSource) throws(IngestError) { source = try make() }

    /// The next batch; nil at the end of the file.
    func next() throws(IngestError) -> DraftBatch? { try source?.nextBatch() }
}
