/// What the scores of texts held out tell of a model: calibration, thresholds, quality.
struct TagJudgement: Sendable {
    private(set) var calibrations: [TagCalibration]
    private(set) var thresholds: [Double]
    /// By kind.
    private(set) var qualities: [TagQuality] = []

    private let labels: TagLabels
    private let examples: [TagExample]
    private let scores: [Float]

    /// `scores` holds a number for each text and label.
    init(_ labels: TagLabels, _ examples: [TagExample], _ scores: [Float]) {
        self.labels = labels
        self.examples = examples
        self.scores = scores
        calibrations = [TagCalibration](repeating: TagCalibration(), count: labels.labels.count)
        thresholds = [Double](repeating: 0.5, count: labels.labels.count)
        for kind in labels.kinds { if kind.isSingle { judgeSingle(kind) } else { judgeMany(kind) } }
    }

    private mutating func judgeSingle(_ kind: TagLabels.Kind) {
        let width = kind.range.count
        var right: [Int] = []
        var found: [Float] = []
        var targets: [Int8] = []
        for (row, example) in examples.enumerated() where example.labels[kind.name] != nil {
            targets.removeAll(keepingCapacity: true)
            labels.targets(example, kind.range, into: &targets)
            guard let place = targets.firstIndex(of: 1) else { continue }
            right.append(place)
            let first = row * labels.labels.count + kind.range.lowerBound
            found.append(contentsOf: scores[first..<first + width])
        }
        let fits = TagCalibration.single(scores: found, right: right, width: width)
        var tallies = [TagTally](repeating: TagTally(), count: width)
        var calibration = TagCalibrationTally()
        var hits = 0
        for row in right.indices {
            var shares = (0..<width).map { fits[$0].slope * Double(found[row * width + $0]) + fits[$0].shift }
            TagCalibration.normalise(&shares)
            let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
            calibration.add(shares[best], isTrue: best == right[row])
            if best == right[row] { hits += 1 }
            for label in 0..<width { tallies[label].add(isChosen: label == best, isTrue: label == right[row]) }
        }
        calibrations.replaceSubrange(kind.range, with: fits)
        add(kind, tallies, calibration.error, accuracy: Double(hits) / Double(max(1, right.count)))
    }

    private mutating func judgeMany(_ kind: TagLabels.Kind) {
        var targets = [[Int8]](repeating: [], count: kind.range.count)
        var columns = [[Float]](repeating: [], count: kind.range.count)
        var buffer: [Int8] = []
        for (row, example) in examples.enumerated() where example.labels[kind.name] != nil {
            buffer.removeAll(keepingCapacity: true)
            labels.targets(example, kind.range, into: &buffer)
            let first = row * labels.labels.count + kind.range.lowerBound
            for label in buffer.indices {
                targets[label].append(buffer[label])
                columns[label].append(scores[first + label])
            }
        }
        var calibration = TagCalibrationTally()
        for label in columns.indices {
            let fit = TagCalibration.binary(scores: columns[label], targets: targets[label])
            calibrations[kind.range.lowerBound + label] = fit
            columns[label] = columns[label].map { Float(fit.probability(Double($0))) }
            for (probability, target) in zip(columns[label], targets[label]) where target != 0 {
                calibration.add(Double(probability), isTrue: target > 0)
            }
        }
        let tuned = TagThresholds.tune(probabilities: columns, targets: targets)
        thresholds.replaceSubrange(kind.range, with: tuned)
        let tallies = tuned.indices.map { TagTally(columns[$0], targets[$0], threshold: tuned[$0]) }
        add(kind, tallies, calibration.error, accuracy: nil)
    }

    private mutating func add(
        _ kind: TagLabels.Kind, _ tallies: [TagTally], _ calibrationError: Double, accuracy: Double?
    ) {
        var sum = TagTally()
        for tally in tallies { sum.add(tally) }
        qualities.append(
            TagQuality(
                texts: kind.texts, tags: tallies.count, accuracy: accuracy, microF1: sum.f1,
                macroF1: tallies.reduce(0) { $0 + $1.f1 } / Double(max(1, tallies.count)),
                calibrationError: calibrationError))
    }
}
