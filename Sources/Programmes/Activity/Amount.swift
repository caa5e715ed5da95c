/// A sum of money in one currency, exact: whole millionths. Never a binary fraction.
package struct Amount: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// Millionths.
    package let millionths: Int128

    package init(millionths: Int128) { self.millionths = millionths }

    package static let zero = Amount(millionths: 0)
    private static let unit: Int128 = 1_000_000
    /// Digits before the point of one value.
    static let wholeDigitsMax = 15

    /// Reads the decimal form of XML Schema: a sign, digits, a point. Digits beyond the sixth after the point are rounded half to even,
    /// and `isRounded` says so. Nil for anything else, and for more than 15 digits before the point.
    package static func read(_ text: String) -> (amount: Amount, isRounded: Bool)? {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest = rest.dropFirst() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            !(whole.isEmpty && (parts.count < 2 || parts[1].isEmpty))
        else { return nil }
        let digits = whole.drop { $0 == "0" }
        guard digits.count <= wholeDigitsMax, let units = digits.isEmpty ? 0 : Int128(digits) else { return nil }
        let fraction = parts.count > 1 ? Array(parts[1].utf8) : []
        var value = units * unit
        var place: Int128 = unit
        for digit in fraction.prefix(6) {
            place /= 10
            value += Int128(digit - 48) * place
        }
        let beyond = fraction.dropFirst(6)
        let isRounded = beyond.contains { $0 != 48 }
        if let next = beyond.first, isRounded {
            let isHalf = next == 53 && beyond.dropFirst().allSatisfy { $0 == 48 }
            if next > 53 || (next == 53 && (!isHalf || value % 2 != 0)) { value += 1 }
        }
        return (Amount(millionths: isNegative ? -value : value), isRounded)
    }

    /// Units and millionths, both with the sign of the sum: what is stored, because both add up in any database.
    package var parts: (whole: Int64, fraction: Int64) {
        (Int64(truncatingIfNeeded: millionths / Self.unit), Int64(truncatingIfNeeded: millionths % Self.unit))
    }

    package init(whole: Int64, fraction: Int64) { millionths = Int128(whole) * Self.unit + Int128(fraction) }

    package static func + (one: Amount, other: Amount) -> Amount {
        Amount(millionths: one.millionths + other.millionths)
    }

    package static func - (one: Amount, other: Amount) -> Amount {
        Amount(millionths: one.millionths - other.millionths)
    }

    package static func < (one: Amount, other: Amount) -> Bool { one.millionths < other.millionths }

    package var isNegative: Bool { millionths < 0 }

    /// With two digits after the point, more where there are more: `-1200.50`, `0.125`.
    package var text: String {
        let size = millionths.magnitude
        var fraction = String(size % 1_000_000)
        fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
        while fraction.count > 2, fraction.last == "0" { fraction.removeLast() }
        return (isNegative ? "-" : "") + String(size / 1_000_000) + "." + fraction
    }

    /// As near as a picture needs.
    package var approximately: Double { Double(millionths) / 1_000_000 }
}
