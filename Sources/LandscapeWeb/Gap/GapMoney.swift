import Domain
import Frame
import Landscape
import Locales
import Markup
import Programmes

/// Money of programmes and of a plan: each currency by itself, and how much of it is not known.
struct GapMoney {
    let place: GapPlace
    let scope: GapScope

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }

    func programmes(_ sums: GapSums) {
        guard let programmes = sums.programmes else {
            html.element(.p, text: view.say("gap.programmes.personUnsaid"))
            return
        }
        guard programmes > 0 else {
            html.element(.p, text: view.say("gap.money.noProgramme"))
            return
        }
        let unknown = sums.programmesWithoutMoney ?? 0
        html.element(.p) {
            view.write(
                "gap.money.known", ["count": .number(programmes - unknown), "total": .number(programmes)])
            if unknown > 0 {
                html.text(" ")
                view.link(
                    place.rows(.programmes, scope, [("unsaid", "yes")]),
                    view.say("gap.money.unknown", ["count": .number(unknown)]))
            }
        }
        guard !sums.money.isEmpty else { return }
        view.table(view.say("gap.money.programmes"), style: "sums") {
            view.headRow([
                (view.say("gap.money.currency"), false), (view.say("gap.money.what"), false),
                (view.say("gap.money.sum"), true),
            ])
            html.element(.tbody) {
                for total in sums.money {
                    html.element(.tr) {
                        html.element(
                            .th, .scope("row"),
                            text: total.key.currency.isEmpty
                                ? view.say("programme.money.noCurrency") : total.key.currency)
                        html.element(.td, text: view.say("programme.money.kind.\(total.key.kind.rawValue)"))
                        html.element(.td, .class("n")) { html.element(.bdi, text: amount(total.amount)) }
                    }
                }
            }
        }
    }

    /// The plan's actions by currency; `rows` leads to them.
    func plan(_ money: [PlanMoney], actions: Int) {
        guard actions > 0 else {
            html.element(.p, text: view.say("gap.plan.noAction"))
            return
        }
        html.element(.p) {
            view.link(
                place.rows(.actions, scope), view.say("gap.plan.actions", ["count": .number(actions)]))
        }
        view.table(view.say("gap.money.plan"), style: "sums") {
            view.headRow([
                (view.say("gap.money.currency"), false), (view.say("gap.plan.cost"), true),
                (view.say("gap.plan.costKnown"), true), (view.say("gap.plan.missing"), true),
                (view.say("gap.plan.missingKnown"), true),
            ])
            html.element(.tbody) {
                for line in money {
                    html.element(.tr) {
                        html.element(
                            .th, .scope("row"),
                            text: line.currency?.rawValue ?? view.say("gap.plan.noCurrency"))
                        sum(line.costKnown, line.cost, line.currency)
                        of(line.costKnown, line.actions)
                        sum(line.gapKnown, line.gap, line.currency)
                        of(line.gapKnown, line.actions)
                    }
                }
            }
        }
    }

    private func sum(_ known: Int, _ minor: Int64, _ currency: CurrencyCode?) {
        html.element(.td, .class("n")) {
            if known > 0, let currency {
                html.element(.bdi, text: view.amount(minor, currency))
            } else {
                html.element(.span, .class("soft"), text: view.say("cooperation.notKnown"))
            }
        }
    }

    private func of(_ known: Int, _ all: Int) {
        html.element(
            .td, .class("n"),
            text: view.say("gap.plan.of", ["count": .number(known), "total": .number(all)]))
    }

    private func amount(_ amount: Amount) -> String {
        let parts = amount.text.drop { $0 == "-" }.split(separator: ".")
        var shown = view.number(parts.first.flatMap { Int($0) } ?? 0)
        if parts.count > 1, parts[1].contains(where: { $0 != "0" }) {
            shown = view.say(
                "programme.money.decimal", ["whole": .text(shown), "fraction": .text(String(parts[1]))])
        }
        return amount.isNegative ? "\u{2212}" + shown : shown
    }
}
