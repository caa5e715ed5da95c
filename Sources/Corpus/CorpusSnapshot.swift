public import Domain

/// The Corpus at one moment. It never changes, and may be read by any number of threads.
public struct CorpusSnapshot: Sendable {
    let segments: [SegmentView]
    /// For each segment: whether its ids are all greater than those of the segments before, and grow with ordinals.
    let continuesIds: [Bool]
    /// For each facet by `FacetOrder`: values by number.
    let facetValues: [[String]]
    /// The change-log number up to which it has read.
    public let position: Int64

    init(segments: [SegmentView], facetValues: [[String]], position: Int64) {
        self.segments = segments
        self.facetValues = facetValues
        self.position = position
        var highest = Int64.min
        var continuesIds: [Bool] = []
        for view in segments {
            let range = view.segment.idRange
            continuesIds.append(view.segment.isAscending && (range.map { $0.lowerBound > highest } ?? true))
            highest = max(highest, range?.upperBound ?? highest)
        }
        self.continuesIds = continuesIds
    }

    /// Records that are live.
    public var count: Int { segments.reduce(0) { $0 + $1.liveCount } }

    /// How many parts it is made of.
    public var segmentCount: Int { segments.count }

    /// Bytes of all segments.
    public var bytes: Int { segments.reduce(0) { $0 + $1.segment.bytes } }

    /// Languages of the texts, each once.
    public var languages: [String] {
        var tags: [String] = []
        for view in segments {
            for index in view.segment.languages where !tags.contains(index.language) { tags.append(index.language) }
        }
        return tags
    }

    /// Whether a record is there.
    public func contains(_ id: Int64) -> Bool {
        segments.contains { view in
            view.segment.idRange.map { $0.contains(id) } == true && view.ordinal(of: id) != nil
        }
    }

    /// The average length in words that a record's text was measured against when its segment was written; nil where it has no
    /// text in this language.
    package func averageLength(for id: Int64, language: String) -> Float? {
        for view in segments {
            guard let ordinal = view.ordinal(of: id),
                let index = view.segment.languages.first(where: { $0.language == language }),
                index.presence[ordinal >> 6] >> UInt64(ordinal & 63) & 1 == 1
            else { continue }
            return index.averageLength
        }
        return nil
    }

    /// All values of a facet with their counts, most first.
    public func values(of facet: Facet) -> FacetCounts {
        let workspace = Workspace()
        var counter = FacetCounter(facet, values: facetValues)
        workspace.with { bits in
            for view in segments {
                view.copyLive(to: bits)
                counter.add(view, bits, members: view.liveCount, workspace)
            }
        }
        return counter.result()
    }

    var textTotals: TextTotals { textTotals { _ in true } }

    /// What the segments that `isCounted` hold, texts that are no longer live included.
    func textTotals(_ isCounted: (SegmentView) -> Bool) -> TextTotals {
        var totals = TextTotals()
        for view in segments where isCounted(view) {
            for index in view.segment.languages { totals.add(index.language, texts: index.texts, tokens: index.tokens) }
        }
        return totals
    }
}

extension SegmentView {
    /// Replaces `bits` by the live records.
    func copyLive(to bits: UnsafeMutablePointer<UInt64>) {
        if let live {
            live.withUnsafeBufferPointer { live in
                for word in live.indices { bits[word] = live[word] }
            }
        } else {
            Bits.fill(bits, records: segment.count)
        }
    }

    /// Takes what is not live out of `bits`.
    func keepLive(_ bits: UnsafeMutablePointer<UInt64>) {
        live?.withUnsafeBufferPointer { live in
            for word in live.indices { bits[word] &= live[word] }
        }
    }
}
