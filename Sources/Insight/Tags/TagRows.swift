/// The weights of a model by feature: for each, the labels it speaks for or against, and how much.
struct TagRows: Sendable {
    /// `starts[f]..<starts[f + 1]` are the entries of feature `f`.
    private(set) var starts: [UInt32] = [0]
    private(set) var labels: [UInt16] = []
    private(set) var numbers: [Int8] = []

    var count: Int { starts.count - 1 }

    mutating func append(_ entries: [(label: UInt16, number: Int8)]) {
        for entry in entries {
            labels.append(entry.label)
            numbers.append(entry.number)
        }
        starts.append(UInt32(labels.count))
    }

    /// The entries of a feature.
    func entries(_ feature: Int) -> [(label: UInt16, number: Int8)] {
        (Int(starts[feature])..<Int(starts[feature + 1])).map { (labels[$0], numbers[$0]) }
    }

    /// Adds to `sums` what a text's features weigh.
    func add(
        _ features: [UInt32], _ values: [Float], _ known: [TagModel.Label], to sums: UnsafeMutableBufferPointer<Float>
    ) {
        var raw = [Float](repeating: 0, count: sums.count)
        raw.withUnsafeMutableBufferPointer { raw in
            TagWeights.sizes.withUnsafeBufferPointer { sizes in
                for (feature, value) in zip(features, values) {
                    for entry in Int(starts[Int(feature)])..<Int(starts[Int(feature) + 1]) {
                        raw[Int(labels[entry])] += value * sizes[Int(UInt8(bitPattern: numbers[entry]))]
                    }
                }
            }
        }
        for label in sums.indices { sums[label] += raw[label] * known[label].largest }
    }

    /// What a feature weighs, each label times its factor.
    func weight(of feature: Int, _ known: [TagModel.Label], _ factors: [Double]) -> Double {
        entries(feature).reduce(0) { sum, entry in
            let label = Int(entry.label)
            guard factors[label] != 0 else { return sum }
            let size = Double(TagWeights.sizes[Int(UInt8(bitPattern: entry.number))] * known[label].largest)
            return sum + size * factors[label]
        }
    }
}
