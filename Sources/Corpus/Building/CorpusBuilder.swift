import Dispatch
import Synchronization

/// Feeds a Corpus from an import: batches are analysed on a thread of their own while the import goes on, and become visible in
/// large segments, which a second thread writes. One for each import; finish it.
///
/// `@unchecked Sendable`: `builder`, `removed` and `position` are touched on `queue` alone, which is serial.
public final class CorpusBuilder: @unchecked Sendable {
    /// Batches that may wait. A faster import waits for the analysis rather than fill the memory.
    private static let waitingMax = 4

    private let corpus: Corpus
    private let queue = DispatchQueue(label: "corpus.build")
    private let room = DispatchSemaphore(value: waitingMax)
    /// Segments are written and published in the order they were filled.
    private let writing = DispatchQueue(label: "corpus.write")
    /// One is written while the next is filled; not more, so that memory stays bounded.
    private let writers = DispatchSemaphore(value: 1)
    private var builder = SegmentBuilder()
    private var removed: [Int64] = []
    private var position: Int64?

    public init(_ corpus: Corpus) { self.corpus = corpus }

    /// Hands over a batch, in change-log order. Returns at once unless four are waiting. Blocks a thread then: not for the
    /// cooperative pool.
    public func add(_ changes: [CorpusChange], position: Int64) {
        room.wait()
        queue.async { [self] in
            for change in changes { take(change) }
            self.position = position
            room.signal()
        }
    }

    /// Makes everything handed over visible. Blocks until it is. The builder may go on to be used.
    public func finish() {
        queue.sync { close() }
        writing.sync {}
    }

    private func take(_ change: CorpusChange) {
        switch change {
        case .put(let record):
            if builder.isFull { close() }
            builder.put(record)
        case .remove(let id):
            builder.remove(id)
            removed.append(id)
        }
    }

    private func close() {
        let filled = Filled(builder: builder, removed: removed, position: position)
        builder = SegmentBuilder()
        removed = []
        writers.wait()
        writing.async { [corpus, writers] in
            filled.publish(in: corpus)
            writers.signal()
        }
    }

    /// What one segment is made of, on its way from the thread that filled it to the one that writes it.
    ///
    /// `@unchecked Sendable`: the first thread lets go of it.
    private struct Filled: @unchecked Sendable {
        let builder: SegmentBuilder
        let removed: [Int64]
        let position: Int64?

        func publish(in corpus: Corpus) {
            var totals = corpus.snapshot.textTotals
            let finished = FinishedSegment(builder, totals: &totals)
            corpus.fold(finished.map { [$0] } ?? [], removing: removed, position: position)
        }
    }
}
