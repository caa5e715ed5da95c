/// What stands in the file of a model.
struct TagModelContent: Sendable {
    var name: String
    /// The day it was made.
    var made: String
    var texts: Int
    var kinds: [TagModel.Kind]
    var labels: [TagModel.Label]
    var familyWeights: TagFamilyWeights
    var vocabulary: TagVocabulary
    var rows: TagRows
}

extension TagModelContent {
    /// What a training found. Features that speak for nothing are left out.
    init(
        name: String, made: String, labels found: TagLabels, judged: TagJudgement, texts: Int,
        vocabulary: TagVocabulary,
        familyWeights: TagFamilyWeights, weights: [TagWeights]
    ) {
        self.name = name
        self.made = made
        self.texts = texts
        self.familyWeights = familyWeights
        let width = TagSolver.width
        kinds = zip(found.kinds, judged.qualities).map { kind, quality in
            TagModel.Kind(
                name: kind.name, isSingle: kind.isSingle, isNeverEmpty: kind.isNeverEmpty,
                codes: found.labels[kind.range].map(\.code), quality: quality, range: kind.range)
        }
        labels = found.labels.enumerated().map { place, label in
            let block = weights[place / width]
            return TagModel.Label(
                code: label.code, calibration: judged.calibrations[place], threshold: judged.thresholds[place],
                bias: block.biases[place % width], largest: block.largest[place % width])
        }
        rows = TagRows()
        var kept: [Int] = []
        for feature in 0..<vocabulary.count {
            var entries: [(label: UInt16, number: Int8)] = []
            for (block, weights) in weights.enumerated() {
                for label in 0..<width where weights.numbers[feature * width + label] != 0 {
                    entries.append((UInt16(block * width + label), weights.numbers[feature * width + label]))
                }
            }
            guard !entries.isEmpty else { continue }
            rows.append(entries)
            kept.append(feature)
        }
        self.vocabulary = vocabulary.keeping(kept)
    }
}
