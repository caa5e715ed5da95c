import Language

/// Shares what features weigh among the words of a text that carry them.
struct TagWords {
    private let text: UnsafeBufferPointer<UInt8>
    private let vectors: TagVectorMaker
    /// For each token, the piece of text that is shown for it: itself, or the word that a Han character belongs to.
    private let shown: [Range<Int>]

    init(_ text: UnsafeBufferPointer<UInt8>, _ vectors: TagVectorMaker) {
        self.text = text
        self.vectors = vectors
        let spans = vectors.spans
        let bounds =
            spans.contains { $0.kind == .ideograph }
            ? TextBoundaries.words(TagFeatureScanner.head(of: text)) + [text.count] : []
        var next = 0
        shown = spans.map { span in
            guard span.kind == .ideograph else { return span.start..<span.end }
            while next + 1 < bounds.count, bounds[next + 1] <= span.start { next += 1 }
            guard next + 1 < bounds.count, bounds[next + 1] >= span.end else { return span.start..<span.end }
            return bounds[next]..<bounds[next + 1]
        }
    }

    /// Words with what they add, by what `weight` says of each feature; the same word counts once, with all its places.
    func words(_ weight: (Int) -> Double) -> [TagWord] {
        var sums: [String: (word: String, weight: Double)] = [:]
        let times = occurrences()
        for (feature, value) in zip(vectors.features, vectors.values) {
            let places = times[feature] ?? []
            let share = weight(Int(feature)) * Double(value) / Double(max(1, places.count))
            guard share != 0 else { continue }
            for place in places {
                for token in Int(place.from)..<Int(place.to) {
                    let word = String(decoding: text[shown[token]], as: UTF8.self)
                    sums[TextFolding.fold(word), default: (word, 0)].weight += share / Double(place.to - place.from)
                }
            }
        }
        return sums.values.map { TagWord(word: $0.word, weight: $0.weight) }.sorted {
            ($1.weight, $0.word) < ($0.weight, $1.word)
        }
    }

    private func occurrences() -> [UInt32: [TagFeature]] {
        var result: [UInt32: [TagFeature]] = [:]
        for feature in vectors.occurrences {
            if let index = vectors.index(of: feature.hash) { result[index, default: []].append(feature) }
        }
        return result
    }
}
