/// A segment as one snapshot sees it: which of its records are live, and what number each facet value has in the whole Corpus.
struct SegmentView: Sendable {
    let segment: Segment
    /// One bit for each live record; nil where all are.
    private(set) var live: [UInt64]?
    private(set) var liveCount: Int
    /// For each facet by `FacetOrder`: the Corpus-wide number of each of the segment's values.
    let facetNumbers: [[UInt32]]

    init(_ segment: Segment, live: [UInt64]? = nil, facetNumbers: [[UInt32]]) {
        self.segment = segment
        self.live = live
        self.facetNumbers = facetNumbers
        liveCount = live.map { $0.reduce(0) { $0 + $1.nonzeroBitCount } } ?? segment.count
    }

    func isLive(_ ordinal: Int) -> Bool {
        guard let live else { return true }
        return live[ordinal >> 6] >> UInt64(ordinal & 63) & 1 == 1
    }

    /// Marks a record as gone; false where it was already.
    @discardableResult mutating func remove(_ ordinal: Int) -> Bool {
        guard isLive(ordinal) else { return false }
        var bits = live ?? Self.all(segment.count)
        live = nil
        bits[ordinal >> 6] &= ~(1 << UInt64(ordinal & 63))
        live = bits
        liveCount -= 1
        return true
    }

    /// The live record with this id.
    func ordinal(of id: Int64) -> Int? { segment.ordinals(of: id).last(where: isLive) }

    private static func all(_ count: Int) -> [UInt64] {
        var bits = [UInt64](repeating: .max, count: RecordSets.words(count))
        if count & 63 != 0 { bits[bits.count - 1] = (1 << UInt64(count & 63)) - 1 }
        return bits
    }
}
