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
        var likeness = whole > 0 ? min(1, sum / whole) : 0
        if one.groups & other.groups == 0 {
            // Who it is about divides where words and subject agree.
            if one.groups != 0 && other.groups != 0 { likeness *= weights.otherGroup }
            if (one.groups == 0) != (other.groups == 0) { likeness *= weights.noGroup }
        }
        return instruments(one, other, likeness, weights)
    }

    /// Which treaty it is decides more than any word.
    private static func instruments(
        _ one: IssueFeatures, _ other: IssueFeatures, _ likeness: Float, _ weights: IssueWeights
    ) -> Float {
        let bothAsk = one.asksRatification && other.asksRatification
        if one.instruments.isEmpty && other.instruments.isEmpty { return likeness }
        if one.instruments.isEmpty || other.instruments.isEmpty {
            let oneAsks = one.asksRatification != other.asksRatification
            return likeness * (oneAsks ? weights.noInstrument * 0.5 : weights.noInstrument)
        }
        let shared = one.instruments.filter(other.instruments.contains).count
        guard shared > 0 else { return likeness * weights.otherInstrument * (bothAsk ? 0.4 : 1) }
        guard bothAsk else { return likeness }
        // One that names several goes with its first.
        guard one.instruments.first == other.instruments.first else { return min(likeness, weights.laterInstrument) }
        let share = Float(shared) / Float(max(one.instruments.count, other.instruments.count))
        return max(likeness, weights.sameInstrument * (0.6 + 0.4 * share))
    }
}
