package import Domain
import Locales
import Markup

/// Amounts as people read and write them.
package enum Amounts {
    /// An amount in a currency's smallest unit, from what somebody typed: groups of three and a decimal sign of any of our
    /// languages, digits of any script. Nil where it is none.
    package static func read(_ text: String, _ currency: CurrencyCode) -> Int64? {
        var digits = ""
        var signs: [(place: Int, sign: Character)] = []
        for character in text where !character.isWhitespace && character != "'" && character != "’" {
            if let digit = character.wholeNumberValue, (0...9).contains(digit) {
                digits += String(digit)
            } else if [".", ",", "٫", "٬"].contains(character) {
                signs.append((digits.count, character))
            } else {
                return nil
            }
        }
        guard (1...18).contains(digits.count) else { return nil }
        var decimals = 0
        if let last = signs.last, isDecimal(last, signs, digits.count, currency) {
            decimals = digits.count - last.place
            guard decimals <= currency.digits else { return nil }
            signs.removeLast()
        }
        guard isGrouped(signs.map(\.place), whole: digits.count - decimals) else { return nil }
        let padding = String(repeating: "0", count: currency.digits - decimals)
        return Int64(digits + padding)
    }

    /// The last sign begins a fraction where it is the only one of its kind and what follows is no group of three; a point before
    /// three digits does in a currency of three.
    private static func isDecimal(
        _ last: (place: Int, sign: Character), _ signs: [(place: Int, sign: Character)], _ count: Int,
        _ currency: CurrencyCode
    ) -> Bool {
        guard signs.count(where: { $0.sign == last.sign }) == 1, last.sign != "٬" else { return false }
        if last.sign == "٫" || count - last.place != 3 { return true }
        return currency.digits == 3 && last.sign == "."
    }

    /// Signs of groups stand three digits apart, counted from the end.
    private static func isGrouped(_ places: [Int], whole: Int) -> Bool {
        places.allSatisfy { $0 > 0 && $0 < whole && (whole - $0) % 3 == 0 }
    }

    /// The form that fields are filled with: `1200000.50`.
    package static func plain(_ amount: Int64, _ currency: CurrencyCode) -> String {
        let (whole, rest) = amount.quotientAndRemainder(dividingBy: currency.unit)
        return rest == 0 ? String(whole) : "\(whole).\(fraction(rest, currency))"
    }

    static func fraction(_ rest: Int64, _ currency: CurrencyCode) -> String {
        let digits = String(rest)
        return String(repeating: "0", count: max(0, currency.digits - digits.count)) + digits
    }
}

extension View {
    /// `1,200,000.50 EUR`
    package func amount(_ amount: Int64, _ currency: CurrencyCode) -> String {
        let (whole, rest) = amount.quotientAndRemainder(dividingBy: currency.unit)
        var text = number(Int(whole))
        if rest != 0 {
            text = say(
                "plan.money.decimal",
                ["whole": .text(text), "fraction": .text(Amounts.fraction(rest, currency))])
        }
        return say("plan.money.amount", ["amount": .text(text), "currency": .text(currency.rawValue)])
    }
}
