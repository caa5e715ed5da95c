/// For each sign the recommendations that have it, so that only those with something in common are compared.
struct FeatureLists {
    private typealias Lists = [Int32: [(record: Int32, weight: Float)]]
    /// By rank of language.
    private var texts: [Lists]
    private var subjects: Lists = [:]
    private var persons: Lists = [:]
    private var demands: Lists = [:]
    private var themes: Lists = [:]
    private var instruments: [String: [Int32]] = [:]
    /// For each recommendation the languages it has words in, a bit for each rank.
    private let languages: [UInt64]

    init(_ features: [IssueFeatures], _ traits: [IssueTraits], languages count: Int) {
        texts = [Lists](repeating: [:], count: count)
        languages = traits.map(\.languages)
        for (index, feature) in features.enumerated() {
            for (rank, vector) in feature.texts.enumerated() { Self.enter(vector, index, &texts[rank]) }
            Self.enter(feature.subjects, index, &subjects)
            Self.enter(feature.persons, index, &persons)
            Self.enter(feature.demands, index, &demands)
            Self.enter(feature.themes, index, &themes)
            for instrument in feature.instruments { instruments[instrument, default: []].append(Int32(index)) }
        }
    }

    private static func enter(_ vector: SparseVector, _ index: Int, _ lists: inout Lists) {
        for (id, weight) in zip(vector.ids, vector.weights) { lists[id, default: []].append((Int32(index), weight)) }
    }

    /// Adds the cosines of `feature`, the one numbered `index`, with those numbered lower.
    func accumulate(_ feature: IssueFeatures, before index: Int, into sums: inout PairSums) {
        for (rank, vector) in feature.texts.enumerated() where !vector.isEmpty {
            let (own, below) = (languages[index], (UInt64(1) << UInt64(min(rank, 63))) - 1)
            for (id, weight) in zip(vector.ids, vector.weights) {
                for entry in texts[rank][id] ?? [] {
                    guard entry.record < index else { break }
                    // Two are compared in the first language that both have.
                    if own & languages[Int(entry.record)] & below == 0 {
                        sums.add(entry.record, .text, weight * entry.weight)
                    }
                }
            }
        }
        add(feature.subjects, subjects, .subjects, index, &sums)
        add(feature.persons, persons, .persons, index, &sums)
        add(feature.demands, demands, .demands, index, &sums)
        add(feature.themes, themes, .themes, index, &sums)
        for instrument in feature.instruments {
            for other in instruments[instrument] ?? [] {
                guard other < index else { break }
                sums.add(other, .text, 0)
            }
        }
    }

    private func add(
        _ vector: SparseVector, _ lists: Lists, _ part: PairParts.Part, _ index: Int,
        _ sums: inout PairSums
    ) {
        for (id, weight) in zip(vector.ids, vector.weights) {
            for entry in lists[id] ?? [] {
                guard entry.record < index else { break }
                sums.add(entry.record, part, weight * entry.weight)
            }
        }
    }
}
