/// Which segments are written as one next. Few small ones are kept: each is merged about once for each eightfold growth.
enum MergePolicy {
    private static let together = 8

    /// Nil where nothing needs merging.
    static func choose(_ views: [SegmentView]) -> [SegmentView]? {
        if let worn = views.first(where: {
            $0.segment.count >= 1_024 && $0.liveCount * 2 < $0.segment.count && $0.liveCount > 0
        }) {
            return [worn]
        }
        var tiers: [Int: [SegmentView]] = [:]
        for view in views where view.liveCount <= Segment.recordsMax / 2 {
            tiers[tier(view.liveCount), default: []].append(view)
        }
        for tier in tiers.keys.sorted() {
            guard let members = tiers[tier], members.count >= together else { continue }
            let chosen = fitting(members)
            if chosen.count > 1 { return chosen }
        }
        return nil
    }

    private static func fitting(_ views: [SegmentView]) -> [SegmentView] {
        var total = 0
        return views.prefix { view in
            total += view.liveCount
            return total <= Segment.recordsMax
        }
    }

    /// The power of eight below a size.
    private static func tier(_ count: Int) -> Int { (Int.bitWidth - 1 - max(count, 1).leadingZeroBitCount) / 3 }
}
