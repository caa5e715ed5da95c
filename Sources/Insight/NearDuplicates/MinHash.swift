/// MinHash signatures (Broder 1997) over the terms of a gist and their neighbourhoods, cut into bands for locality-sensitive hashing:
/// two texts are compared where all rows of one band agree.
struct MinHash {
    static let bands = 24
    static let rows = 4
    /// Texts with no more terms also count each term by itself: in a short text one changed word leaves few pairs.
    private static let shortTerms = 16
    private static let weightMin: Int32 = 30

    private typealias Lanes = SIMD16<UInt32>
    private static let blocks = (bands * rows + 15) / 16
    private static let factors: [Lanes] = lanes { UInt32(truncatingIfNeeded: Vocabulary.mix($0 &* 77)) | 1 }
    private static let offsets: [Lanes] = lanes { UInt32(truncatingIfNeeded: Vocabulary.mix($0 &* 991 &+ 5)) }

    private var features: [UInt32] = []
    private var least = [Lanes](repeating: Lanes(repeating: .max), count: blocks)

    /// Appends one key for each band to `keys`. The same gist gives the same keys in every vocabulary.
    mutating func append(_ gist: Gist, _ vocabulary: Vocabulary, to keys: inout [UInt32]) {
        collect(gist, vocabulary)
        for block in 0..<Self.blocks {
            let factor = Self.factors[block]
            let offset = Self.offsets[block]
            var smallest = Lanes(repeating: .max)
            for feature in features {
                var value = Lanes(repeating: feature) &* factor &+ offset
                value ^= value &>> 15
                smallest = smallest.replacing(with: value, where: value .< smallest)
            }
            least[block] = smallest
        }
        for band in 0..<Self.bands {
            var key = UInt64(band) &+ 1
            for row in band * Self.rows..<(band + 1) * Self.rows {
                key = (key ^ UInt64(least[row >> 4][row & 15])) &* 0x9FB2_1C65_1E98_DF25
                key ^= key >> 29
            }
            keys.append(UInt32(truncatingIfNeeded: key >> 16))
        }
    }

    /// Terms that weigh little are passed over, those that weigh most count twice, so that few changes that count change few keys.
    private mutating func collect(_ gist: Gist, _ vocabulary: Vocabulary) {
        features.removeAll(keepingCapacity: true)
        if gist.set.count <= Self.shortTerms {
            for term in gist.set where vocabulary.weights[Int(term)] >= Self.weightMin {
                let hash = vocabulary.hashes[Int(term)]
                features.append(UInt32(truncatingIfNeeded: hash))
                if vocabulary.weights[Int(term)] > WordClasses.whole {
                    features.append(UInt32(truncatingIfNeeded: hash >> 32))
                }
            }
        }
        var last: UInt64 = 0
        for term in gist.sequence where vocabulary.weights[Int(term)] >= Self.weightMin {
            let hash = vocabulary.hashes[Int(term)]
            if last != 0 { features.append(UInt32(truncatingIfNeeded: Vocabulary.mix(last &* 3 &+ hash))) }
            last = hash
        }
        if features.isEmpty {
            for term in gist.set { features.append(UInt32(truncatingIfNeeded: vocabulary.hashes[Int(term)])) }
        }
    }

    private static func lanes(_ value: (UInt64) -> UInt32) -> [Lanes] {
        (0..<blocks).map { block in
            var lanes = Lanes()
            for lane in 0..<16 { lanes[lane] = value(UInt64(block * 16 + lane)) }
            return lanes
        }
    }
}
