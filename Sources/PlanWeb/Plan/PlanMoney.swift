import Domain
import Frame
import Locales
import Markup
import Plans

/// Amounts as people read and write them.
enum PlanMoney {
    /// An amount in a currency's smallest unit, from what somebody typed: groups of three and a decimal sign of any of our
    /// languages, digits of any script. Nil where it is none.
    static func read(_ text: String, _ currency: CurrencyCode) -> Int64? {
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
    static func plain(_ amount: Int64, _ currency: CurrencyCode) -> String {
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
    func amount(_ amount: Int64, _ currency: CurrencyCode) -> String {
        let (whole, rest) = amount.quotientAndRemainder(dividingBy: currency.unit)
        var text = number(Int(whole))
        if rest != 0 {
            text = say(
                "plan.money.decimal",
                ["whole": .text(text), "fraction": .text(PlanMoney.fraction(rest, currency))])
        }
        return say("plan.money.amount", ["amount": .text(text), "currency": .text(currency.rawValue)])
    }

    /// One amount, or that it is not known.
    func amountOrUnknown(_ value: Int64?, _ currency: CurrencyCode?) {
        if let value, let currency {
            html.element(.bdi, text: amount(value, currency))
        } else {
            html.element(.span, .class("soft"), text: say("plan.money.unknown"))
        }
    }

    /// What several actions cost, a line a currency, and of how many that is not known.
    func costs(_ money: MoneyTally) {
        lines(money, \.cost, \.costs)
        if money.withoutCost > 0 { unknown(money.withoutCost, of: money.actions) }
    }

    /// What is not covered; never zero where nobody said so.
    func gaps(_ money: MoneyTally) {
        lines(money, \.gap, \.gaps)
        if money.withoutGap > 0 { unknown(money.withoutGap, of: money.actions) }
    }

    private func lines(
        _ money: MoneyTally, _ sum: KeyPath<MoneyTally.Line, Int64>, _ count: KeyPath<MoneyTally.Line, Int>
    ) {
        for (currency, line) in money.lines.sorted(by: { $0.key < $1.key }) where line[keyPath: count] > 0 {
            html.element(.span, .class("amount")) {
                html.element(.bdi, text: amount(line[keyPath: sum], currency))
            }
            html.text(" ")
        }
    }

    private func unknown(_ count: Int, of all: Int) {
        html.element(
            .span, .class("amount soft"),
            text: say("plan.money.unknownOf", ["count": .number(count), "all": .number(all)]))
    }
}
