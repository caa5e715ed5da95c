/// A segment that is written but not yet seen, and which of its records were replaced while it was made.
struct FinishedSegment {
    let segment: Segment
    let dead: [Int]

    /// Nil where nothing was put. Adds the segment's texts to `totals`.
    init?(_ builder: SegmentBuilder, totals: inout TextTotals) {
        guard builder.count > 0, let segment = builder.finish(totals: totals) else { return nil }
        self.segment = segment
        dead = builder.dead
        for language in segment.languages {
            totals.add(language.language, texts: language.texts, tokens: language.tokens)
        }
    }
}
