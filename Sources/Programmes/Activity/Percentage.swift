import Markup

/// A share in hundredths of a percent, exact to two digits behind the point.
package struct Percentage: Hashable, Comparable, Sendable {
    package let hundredths: Int

    /// Reads `33.33`; nil outside of 0 to 100.
    package init?(_ text: String) {
        guard let amount = Amount.read(text.trimmingPrefixAndSuffixSpace)?.amount, amount >= .zero,
            amount.millionths <= 100_000_000
        else { return nil }
        hundredths = Int((amount.millionths + 5_000) / 10_000)
    }

    package init(hundredths: Int) { self.hundredths = hundredths }

    package static func < (one: Self, other: Self) -> Bool { one.hundredths < other.hundredths }

    /// `60`, `33.33`.
    package var text: String {
        let rest = hundredths % 100
        return rest == 0
            ? "\(hundredths / 100)"
            : "\(hundredths / 100).\(rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)")"
    }
}
