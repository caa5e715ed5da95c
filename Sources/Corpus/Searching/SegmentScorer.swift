/// Offers the best records of one segment to a ranking, and looks at no more of them than it must.
struct SegmentScorer {
    /// One language's matches and what they score.
    struct Part {
        /// In `Segment.languages`; -1 where the question has no words.
        let language: Int
        let bits: UnsafePointer<UInt64>
        var sources: [ScoreSource]
    }

    let segment: Segment
    let number: Int
    /// Equal scores later in the segment lose: their ids are greater.
    let continuesIds: Bool

    /// Scores the records in `matched`, each by its best language.
    func rank(_ parts: inout [Part], _ matched: UnsafePointer<UInt64>, into top: inout TopRanks) {
        var toBeat = top.scoreToBeat
        for word in 0..<segment.words where matched[word] != 0 {
            var bound: Float = 0
            for part in parts.indices where parts[part].bits[word] != 0 {
                var sum: Float = 0
                for source in parts[part].sources.indices { sum += parts[part].sources[source].bound(word: word) }
                bound = max(bound, sum)
            }
            if bound < toBeat || continuesIds && bound == toBeat { continue }
            var rest = matched[word]
            while rest != 0 {
                let bit = rest.trailingZeroBitCount
                rest &= rest - 1
                let ordinal = word << 6 | bit
                var best: Float = -1
                var language = -1
                for part in parts where part.bits[word] >> UInt64(bit) & 1 == 1 {
                    var score: Float = 0
                    for source in part.sources { score += source.score(ordinal) }
                    if score > best {
                        best = score
                        language = part.language
                    }
                }
                if best < toBeat { continue }
                top.offer(
                    key: TopRanks.key(score: best), id: segment.ids[ordinal], score: best, segment: number,
                    ordinal: ordinal, language: language)
                toBeat = top.scoreToBeat
            }
        }
    }

    /// Sorts the records in `matched` by a key of their own.
    func rank(
        by key: (Int) -> UInt64, _ parts: [Part], _ matched: UnsafePointer<UInt64>, into top: inout TopRanks
    ) {
        var worst = top.worstKey
        Bits.forEach(matched, words: segment.words) { ordinal in
            let key = key(ordinal)
            guard key <= worst else { return }
            let part = parts.first { $0.bits[ordinal >> 6] >> UInt64(ordinal & 63) & 1 == 1 }
            top.offer(
                key: key, id: segment.ids[ordinal], score: 0, segment: number, ordinal: ordinal,
                language: part?.language ?? -1)
            worst = top.worstKey
        }
    }
}
