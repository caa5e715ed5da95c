import Agreements
import Cooperation
import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import Programmes

/// What the program counts for a review, and how it counts it.
struct ComputedPart {
    let view: View
    let book: ReviewBook

    private var html: HTMLWriter { view.html }

    func write() {
        view.section("predictability", view.say("review.predictability"), view.say("review.predictabilityText")) {
            predictability()
            programme()
        }
        view.section("response", view.say("review.response"), view.say("review.responseText")) { responses() }
    }

    private func predictability() {
        guard book.predictability.contains(where: { $0.due > 0 }) else {
            html.element(.p, text: view.say("review.nothingDue"))
            return
        }
        let columns = [
            "review.by", "review.due", "review.onTime", "review.late", "review.open", "review.inKind",
            "review.promised",
            "review.given",
        ]
        view.table(view.say("review.predictability"), style: "wide") {
            view.headRow(columns.map { (view.say($0), $0 != "review.by") })
            html.element(.tbody) {
                for one in book.predictability {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) { view.party(one.workspace, book.actors) }
                        for count in [one.due, one.onTime, one.late, one.open, one.inKind] {
                            html.element(.td, .class("n"), text: view.number(count))
                        }
                        money(one) { $0.promised }
                        money(one) { $0.given }
                    }
                }
            }
        }
    }

    private func money(_ one: Predictability, _ part: ((promised: Int64, given: Int64)) -> Int64) {
        let sums = one.money.sorted { $0.key.rawValue < $1.key.rawValue }
        html.element(.td, .class("n")) {
            guard !sums.isEmpty else {
                html.text(view.say("review.noMoney"))
                return
            }
            for (currency, sum) in sums {
                html.element(.p) { html.element(.bdi, text: view.amount(part(sum), currency)) }
            }
        }
    }

    private func programme() {
        guard let pace = book.programme else {
            if book.agreement.programme == nil {
                html.element(.p, .class("hint"), text: view.say("review.noProgramme"))
            }
            return
        }
        html.element(.p) {
            html.text(view.say("review.programme") + " ")
            html.element(
                .a, .href(view.address("/programmes/\(pace.programme)")), .dir("auto"), text: pace.title)
        }
        let currencies = Set(pace.planned.keys).union(pace.disbursed.keys).sorted()
        guard !currencies.isEmpty else {
            html.element(.p, text: view.say("review.programmeNone"))
            return
        }
        view.table(view.say("review.programme")) {
            view.headRow(
                ["cooperation.currency", "review.planned", "review.disbursed"].map {
                    (view.say($0), $0 != "cooperation.currency")
                })
            html.element(.tbody) {
                for currency in currencies {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) { html.element(.bdi, text: currency) }
                        for amount in [pace.planned[currency], pace.disbursed[currency]] {
                            html.element(.td, .class("n")) {
                                html.element(.bdi, text: amount?.text ?? view.say("cooperation.notKnown"))
                            }
                        }
                    }
                }
            }
        }
    }

    private func responses() {
        guard !book.responses.isEmpty else {
            html.element(.p, text: view.say("review.noThread"))
            return
        }
        view.table(view.say("review.response")) {
            view.headRow(
                ["agreement.party", "review.answersCount", "review.median", "review.longest", "review.waits"].map {
                    (view.say($0), $0 != "agreement.party")
                })
            html.element(.tbody) {
                for one in book.responses {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) { view.party(one.workspace, book.actors) }
                        html.element(.td, .class("n"), text: view.number(one.hours.count))
                        for hours in [one.median, one.longest] {
                            html.element(
                                .td, .class("n"), text: hours.map { view.hours($0) } ?? view.say("review.noAnswer"))
                        }
                        html.element(
                            .td, .class("n"),
                            text: one.waitingHours.map { view.hours($0) } ?? view.say("review.nothingWaits"))
                    }
                }
            }
        }
    }
}
