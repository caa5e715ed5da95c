/// Which plural form a whole number takes in a language: CLDR's rules, read from their own notation (Unicode TR 35, *Language Plural Rules*).
///
/// Numbers here are whole, so the operands `v w f t c e` are 0 and `n` equals `i`.
package struct PluralRule: Sendable, Hashable {
    /// CLDR's categories, in CLDR's order.
    package enum Category: String, Sendable, CaseIterable { case zero, one, two, few, many, other }

    private struct Relation: Sendable, Hashable {
        var operand: Character
        var modulus: Int?
        var isNegated: Bool
        var ranges: [ClosedRange<Int>]

        func holds(for number: Int) -> Bool {
            var value = operand == "n" || operand == "i" ? number : 0
            if let modulus { value %= modulus }
            return ranges.contains { $0.contains(value) } != isNegated
        }
    }

    /// A condition is an OR of ANDs.
    private var conditions: [(category: Category, alternatives: [[Relation]])]

    /// Reads rules such as `["one": "i = 1 and v = 0"]`. Nil where one of them cannot be read; `other` needs no rule.
    package init?(_ rules: [String: String]) {
        conditions = []
        for category in Category.allCases where category != .other {
            guard let rule = rules[category.rawValue] else { continue }
            guard let alternatives = Self.read(rule) else { return nil }
            conditions.append((category, alternatives))
        }
        guard Set(rules.keys).isSubset(of: Set(Category.allCases.map(\.rawValue))) else { return nil }
    }

    /// The categories a message in this language has to give.
    package var categories: [Category] { conditions.map(\.category) + [.other] }

    package func category(of number: Int) -> Category {
        let magnitude = Int(number.magnitude)
        for (category, alternatives) in conditions
        where alternatives.contains(where: { $0.allSatisfy { $0.holds(for: magnitude) } }) {
            return category
        }
        return .other
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.conditions.map(\.category) == right.conditions.map(\.category)
            && left.conditions.map(\.alternatives) == right.conditions.map(\.alternatives)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(conditions.map(\.category)) }

    private static func read(_ rule: String) -> [[Relation]]? {
        var alternatives: [[Relation]] = []
        for alternative in rule.split(separator: " or ", omittingEmptySubsequences: false) {
            var relations: [Relation] = []
            for text in alternative.split(separator: " and ", omittingEmptySubsequences: false) {
                guard let relation = relation(text) else { return nil }
                relations.append(relation)
            }
            alternatives.append(relations)
        }
        return alternatives
    }

    /// Reads `i % 10 != 2..4,7`.
    private static func relation(_ text: Substring) -> Relation? {
        let words = text.split(separator: " ")
        guard words.count >= 3, let operand = words[0].first, words[0].count == 1, "nivwftce".contains(operand) else {
            return nil
        }
        var rest = words.dropFirst()
        var modulus: Int?
        if rest.first == "%" {
            guard rest.count >= 4, let number = Int(rest[rest.startIndex + 1]), number > 0 else { return nil }
            modulus = number
            rest = rest.dropFirst(2)
        }
        guard rest.count == 2, let sign = rest.first, sign == "=" || sign == "!=", let values = rest.last else {
            return nil
        }
        var ranges: [ClosedRange<Int>] = []
        for value in values.split(separator: ",") {
            let ends = value.split(separator: ".", omittingEmptySubsequences: true).compactMap { Int($0) }
            guard let low = ends.first, let high = ends.last, ends.count <= 2, low <= high else { return nil }
            ranges.append(low...high)
        }
        return ranges.isEmpty
            ? nil : Relation(operand: operand, modulus: modulus, isNegated: sign == "!=", ranges: ranges)
    }
}
