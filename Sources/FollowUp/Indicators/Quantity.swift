/// A number exactly as its source writes it: whole digits and how many of them follow the point. `12.30` stays `12.30`.
package struct Quantity: Hashable, Sendable, CustomStringConvertible {
    package static let scaleMax = 9
    /// More digits than this are no measurement; also what a spreadsheet's binary fraction holds.
    package static let digitsMax = 15

    package let digits: Int64
    package let scale: Int

    package init(digits: Int64, scale: Int = 0) {
        self.digits = digits
        self.scale = scale
    }

    /// Reads `12.5`, `-3` and, as spreadsheets and statistics write it, `1.5E3`. Nil for anything else, and for numbers of more
    /// than 15 digits or 9 decimals.
    package init?(_ text: some StringProtocol) {
        let parts =
            text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false).count == 2
            ? text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
            : text.split(separator: "E", maxSplits: 1, omittingEmptySubsequences: false)
        var mantissa = Substring(parts.first.map { String($0) } ?? "")
        let exponent = parts.count == 2 ? Int(parts[1]) : 0
        guard let exponent, abs(exponent) <= 30 else { return nil }
        let isNegative = mantissa.first == "-" || mantissa.first == "\u{2212}"
        if isNegative || mantissa.first == "+" { mantissa.removeFirst() }
        let fields = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(fields.count), let whole = fields.first, !whole.isEmpty else { return nil }
        let fraction = fields.count == 2 ? fields[1] : ""
        guard fields.count == 1 || !fraction.isEmpty else { return nil }
        var figures = whole + fraction
        guard figures.utf8.count <= 40, figures.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        var scale = fraction.count - exponent
        while scale < 0 {
            figures += "0"
            scale += 1
        }
        // Zeros behind the point of a number with an exponent say nothing; those that somebody wrote out are kept.
        while scale > Self.scaleMax, figures.last == "0" {
            figures.removeLast()
            scale -= 1
        }
        let significant = figures.drop { $0 == "0" }
        guard significant.count <= Self.digitsMax, scale <= Self.scaleMax, let value = Int64(figures) else {
            return nil
        }
        self.init(digits: isNegative ? -value : value, scale: scale)
    }

    package var description: String {
        let figures = String(digits.magnitude)
        let sign = digits < 0 ? "-" : ""
        guard scale > 0 else { return sign + figures }
        let padded = String(repeating: "0", count: max(0, scale + 1 - figures.count)) + figures
        return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
    }

    /// For drawing alone.
    package var double: Double {
        (0..<scale).reduce(Double(digits)) { value, _ in value / 10 }
    }

    /// The difference with as many decimals as the more exact of the two; nil where it is too large.
    package func minus(_ other: Quantity) -> Quantity? {
        let scale = max(scale, other.scale)
        guard let mine = widened(to: scale), let its = other.widened(to: scale) else { return nil }
        let (difference, isOver) = mine.subtractingReportingOverflow(its)
        return isOver ? nil : Quantity(digits: difference, scale: scale)
    }

    /// Below, equal or above, by value: `1.0` and `1` are equal.
    package func compared(to other: Quantity) -> Int {
        let scale = max(scale, other.scale)
        let (mine, its) = (
            Int128(digits) * Self.power(scale - self.scale), Int128(other.digits) * Self.power(scale - other.scale)
        )
        return mine < its ? -1 : mine > its ? 1 : 0
    }

    /// How much of `whole` this is, in whole percent, cut and not rounded; nil where the whole is zero.
    package func percent(of whole: Quantity) -> Int? {
        guard whole.digits != 0 else { return nil }
        let scale = max(scale, whole.scale)
        let part = Int128(digits) * Self.power(scale - self.scale) * 100
        let all = Int128(whole.digits) * Self.power(scale - whole.scale)
        return Int(exactly: part / all)
    }

    private func widened(to scale: Int) -> Int64? {
        Int64(exactly: Int128(digits) * Self.power(scale - self.scale))
    }

    private static func power(_ exponent: Int) -> Int128 { (0..<max(0, exponent)).reduce(1) { value, _ in value * 10 } }
}
