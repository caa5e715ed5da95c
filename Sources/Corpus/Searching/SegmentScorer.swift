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
    /// Which of the steps found what is offered.
    let step: Int

    /// Above so many matches in a word all of the word's records are scored at once, which is cheaper a record.
    private static let fewMax = 8

    /// Scores the records in `matched`, each by its best language.
    func rank(_ parts: inout [Part], _ matched: UnsafePointer<UInt64>, into top: inout TopRanks) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 64) { scores in
            guard let scores = scores.baseAddress else { return }
            var toBeat = top.scoreToBeat(step: step)
            for word in 0..<segment.words where matched[word] != 0 {
                let bound = bound(&parts, word)
                if bound < toBeat || continuesIds && bound == toBeat { continue }
                if parts.count == 1, matched[word].nonzeroBitCount > Self.fewMax {
                    scores.update(repeating: 0, count: 64)
                    for source in parts[0].sources { source.add(word: word, to: scores) }
                    var rest = matched[word]
                    while rest != 0 {
                        let bit = rest.trailingZeroBitCount
                        rest &= rest - 1
                        guard scores[bit] >= toBeat else { continue }
                        offer(word << 6 | bit, scores[bit], parts[0].language, &top)
                        toBeat = top.scoreToBeat(step: step)
                    }
                } else {
                    rankSingly(parts, word, matched[word], &toBeat, &top)
                }
            }
        }
    }

    /// The most that a record of a word can score.
    @inline(__always) private func bound(_ parts: inout [Part], _ word: Int) -> Float {
        var bound: Float = 0
        for part in parts.indices where parts[part].bits[word] != 0 {
            var sum: Float = 0
            for source in parts[part].sources.indices { sum += parts[part].sources[source].bound(word: word) }
            bound = max(bound, sum)
        }
        return bound
    }

    private func rankSingly(
        _ parts: [Part], _ word: Int, _ matched: UInt64, _ toBeat: inout Float, _ top: inout TopRanks
    ) {
        var rest = matched
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
            offer(ordinal, best, language, &top)
            toBeat = top.scoreToBeat(step: step)
        }
    }

    private func offer(_ ordinal: Int, _ score: Float, _ language: Int, _ top: inout TopRanks) {
        top.offer(
            key: TopRanks.key(score: score, step: step), id: segment.ids[ordinal], score: score, segment: number,
            ordinal: ordinal, language: language, step: step)
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
                language: part?.language ?? -1, step: step)
            worst = top.worstKey
        }
    }
}
