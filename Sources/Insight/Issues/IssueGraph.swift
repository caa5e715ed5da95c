/// How alike the recommendations of a State are, pair by pair; pairs that have nothing in common are not kept.
///
/// Of very many recommendations each keeps its most alike neighbours alone, so that what is held stays within twice
/// `IssueWeights.neighboursMax` entries: a pair is kept where either of the two keeps the other.
struct IssueGraph {
    /// For each recommendation its neighbours, numbers rising, both ways.
    private(set) var neighbours: [[Neighbour]]

    init(_ reading: IssueReading, _ duplicates: IssueGroups) {
        let features = reading.features
        let traits = IssueTraits.all(features)
        var nearest = NearestNeighbours(count: features.count, budget: reading.weights.neighboursMax)
        var sums = PairSums(count: features.count)
        let lists = FeatureLists(features, traits, languages: reading.languages.count)
        for index in features.indices {
            lists.accumulate(features[index], before: index, into: &sums)
            for other in nearest.keepsAll ? sums.touched.sorted() : sums.touched {
                var likeness = IssueLikeness.of(traits[index], traits[Int(other)], sums.parts(other), reading.weights)
                if duplicates.group[index] == duplicates.group[Int(other)] {
                    likeness = max(likeness, reading.weights.duplicate)
                }
                guard likeness >= reading.weights.floor else { continue }
                nearest.add(Int32(index), other, likeness)
            }
            sums.clear()
        }
        neighbours = nearest.both()
    }
}

/// Another recommendation, and how alike the two are.
struct Neighbour: Hashable {
    var other: Int32
    var likeness: Float

    /// The more alike first, then the lower number.
    func comes(before neighbour: Neighbour) -> Bool {
        likeness != neighbour.likeness ? likeness > neighbour.likeness : other < neighbour.other
    }
}

/// Cosines of two recommendations by part.
struct PairParts {
    enum Part: Int {
        case text, subjects, persons, demands, themes
    }

    private var sums = SIMD8<Float>(repeating: 0)

    subscript(part: Part) -> Float {
        get { sums[part.rawValue] }
        set { sums[part.rawValue] = newValue }
    }
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

    mutating func add(_ other: Int32, _ part: PairParts.Part, _ value: Float) {
        sums[Int(other)][part] += value
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
