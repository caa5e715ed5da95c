import Domain
import Frame
import Locales
import Markup
import Programmes

/// Every entry of a programme's money, and the form that adds one.
struct ProgrammeEntries {
    /// A page stays small: of more entries the file has all.
    private static let shownMax = 200

    let page: ProgrammePageView

    private var view: View { page.view }
    private var html: HTMLWriter { page.html }

    func write() {
        let money = page.activity.money
        if !money.isEmpty {
            html.element(.details) {
                html.element(.summary, text: view.say("programme.entries", ["count": .number(money.count)]))
                if money.count > Self.shownMax {
                    html.element(
                        .p, .class("hint"), text: view.say("programme.entries.most", ["count": .number(Self.shownMax)]))
                }
                table(money)
            }
        }
        if page.mayEdit { add() }
    }

    private func table(_ money: [MoneyEntry]) {
        view.table(view.say("programme.entries", ["count": .number(money.count)]), style: "sums") {
            view.headRow(
                [
                    (view.say("programme.money.day"), false), (view.say("programme.money.what"), false),
                    (view.say("programme.money.sum"), true), (view.say("programme.money.about"), false),
                ] + (page.mayEdit ? [(view.say("programme.money.remove"), false)] : []))
            html.element(.tbody) {
                for (place, entry) in money.enumerated().prefix(Self.shownMax) { row(place, entry) }
            }
        }
    }

    private func row(_ place: Int, _ entry: MoneyEntry) {
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.text(entry.end.map { view.programmePeriod(entry.day, $0) } ?? view.date(entry.day))
            }
            html.element(.td, text: view.say("programme.money.kind.\(entry.kind.rawValue)"))
            html.element(.td, .class("n")) { html.element(.bdi, text: view.amount(entry.amount, entry.currency)) }
            html.element(.td) {
                view.narrative(entry.texts)
                for organisation in [entry.provider, entry.receiver].compactMap({ $0 })
                where !organisation.names.isEmpty {
                    html.text(" ")
                    view.narrative(organisation.names)
                }
            }
            if page.mayEdit {
                html.element(.td) {
                    view.programmeFold(view.say("programme.money.remove")) {
                        view.programmeForm(page.path("/money-remove"), version: page.programme.version) {
                            view.hiddenField("place", String(place))
                            view.field("reason-\(place)", view.say("programme.reason")) { _ in
                                html.empty(
                                    .input, .class("input"), .type("text"), .id("reason-\(place)"), .name("reason"),
                                    .maxlength(1_000), .dir("auto"))
                            }
                            html.element(.p) {
                                view.submitButton(view.say("programme.money.remove"), isPlain: true)
                            }
                        }
                    }
                }
            }
        }
    }

    private func add() {
        view.programmeFold(view.say("programme.money.add")) {
            view.programmeForm(page.path("/money"), version: page.programme.version) {
                view.select(
                    "kind", view.say("programme.money.what"),
                    MoneyKind.allCases.filter { $0 != .other }.map {
                        ($0.rawValue, view.say("programme.money.kind.\($0.rawValue)"))
                    }, chosen: MoneyKind.disbursement.rawValue)
                view.textField(
                    "amount", view.say("programme.money.sum"), "", hint: view.say("programme.money.sum.hint"), most: 40,
                    direction: "ltr")
                view.textField(
                    "currency", view.say("programme.money.currency"), page.activity.defaultCurrency ?? "",
                    hint: view.say("programme.currency.hint"), most: 3, direction: "ltr")
                view.textField(
                    "day", view.say("programme.money.day"), "", hint: view.say("programme.money.day.hint"),
                    type: "date", most: 10, direction: "ltr")
                view.textField(
                    "end", view.say("programme.money.end"), "", hint: view.say("programme.money.end.hint"),
                    type: "date", most: 10, direction: "ltr")
                view.textField("text", view.say("programme.money.about"), "", most: 300)
                html.element(.p) { view.submitButton(view.say("programme.money.add")) }
            }
        }
    }
}
