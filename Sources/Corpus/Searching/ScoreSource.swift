/// What one term adds to the scores of a segment's records.
struct ScoreSource {
    private enum Kind { case dense, sparse, constant }

    private let kind: Kind
    /// What one 255th of impact adds.
    private let weight: Float
    private let peak: Float
    private let bitmap: UnsafePointer<UInt64>?
    private let ranks: UnsafePointer<UInt16>?
    private let peaks: UnsafePointer<UInt8>?
    private let list: UnsafeBufferPointer<UInt16>
    private let impacts: UnsafePointer<UInt8>?
    private var cursor = 0

    /// A term of `language` whose impacts count `weight` each.
    init(_ language: LanguageIndex, _ term: Int, weight: Float) {
        let postings = language.postings
        self.weight = weight
        peak = weight * Float(language.peaks[term])
        impacts = language.impacts.baseAddress.map { $0 + Int(postings.starts[term]) }
        if postings.isDense(term) {
            kind = .dense
            bitmap = postings.bitmap(term)
            ranks = postings.ranks(term)
            peaks = postings.peaks(term)
            list = UnsafeBufferPointer(start: nil, count: 0)
        } else {
            kind = .sparse
            bitmap = nil
            ranks = nil
            peaks = nil
            list = postings.list(term)
        }
    }

    /// The same score for every record of a bitmap, which must outlive this.
    init(_ bitmap: UnsafePointer<UInt64>, score: Float) {
        kind = .constant
        weight = score
        peak = score
        self.bitmap = bitmap
        ranks = nil
        peaks = nil
        list = UnsafeBufferPointer(start: nil, count: 0)
        impacts = nil
    }

    /// The most that a record of this word can get. Words are asked for in ascending order.
    @inline(__always) mutating func bound(word: Int) -> Float {
        switch kind {
        case .dense: return weight * Float(peaks.unsafelyUnwrapped[word])
        case .constant: return bitmap.unsafelyUnwrapped[word] == 0 ? 0 : peak
        case .sparse:
            let first = word << 6
            while cursor < list.count, Int(list[cursor]) < first { cursor += 1 }
            return cursor < list.count && Int(list[cursor]) < first + 64 ? peak : 0
        }
    }

    /// What this record gets, its word's bound having been asked for.
    @inline(__always) func score(_ ordinal: Int) -> Float {
        switch kind {
        case .dense:
            let word = bitmap.unsafelyUnwrapped[ordinal >> 6]
            let bit = UInt64(1) << UInt64(ordinal & 63)
            guard word & bit != 0 else { return 0 }
            let rank = Int(ranks.unsafelyUnwrapped[ordinal >> 6]) + (word & (bit - 1)).nonzeroBitCount
            return weight * Float(impacts.unsafelyUnwrapped[rank])
        case .constant:
            return bitmap.unsafelyUnwrapped[ordinal >> 6] >> UInt64(ordinal & 63) & 1 == 1 ? weight : 0
        case .sparse:
            var at = cursor
            while at < list.count, Int(list[at]) < ordinal { at += 1 }
            return at < list.count && Int(list[at]) == ordinal ? weight * Float(impacts.unsafelyUnwrapped[at]) : 0
        }
    }

    /// Adds what every record of a word gets to its place in `scores`, the word's bound having been asked for.
    @inline(__always) func add(word: Int, to scores: UnsafeMutablePointer<Float>) {
        switch kind {
        case .dense:
            var rest = bitmap.unsafelyUnwrapped[word]
            var impact = impacts.unsafelyUnwrapped + Int(ranks.unsafelyUnwrapped[word])
            while rest != 0 {
                scores[rest.trailingZeroBitCount] += weight * Float(impact.pointee)
                impact += 1
                rest &= rest - 1
            }
        case .constant:
            var rest = bitmap.unsafelyUnwrapped[word]
            while rest != 0 {
                scores[rest.trailingZeroBitCount] += weight
                rest &= rest - 1
            }
        case .sparse:
            let first = word << 6
            var at = cursor
            while at < list.count, Int(list[at]) < first + 64 {
                scores[Int(list[at]) - first] += weight * Float(impacts.unsafelyUnwrapped[at])
                at += 1
            }
        }
    }
}
