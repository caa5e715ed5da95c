/// What decides beside the cosines, small enough to be looked at for every pair.
struct IssueTraits {
    /// Languages it has words in, a bit for each rank.
    var languages: UInt64 = 0
    /// Groups of persons that set it apart, a bit for each.
    var groups: UInt64 = 0
    /// Instruments it names, a bit for each, and the number of the first; -1 where there is none.
    var instruments: UInt128 = 0
    var firstInstrument: Int16 = -1
    var hasSubjects = false
    var hasPersons = false
    var hasDemands = false
    var hasThemes = false
    var asksRatification = false

    /// In the order of `features`. Instruments are numbered by their codes; the few that might come after 127 share a bit.
    static func all(_ features: [IssueFeatures]) -> [IssueTraits] {
        let codes = Set(features.flatMap(\.instruments)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, min($0, 127)) })
        return features.map { feature in
            var traits = IssueTraits()
            for (rank, vector) in feature.texts.enumerated() where rank < 64 && !vector.isEmpty {
                traits.languages |= 1 << UInt64(rank)
            }
            for code in feature.instruments { traits.instruments |= 1 << UInt128(numbers[code] ?? 127) }
            if let first = feature.instruments.first { traits.firstInstrument = Int16(numbers[first] ?? 127) }
            traits.groups = feature.groups
            traits.hasSubjects = !feature.subjects.isEmpty
            traits.hasPersons = !feature.persons.isEmpty
            traits.hasDemands = !feature.demands.isEmpty
            traits.hasThemes = !feature.themes.isEmpty
            traits.asksRatification = feature.asksRatification
            return traits
        }
    }
}
