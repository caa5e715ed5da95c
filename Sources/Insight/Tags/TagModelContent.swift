/// What stands in the file of a model.
struct TagModelContent: Sendable {
    var name: String
    /// The day it was made.
    var made: String
    var texts: Int
    var kinds: [TagModel.Kind]
    var labels: [TagModel.Label]
    var vocabulary: TagVocabulary
    var rows: TagRows
}

extension TagModelContent {
    /// What a training found. Features that speak for nothing are left out.
    init(
        name: String, made: String, labels found: TagLabels, judged: TagJudgement, texts: Int,
        vocabulary: TagVocabulary,
        weights: [TagWeights]
    ) {
        self.name = name
        self.made = made
        self.texts = texts
        let blocks = found.blocks
        let blockOf = blocks.enumerated().flatMap { block, range in range.map { _ in block } }
        kinds = zip(found.kinds, judged.qualities).map { kind, quality in
            TagModel.Kind(
                name: kind.name, isSingle: kind.isSingle, isNeverEmpty: kind.isNeverEmpty,
                codes: found.labels[kind.range].map(\.code), quality: quality, range: kind.range)
        }
        labels = found.labels.enumerated().map { place, label in
            let block = weights[blockOf[place]]
            let column = place - blocks[blockOf[place]].lowerBound
            return TagModel.Label(
                code: label.code, calibration: judged.calibrations[place], threshold: judged.thresholds[place],
                bias: block.biases[column], largest: block.largest[column])
        }
        rows = TagRows()
        var kept: [Int] = []
        for feature in (0..<vocabulary.count).sorted(by: { vocabulary.hashes[$0] < vocabulary.hashes[$1] }) {
            var entries: [(label: UInt16, number: Int8)] = []
            for (block, weights) in zip(blocks, weights) {
                for label in block {
                    let number = weights.number(feature, label - block.lowerBound)
                    if number != 0 { entries.append((UInt16(label), number)) }
                }
            }
            guard !entries.isEmpty else { continue }
            rows.append(entries)
            kept.append(feature)
        }
        self.vocabulary = vocabulary.keeping(kept)
    }
}
