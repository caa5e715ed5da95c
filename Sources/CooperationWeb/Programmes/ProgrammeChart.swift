import Domain
import Frame
import Locales
import Markup
import Programmes

/// Budget and money spent over the years, one picture a currency, each with its table.
struct ProgrammeChart {
    /// Pictures on one page; tables come for all.
    private static let picturesMax = 3
    private static let yearsMax = 40

    let view: View
    private let byCurrency: [(currency: String, totals: [MoneyTotal])]

    init(view: View, totals: [MoneyTotal]) {
        self.view = view
        byCurrency = Dictionary(grouping: totals) { $0.key.currency }.map { ($0.key, $0.value) }
            .sorted { ($1.totals.count, $0.currency) < ($0.totals.count, $1.currency) }
    }

    private var html: HTMLWriter { view.html }

    func write() {
        for (place, entry) in byCurrency.enumerated() {
            let years = Self.years(entry.totals)
            let columns = years.map { year in
                Column(
                    year: year, budget: Self.budget(entry.totals, year),
                    spent: Self.sum(entry.totals, year) { $0.isSpent })
            }
            html.element(.figure, .class("figure wide")) {
                html.element(.figcaption) {
                    html.element(
                        .h3, text: view.say("programme.chart.title", ["currency": .text(shown(entry.currency))]))
                    html.element(.p, text: view.say("programme.chart.caption"))
                }
                if place < Self.picturesMax, columns.contains(where: { $0.budget != nil || $0.spent != nil }) {
                    picture(columns, entry.currency)
                }
                html.element(.details, .open(place >= Self.picturesMax)) {
                    html.element(.summary, text: view.say("figure.table"))
                    table(entry.totals, entry.currency)
                }
            }
        }
    }

    private struct Column {
        var year: Int
        var budget: Amount?
        var spent: Amount?
    }

    private func shown(_ currency: String) -> String {
        currency.isEmpty ? view.say("programme.money.noCurrency") : currency
    }

    private static func years(_ totals: [MoneyTotal]) -> [Int] {
        let years = totals.map(\.key.year)
        guard let first = years.min(), let last = years.max() else { return [] }
        return Array(max(first, last - yearsMax + 1)...last)
    }

    private static func sum(_ totals: [MoneyTotal], _ year: Int, _ wanted: (MoneyKind) -> Bool) -> Amount? {
        let found = totals.filter { $0.key.year == year && wanted($0.key.kind) }
        return found.isEmpty ? nil : found.reduce(.zero) { $0 + $1.amount }
    }

    /// The revised budget of a year stands for the original one.
    private static func budget(_ totals: [MoneyTotal], _ year: Int) -> Amount? {
        sum(totals, year) { $0 == .budgetRevised } ?? sum(totals, year) { $0 == .budgetOriginal }
    }

    private func picture(_ columns: [Column], _ currency: String) {
        let most = max(
            1, columns.flatMap { [$0.budget, $0.spent] }.compactMap { $0?.approximately }.max() ?? 1)
        let step = 700.0 / Double(max(1, columns.count))
        let wide = min(30, step * 0.36)
        let label = view.say("programme.chart.title", ["currency": .text(shown(currency))])
        html.element(.div, .class("scroll"), .tabindex(0), .role("group"), .label(label)) {
            html.element(.svg, .class("plot money"), .viewBox(0, 0, 740, 200), .role("img"), .label(label), .dir("ltr"))
            {
                html.empty(.line, .class("axis"), .x1(20), .y1(160), .x2(720), .y2(160))
                for (index, column) in columns.enumerated() {
                    let middle = 20 + step * (Double(index) + 0.5)
                    bar(column.budget, "hollow", middle - wide - 1, wide, most, currency, "programme.chart.budget")
                    bar(column.spent, "fill", middle + 1, wide, most, currency, "programme.chart.spent")
                    if columns.count <= 14 || column.year % 5 == 0 {
                        html.element(
                            .text, .x(middle), .y(178), .textAnchor("middle"), text: String(column.year))
                    }
                }
            }
        }
        html.element(.ul, .class("money-key")) {
            html.element(.li, .class("hollow"), text: view.say("programme.chart.budget"))
            html.element(.li, .class("fill"), text: view.say("programme.chart.spent"))
        }
    }

    /// Sums below nothing hang under the line by a hair: the table has their value.
    private func bar(
        _ amount: Amount?, _ style: String, _ x: Double, _ wide: Double, _ most: Double, _ currency: String,
        _ key: String
    ) {
        guard let amount, amount != .zero else { return }
        let height = max(1.5, max(0, amount.approximately) / most * 140)
        let y = amount.isNegative ? 161 : 160 - height
        html.element(.g) {
            html.element(
                .title,
                text: view.say(
                    "programme.chart.bar",
                    ["what": .text(view.say(key)), "amount": .text(view.amount(amount, currency))]))
            html.empty(.rect, .class(style), .x(x), .y(y), .width(wide), .height(height))
        }
    }

    private func table(_ totals: [MoneyTotal], _ currency: String) {
        view.table(view.say("programme.chart.title", ["currency": .text(shown(currency))]), style: "sums") {
            view.headRow([
                (view.say("programme.money.year"), false), (view.say("programme.money.what"), false),
                (view.say("programme.money.entries"), true), (view.say("programme.money.sum"), true),
            ])
            html.element(.tbody) {
                for total in totals.sorted(by: {
                    ($0.key.year, $0.key.kind.rawValue) < ($1.key.year, $1.key.kind.rawValue)
                }) {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: String(total.key.year))
                        html.element(.td, text: view.say("programme.money.kind.\(total.key.kind.rawValue)"))
                        html.element(.td, .class("n"), text: view.number(total.entries))
                        html.element(.td, .class("n")) { html.element(.bdi, text: view.amount(total.amount, currency)) }
                    }
                }
            }
        }
    }
}
