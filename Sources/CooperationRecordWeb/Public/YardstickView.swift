import CooperationRecords
import Domain
import Frame
import Locales
import Markup

/// A yardstick that the reader asked for: its rule, author and limits, each step with the facts it rests on.
struct YardstickView {
    let view: View
    let reading: YardstickReading

    private var html: HTMLWriter { view.html }
    private var yardstick: Yardstick { reading.yardstick }

    func write() {
        let language = view.exchange.language
        let title = Yardstick.text(yardstick.names, language)
        view.section("by-\(yardstick.code)", title) {
            html.element(.dl, .class("facts-list")) {
                view.fact(view.say("yardstick.rule")) { html.text(Yardstick.text(yardstick.rule, language)) }
                view.fact(view.say("yardstick.author")) {
                    html.element(.bdi, .lang("en"), text: yardstick.author)
                    html.text(" ")
                    html.element(
                        .a, .href(yardstick.address), .rel("noopener noreferrer nofollow external"), .lang("en"),
                        .dir("ltr"), text: yardstick.source)
                    if let day = CalendarDate(yardstick.published) {
                        html.text(" (")
                        html.text(view.date(day))
                        html.text(")")
                    }
                }
                view.fact(view.say("yardstick.limits")) { html.text(Yardstick.text(yardstick.limits, language)) }
                if let unverified = yardstick.unverified {
                    view.fact(view.say("yardstick.unverified")) { html.text(Yardstick.text(unverified, language)) }
                }
            }
            if reading.rows.isEmpty {
                html.element(.p, .class("none"), text: view.say("yardstick.noCycle"))
            } else {
                view.table(title) {
                    view.headRow([
                        (view.say("yardstick.step"), false), (view.say("yardstick.outcome"), false),
                        (view.say("yardstick.facts"), false),
                    ])
                    html.element(.tbody) { for row in reading.rows { rows(row) } }
                }
            }
        }
    }

    private func rows(_ row: YardstickReading.Row) {
        for step in row.steps {
            html.element(.tr) {
                html.element(.th, .scope("row")) {
                    if let cycle = row.cycle {
                        html.text(view.say("stateFact.cycle", ["cycle": .number(cycle)]))
                        html.text(" · ")
                    }
                    html.text(Yardstick.text(step.step.names, view.exchange.language))
                }
                html.element(
                    .td, .class(step.outcome == .unknown ? "none" : ""),
                    text: view.say("yardstick.outcome.\(step.outcome.rawValue)"))
                html.element(.td) {
                    if step.facts.isEmpty { html.text(view.say("yardstick.noFacts")) }
                    for fact in step.facts {
                        FactLine(view: view).name(fact)
                        html.text(" · ")
                        html.text(view.factDay(fact.content.day))
                        html.text(" · ")
                        view.factSource(fact)
                    }
                }
            }
        }
    }
}
