/// A currency of ISO 4217 by its three capitals.
package struct CurrencyCode: Hashable, Comparable, Sendable {
    package let rawValue: String

    /// Nil where it is not three Latin letters; small ones are read as capitals.
    package init?(_ text: some StringProtocol) {
        let capitals = text.uppercased()
        guard capitals.utf8.count == 3, capitals.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
        rawValue = capitals
    }

    /// How many digits follow the point: ISO 4217's minor unit, 2 but for those named here.
    package var digits: Int {
        switch rawValue {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        case "CLF", "UYW": 4
        default: 2
        }
    }

    /// How many smallest units make one.
    package var unit: Int64 { (0..<digits).reduce(1) { value, _ in value * 10 } }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
