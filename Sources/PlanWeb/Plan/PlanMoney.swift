import Domain
import Frame
import Locales
import Markup
import Plans

/// What actions cost, as people read it.
extension View {
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

    /// The way from a part of the plan to a need stated from it, for whoever may state one.
    func needLink(_ visit: Visit, _ source: String) {
        guard visit.may(.stateNeed) else { return }
        html.element(.p) { link(address(visit.path("/needs/new"), [("from", source)]), say("plan.need")) }
    }
}
