/// How alike two recommendations are, 0...1.
enum IssueLikeness {
    static func of(_ one: IssueTraits, _ other: IssueTraits, _ parts: PairParts, _ weights: IssueWeights) -> Float {
        var (sum, whole) = (Float(0), Float(0))
        func count(_ cosine: Float, _ weight: Float, _ isThere: Bool) {
            guard isThere else { return }
            sum += weight * cosine
            whole += weight
        }
        count(parts[.text], weights.text, one.languages & other.languages != 0)
        count(parts[.subjects], weights.subjects, one.hasSubjects || other.hasSubjects)
        count(parts[.persons], weights.persons, one.hasPersons || other.hasPersons)
        count(parts[.demands], weights.demands, one.hasDemands || other.hasDemands)
        count(parts[.themes], weights.themes, one.hasThemes && other.hasThemes)
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
        _ one: IssueTraits, _ other: IssueTraits, _ likeness: Float, _ weights: IssueWeights
    ) -> Float {
        if one.instruments == 0 && other.instruments == 0 { return likeness }
        if one.instruments == 0 || other.instruments == 0 {
            let oneAsks = one.asksRatification != other.asksRatification
            return likeness * (oneAsks ? weights.noInstrument * 0.5 : weights.noInstrument)
        }
        let bothAsk = one.asksRatification && other.asksRatification
        let shared = (one.instruments & other.instruments).nonzeroBitCount
        guard shared > 0 else { return likeness * weights.otherInstrument * (bothAsk ? 0.4 : 1) }
        guard bothAsk else { return likeness }
        // One that names several goes with its first.
        guard one.firstInstrument == other.firstInstrument else { return min(likeness, weights.laterInstrument) }
        let most = max(one.instruments.nonzeroBitCount, other.instruments.nonzeroBitCount)
        return max(likeness, weights.sameInstrument * (0.6 + 0.4 * Float(shared) / Float(most)))
    }
}
