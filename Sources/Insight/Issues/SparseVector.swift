/// A few numbered weights of length one, numbers rising.
struct SparseVector {
    var ids: [Int32] = []
    var weights: [Float] = []

    var isEmpty: Bool { ids.isEmpty }

    init() {}

    /// Of weights that are above nothing; scaled to length one.
    init(_ entries: [Int32: Float]) {
        let sorted = entries.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        ids = sorted.map(\.key)
        let length = sorted.reduce(Float(0)) { $0 + $1.value * $1.value }.squareRoot()
        weights = length > 0 ? sorted.map { $0.value / length } : []
    }

    /// The cosine with another of its kind.
    func dot(_ other: SparseVector) -> Float {
        var (i, j, sum) = (0, 0, Float(0))
        while i < ids.count, j < other.ids.count {
            if ids[i] == other.ids[j] {
                sum += weights[i] * other.weights[j]
                i += 1
                j += 1
            } else if ids[i] < other.ids[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }
}
