package import Domain

/// How many points each criterion gives at most. Published with the reason for each; whole points, so that a score can be
/// computed again by hand, to the last digit.
package struct MatchWeights: Sendable, Hashable {
    /// 0...1000 for each criterion.
    package let points: [MatchCriterion: Int]

    /// A criterion that is not named gives no points; points are held to 0...1000.
    package init(_ points: [MatchCriterion: Int]) {
        self.points = points.mapValues { min(max($0, 0), 1_000) }
    }

    package subscript(criterion: MatchCriterion) -> Int { points[criterion] ?? 0 }

    /// What a perfect match has.
    package var total: Int { points.values.reduce(0, +) }
}
