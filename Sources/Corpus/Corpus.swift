import Dispatch
import Synchronization

/// The index of the record, in memory: derived from the store, disposable, rebuilt where it is missing.
///
/// Readers take a snapshot and keep it as long as they like; it never changes. There is one writer at a time; merges go on in the
/// background.
public final class Corpus: Sendable {
    private let published: Mutex<CorpusSnapshot>
    /// Held while changes are folded in, not while their texts are analysed, and never waited for by readers.
    private let facetNumbers: Mutex<FacetNumbers>
    private let mergeQueue = DispatchQueue(label: "corpus.merge", qos: .utility)
    private let isMerging = Mutex(false)

    public convenience init() { self.init(segments: [], position: 0) }

    init(segments: [(segment: Segment, live: [UInt64]?)], position: Int64) {
        var numbers = FacetNumbers()
        let views = segments.map {
            SegmentView($0.segment, live: $0.live, facetNumbers: numbers.numbers(of: $0.segment))
        }
        published = Mutex(CorpusSnapshot(segments: views, facetValues: numbers.values, position: position))
        facetNumbers = Mutex(numbers)
    }

    /// What the Corpus holds now.
    public var snapshot: CorpusSnapshot { published.withLock { $0 } }

    /// The change-log number up to which it has read.
    public var position: Int64 { snapshot.position }

    /// Folds changes in, in order. All of them are visible to every snapshot taken after it returns, none to those before.
    public func apply(_ changes: [CorpusChange], position: Int64) {
        var builders = [SegmentBuilder()]
        var removed: [Int64] = []
        for change in changes {
            switch change {
            case .put(let record):
                if builders[builders.count - 1].isFull { builders.append(SegmentBuilder()) }
                for earlier in builders.dropLast() { earlier.remove(record.id) }
                builders[builders.count - 1].put(record)
            case .remove(let id):
                for builder in builders { builder.remove(id) }
                removed.append(id)
            }
        }
        var totals = snapshot.textTotals
        let finished = builders.compactMap { FinishedSegment($0, totals: &totals) }
        fold(finished, removing: removed, position: position)
    }

    /// Publishes finished segments; what they hold, and what is in `removed`, is no longer live in older ones.
    func fold(_ finished: [FinishedSegment], removing removed: [Int64], position: Int64?) {
        facetNumbers.withLock { numbers in
            let before = snapshot
            var views = before.segments
            for id in removed { Self.remove(id, from: &views) }
            for part in finished {
                for id in part.segment.ids { Self.remove(id, from: &views) }
                var view = SegmentView(part.segment, facetNumbers: numbers.numbers(of: part.segment))
                for ordinal in part.dead { view.remove(ordinal) }
                views.append(view)
            }
            views.removeAll { $0.liveCount == 0 }
            publish(views, numbers, position: position ?? before.position)
        }
        mergeInBackground()
    }

    private func publish(_ views: [SegmentView], _ numbers: FacetNumbers, position: Int64) {
        let new = CorpusSnapshot(segments: views, facetValues: numbers.values, position: position)
        // The old snapshot is let go outside the lock: readers do not wait for memory to be given back.
        let old = published.withLock { current in
            let old = current
            current = new
            return old
        }
        withExtendedLifetime(old) {}
    }

    private static func remove(_ id: Int64, from views: inout [SegmentView]) {
        for index in views.indices {
            guard let range = views[index].segment.idRange, range.contains(id) else { continue }
            for ordinal in views[index].segment.ordinals(of: id) { views[index].remove(ordinal) }
        }
    }

    // MARK: Merging

    private func mergeInBackground() {
        guard MergePolicy.choose(snapshot.segments) != nil else { return }
        let starts = isMerging.withLock { running in
            defer { running = true }
            return !running
        }
        guard starts else { return }
        mergeQueue.async { [self] in
            mergeWhileNeeded()
            isMerging.withLock { $0 = false }
            // Segments that came in between the last look and the flag.
            mergeInBackground()
        }
    }

    private func mergeWhileNeeded() {
        while true {
            let snapshot = snapshot
            guard let sources = MergePolicy.choose(snapshot.segments) else { return }
            let merger = SegmentMerger(sources, in: snapshot)
            guard let segment = merger.merge() else { return }
            replace(sources, by: segment, places: merger.places)
        }
    }

    /// Waits for merges under way; for tests and for saving a tidy file.
    public func waitForMerges() {
        while isMerging.withLock({ $0 }) { mergeQueue.sync {} }
    }

    private func replace(_ sources: [SegmentView], by merged: Segment, places: [[Int32]]) {
        facetNumbers.withLock { numbers in
            let before = snapshot
            var views = before.segments
            var view = SegmentView(merged, facetNumbers: numbers.numbers(of: merged))
            var insertion = views.count
            for (source, map) in zip(sources, places) {
                guard let index = views.firstIndex(where: { $0.segment === source.segment }) else {
                    // It emptied meanwhile: nothing of it lives on.
                    for place in map where place >= 0 { view.remove(Int(place)) }
                    continue
                }
                for (ordinal, place) in map.enumerated() where place >= 0 && !views[index].isLive(ordinal) {
                    view.remove(Int(place))
                }
                views.remove(at: index)
                insertion = min(insertion, index)
            }
            if view.liveCount > 0 { views.insert(view, at: insertion) }
            publish(views, numbers, position: before.position)
        }
    }
}
