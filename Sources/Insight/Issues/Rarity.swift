import Language

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How much a word, or another sign, sets a recommendation apart from the State's others.
struct Rarity {
    private var counts: [Int32: Int] = [:]
    private let total: Int
    private let exponent: Float

    /// `isCounted` tells which of them have words of this kind at all.
    init(_ sets: [Set<Int32>], isCounted: [Bool]? = nil, exponent: Float = 1) {
        self.exponent = exponent
        total = isCounted.map { $0.reduce(0) { $0 + ($1 ? 1 : 0) } } ?? sets.count
        for set in sets {
            for id in set { counts[id, default: 0] += 1 }
        }
    }

    /// Above 0; 1 for what every recommendation has.
    func weight(_ id: Int32) -> Float {
        let rarity = 1 + Float(log(Double(total + 1) / Double((counts[id] ?? 0) + 1)))
        return exponent == 1 ? rarity : pow(rarity, exponent)
    }
}
