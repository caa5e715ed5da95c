/// How alike two recommendations are, 0...1.
enum IssueLikeness {
    static func of(_ one: IssueFeatures, _ other: IssueFeatures, _ parts: PairParts, _ weights: IssueWeights) -> Float {
        var (sum, whole) = (Float(0), Float(0))
        func count(_ cosine: Float, _ weight: Float, _ isThere: Bool) {
            guard isThere else { return }
            sum += weight * cosine
            whole += weight
        }
        let sharesLanguage = zip(one.texts, other.texts).contains { !$0.isEmpty && !$1.isEmpty }
        count(parts.text, weights.text, sharesLanguage)
        count(parts.subjects, weights.subjects, !one.subjects.isEmpty || !other.subjects.isEmpty)
        count(parts.persons, weights.persons, !one.persons.isEmpty || !other.persons.isEmpty)
        count(parts.demands, weights.demands, !one.demands.isEmpty || !other.demands.isEmpty)
        count(parts.themes, weights.themes, !one.themes.isEmpty && !other.themes.isEmpty)
        let likeness = whole > 0 ? min(1, sum / whole) : 0
        return instruments(one, other, likeness, weights)
    }

    /// Which treaty it is decides more than any word.
    private static func instruments(
        _ one: IssueFeatures, _ other: IssueFeatures, _ likeness: Float, _ weights: IssueWeights
    ) -> Float {
        switch (one.instruments.isEmpty, other.instruments.isEmpty) {
        case (true, true): return likeness
        case (false, false):
            let shared = one.instruments.filter(other.instruments.contains).count
            guard shared > 0 else { return likeness * weights.otherInstrument }
            guard one.asksRatification, other.asksRatification else { return likeness }
            // One that names several goes with its first.
            let share = Float(shared) / Float(max(one.instruments.count, other.instruments.count))
            let first = one.instruments.first == other.instruments.first ? Float(1) : 0
            return max(likeness, weights.sameInstrument * (share + first) / 2)
        default:
            return one.asksRatification != other.asksRatification
                ? likeness * weights.noInstrument * 0.5 : likeness * weights.noInstrument
        }
    }
}
