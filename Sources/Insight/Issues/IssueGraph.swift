/// How alike the recommendations of a State are, pair by pair; pairs that have nothing in common are not kept.
struct IssueGraph {
    /// For each recommendation its neighbours, numbers rising, both ways.
    private(set) var neighbours: [[(other: Int32, likeness: Float)]]

    init(_ reading: IssueReading, _ duplicates: IssueGroups) {
        let features = reading.features
        neighbours = features.map { _ in [] }
        var sums = PairSums(count: features.count)
        let lists = FeatureLists(features, languages: reading.languages.count)
        for index in features.indices {
            lists.accumulate(features[index], before: index, into: &sums)
            for other in sums.touched.sorted() {
                var likeness = IssueLikeness.of(
                    features[index], features[Int(other)], sums.parts(other), reading.weights)
                if duplicates.group[index] == duplicates.group[Int(other)] {
                    likeness = max(likeness, reading.weights.duplicate)
                }
                guard likeness >= reading.weights.floor else { continue }
                neighbours[index].append((other, likeness))
                neighbours[Int(other)].append((Int32(index), likeness))
            }
            sums.clear()
        }
    }

    /// 0 where they are no neighbours.
    func likeness(_ one: Int, _ other: Int) -> Float {
        let list = neighbours[one]
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].other < Int32(other) { low = middle + 1 } else { high = middle }
        }
        return low < list.count && list[low].other == Int32(other) ? list[low].likeness : 0
    }
}

/// Cosines of two recommendations by part.
struct PairParts {
    var text: Float = 0
    var subjects: Float = 0
    var persons: Float = 0
    var demands: Float = 0
    var themes: Float = 0
}

/// Sums of one recommendation with the others, kept between rounds.
struct PairSums {
    private var sums: [PairParts]
    private var isTouched: [Bool]
    private(set) var touched: [Int32] = []

    init(count: Int) {
        sums = [PairParts](repeating: PairParts(), count: count)
        isTouched = [Bool](repeating: false, count: count)
    }

    mutating func add(_ other: Int32, _ part: WritableKeyPath<PairParts, Float>, _ value: Float) {
        sums[Int(other)][keyPath: part] += value
        guard !isTouched[Int(other)] else { return }
        isTouched[Int(other)] = true
        touched.append(other)
    }

    func parts(_ other: Int32) -> PairParts { sums[Int(other)] }

    mutating func clear() {
        for other in touched {
            sums[Int(other)] = PairParts()
            isTouched[Int(other)] = false
        }
        touched.removeAll(keepingCapacity: true)
    }
}
