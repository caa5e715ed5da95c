/// Keeps training within memory: when there is more text than that, texts are left out evenly, those of weight last.
enum TagBudget {
    /// Bytes of text that are learned from: about 48 million features, 400 MB.
    static let textBytesMax = 24 << 20

    static func take(_ examples: [TagExample]) -> [TagExample] {
        let sizes = examples.map { min($0.text.utf8.count, TagFeatureScanner.textBytesMax) }
        guard sizes.reduce(0, +) > textBytesMax else { return examples }
        let order = examples.indices.sorted {
            (-examples[$0].weight, TagHash.finish(examples[$0].group), $0)
                < (-examples[$1].weight, TagHash.finish(examples[$1].group), $1)
        }
        var left = textBytesMax
        var kept: [Int] = []
        for place in order {
            guard sizes[place] <= left else { break }
            left -= sizes[place]
            kept.append(place)
        }
        return kept.sorted().map { examples[$0] }
    }
}
