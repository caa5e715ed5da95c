/// Texts that are the same recommendation, reworded at most.
package enum NearDuplicates {
    /// From this similarity on. Set on one half of the labelled pairs of `docs/benchmarks/near-duplicate-pairs.tsv`.
    package static let threshold = 0.64

    /// How alike two texts are, 0...1. Who compares many keeps a `TextComparer`.
    package static func similarity(_ a: InsightText, _ b: InsightText) -> Double {
        TextComparer().similarity(a, b)
    }
}
