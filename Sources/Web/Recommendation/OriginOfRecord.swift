import Domain
import Locales
import Markup
import Operations

/// Where the record came from, row by row, and what newer imports replaced.
struct OriginOfRecord {
    let view: View
    let page: RecommendationPage

    private var html: HTMLWriter { view.html }

    func write() {
        view.section(
            "origin", view.say("origin.title"), view.say("origin.text", ["count": .number(page.sources.count)])
        ) {
            if !page.sources.isEmpty { sources() }
            if !page.history.isEmpty { history() }
        }
    }

    private func sources() {
        view.table(view.say("origin.title")) {
            view.headRow([
                (view.facetName(.source), false), (view.say("origin.key"), false), (view.say("origin.file"), false),
                (view.say("origin.row"), true), (view.say("origin.imported"), false),
            ])
            html.element(.tbody) {
                for entry in page.sources {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: view.valueName(.source, entry.source.rawValue))
                        html.element(.td, .dir("ltr"), text: entry.externalKey)
                        html.element(.td, .dir("ltr"), text: entry.file)
                        html.element(.td, .class("n"), text: view.number(entry.row))
                        html.element(.td, text: day(entry.imported))
                    }
                }
            }
        }
    }

    private func history() {
        html.element(.details) {
            html.element(.summary, text: view.say("origin.history", ["count": .number(page.history.count)]))
            view.table(view.say("origin.historyTable")) {
                view.headRow([
                    (view.say("origin.field"), false), (view.say("origin.old"), false), (view.say("origin.new"), false),
                    (view.say("origin.when"), false),
                ])
                html.element(.tbody) {
                    for entry in page.history {
                        html.element(.tr) {
                            html.element(.th, .scope("row"), .dir("ltr"), text: entry.field)
                            html.element(.td, .dir("auto"), text: entry.old ?? view.say("figure.noData"))
                            html.element(.td, .dir("auto"), text: entry.new ?? view.say("figure.noData"))
                            html.element(.td, text: day(entry.at))
                        }
                    }
                }
            }
        }
    }

    /// The day of a stored instant.
    private func day(_ instant: String) -> String { CalendarDate(instant).map { view.date($0) } ?? instant }
}
