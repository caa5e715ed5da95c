/// A grade as committees write it in follow-up: a letter, or in the papers of the years up to 2016 a letter with a number. The two are
/// schemes of their own; neither is turned into the other.
package struct CommitteeGrade: Hashable, Sendable {
    package enum Scheme: String, Sendable, CaseIterable {
        case letters = "committee"
        case numbered = "committee-2013"

        package var values: [String] {
            switch self {
            case .letters: ["A", "B", "C", "D", "E"]
            case .numbered: ["A", "B1", "B2", "C1", "C2", "D1", "D2", "E"]
            }
        }
    }

    package var scheme: Scheme
    package var value: String

    /// `B`, `[b1]`, `(C)`; nil for anything else. A letter alone belongs to the scheme of letters.
    package init?(_ text: String) {
        let word = text.uppercased().filter { !"[]() ".contains($0) }
        guard let scheme = Scheme.allCases.first(where: { $0.values.contains(word) }) else { return nil }
        self.scheme = scheme
        value = word
    }
}
