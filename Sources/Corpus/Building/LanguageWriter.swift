/// BM25 with the usual constants; the document part is computed when a segment is written.
enum Ranking {
    /// For short texts; see the sweep in `docs/benchmarks.md`, *Relevance*.
    static let k1: Float = 0.9
    static let b: Float = 0.5
    /// What a whole impact (255) of a term with weight 1 adds to a score.
    static let impactScale: Float = (k1 + 1) / 255

    /// The document part for texts of this length: what is added to a term's count below the line.
    static func norm(length: Int, average: Float) -> Float { k1 * (1 - b + b * Float(length) / max(average, 1)) }

    /// 1...255.
    static func impact(count: Int, norm: Float) -> UInt8 {
        let count = Float(count)
        // Rounded: nothing here is negative, and adding a half is exact where it matters.
        return UInt8(max(1, min(255, 255 * count / (count + norm) + 0.5)))
    }

    /// The weight of a term that `holding` of `records` hold.
    static func weight(holding: Int, of records: Int) -> Float {
        let holding = Double(holding)
        return Float(logarithm(1 + (Double(max(records, 1)) - min(holding, Double(records)) + 0.5) / (holding + 0.5)))
    }
}

/// Writes one language's index, term after term in sorted order.
struct LanguageWriter {
    private let norms: [Float]
    private let lengths: [UInt16]
    private let presence: [UInt64]
    private let texts: Int
    private let tokens: Int
    private let averageLength: Float
    private var postings: RecordSetsWriter
    private var impacts: [UInt8] = []
    private var peaks: [UInt8] = []
    private var positions = PositionWriter()
    private var members: [UInt16] = []

    /// `averageLength` is in tokens, over the whole Corpus as far as it is known.
    init(lengths: [UInt16], presence: [UInt64], texts: Int, tokens: Int, averageLength: Float) {
        norms = lengths.map { Ranking.norm(length: Int($0), average: averageLength) }
        self.lengths = lengths
        self.presence = presence
        self.texts = texts
        self.tokens = tokens
        self.averageLength = averageLength
        postings = RecordSetsWriter(records: lengths.count)
    }

    /// Adds a term by all its occurrences (ordinal << 16 | position), ascending.
    mutating func add(_ occurrences: UnsafeBufferPointer<UInt32>) {
        members.removeAll(keepingCapacity: true)
        let first = impacts.count
        var peak: UInt8 = 0
        var start = 0
        while start < occurrences.count {
            let ordinal = occurrences[start] >> 16
            var end = start + 1
            while end < occurrences.count, occurrences[end] >> 16 == ordinal { end += 1 }
            let impact = Ranking.impact(count: end - start, norm: norms[Int(ordinal)])
            members.append(UInt16(ordinal))
            impacts.append(impact)
            peak = max(peak, impact)
            positions.add(UnsafeBufferPointer(rebasing: occurrences[start..<end]))
            start = end
        }
        peaks.append(peak)
        members.withUnsafeBufferPointer { members in
            impacts.withUnsafeBufferPointer {
                postings.add(members, impacts: UnsafeBufferPointer(rebasing: $0[first...]))
            }
        }
    }

    /// Sections in the order `LanguageIndex` reads them. `words` are sorted.
    consuming func write(
        terms: [UnsafeBufferPointer<UInt8>], words: [(UnsafeBufferPointer<UInt8>, UInt32)],
        to sections: inout SectionWriter
    ) {
        sections.append([Int64(texts), Int64(tokens), Int64(averageLength.bitPattern)])
        sections.append(lengths)
        sections.append(presence)
        StringTable.write(terms, to: &sections)
        postings.write(to: &sections)
        sections.append(impacts)
        sections.append(peaks)
        positions.write(to: &sections)
        StringTable.write(words.lazy.map(\.0), to: &sections)
        sections.append(words.map(\.1))
    }
}
