import Domain
import Frame
import Locales
import Markup
import Programmes

/// Sums of money by currency and kind.
struct ProgrammeTotals {
    let view: View

    private var html: HTMLWriter { view.html }

    /// Over all years, as a table of its own section.
    func write(_ totals: [MoneyTotal]) {
        view.section("totals", view.say("programme.totals.title"), view.say("programme.totals.note")) {
            guard !totals.isEmpty else {
                html.element(.p, text: view.say("programme.totals.none"))
                return
            }
            view.table(view.say("programme.totals.title"), style: "sums") {
                view.headRow([
                    (view.say("programme.money.currency"), false), (view.say("programme.money.what"), false),
                    (view.say("programme.money.entries"), true), (view.say("programme.money.sum"), true),
                ])
                html.element(.tbody) {
                    for total in totals {
                        html.element(.tr) {
                            html.element(.th, .scope("row")) { currency(total.key.currency) }
                            html.element(.td, text: view.say("programme.money.kind.\(total.key.kind.rawValue)"))
                            html.element(.td, .class("n"), text: view.number(total.entries))
                            html.element(.td, .class("n")) {
                                html.element(.bdi, text: view.amount(total.amount, total.key.currency))
                            }
                        }
                    }
                }
            }
        }
    }

    private func currency(_ code: String) {
        html.text(code.isEmpty ? view.say("programme.money.noCurrency") : code)
    }
}
