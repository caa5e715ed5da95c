package import Domain
import Insight

/// By what a fund selects among the applications to one of its calls, in its own words and numbers.
package struct SelectionRules: Hashable, Sendable {
    package struct Criterion: Hashable, Sendable {
        /// Marks stand under it; it never changes.
        package var place: Int
        package var label: String
        /// 0...1000 points for full marks.
        package var weight: Int

        package init(place: Int, label: String, weight: Int) {
            self.place = place
            self.label = label
            self.weight = weight
        }

        var code: String { String(place) }
    }

    /// In the order of their places.
    package var criteria: [Criterion] = []
    /// In the place of what the call says there is; nil: that.
    package var money: Money?
    package var countMax: Int?
    package var perStateMax: Int?
    package var perKind: [HelpKind: Int] = [:]
    package var perGroup: [String: Int] = [:]
    /// 0: nobody wrote any yet.
    package var version = 0

    package init() {}

    package static let criteriaMax = 20
    package static let labelCharactersMax = 120

    /// The same as the method reads it. `money` is the limit that holds.
    func rules(_ money: Money?) -> CallRules {
        CallRules(
            criteria: criteria.map { CallCriterion(code: $0.code, weight: $0.weight) }, ceiling: money?.minor,
            countMax: countMax, perStateMax: perStateMax, perKind: perKind, perGroup: perGroup)
    }

    /// For the history of fields.
    var fields: [(name: String, value: String?)] {
        func joined(_ parts: [String]) -> String? { parts.isEmpty ? nil : parts.joined(separator: "; ") }
        return [
            ("criteria", joined(criteria.map { "\($0.label): \($0.weight)" })),
            ("money", money.map { "\($0.minor) \($0.currency.rawValue)" }), ("count", countMax.map { "\($0)" }),
            ("perState", perStateMax.map { "\($0)" }),
            (
                "perKind",
                joined(perKind.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue): \($0.value)" })
            ),
            ("perGroup", joined(perGroup.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })),
        ]
    }
}

/// One person's mark.
package struct ApplicationMark: Hashable, Sendable {
    /// 0...100.
    package var mark: Int
    package var by: String
    /// Fixed-width UTC instant.
    package var at: String
}
