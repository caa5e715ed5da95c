import Domain
import Frame
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
            if !page.acceptedFindings.isEmpty { readings() }
            if !numbers.isEmpty { otherNumbers() }
            if !page.history.isEmpty { history() }
        }
    }

    private func sources() {
        view.table(view.say("origin.title"), style: "origin-table") {
            view.headRow([
                (view.facetName(.source), false), (view.say("origin.key"), false), (view.say("origin.file"), false),
                (view.say("origin.row"), true), (view.say("origin.imported"), false),
            ])
            html.element(.tbody) {
                for entry in page.sources {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: view.valueName(.source, entry.source.rawValue))
                        html.element(.td, .class("file")) { html.element(.bdi, text: entry.externalKey) }
                        html.element(.td, .class("file")) { html.element(.bdi, text: entry.file) }
                        html.element(.td, .class("n"), text: view.number(entry.row))
                        html.element(.td, text: day(entry.imported))
                    }
                }
            }
        }
    }

    /// Documents that were read here. Who accepted it is for the audit log, not for readers.
    private func readings() {
        html.element(.h3, text: view.say("origin.readings"))
        view.table(view.say("origin.readings"), style: "origin-table") {
            view.headRow([
                (view.facetName(.document), false), (view.facetName(.source), false),
                (view.facetName(.language), false),
                (view.say("origin.page"), true), (view.say("origin.acceptedBy"), false),
            ])
            html.element(.tbody) {
                for finding in page.acceptedFindings {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), .class("file")) {
                            html.element(.bdi, text: finding.symbol?.printed ?? finding.name)
                        }
                        html.element(.td, text: view.valueName(.source, finding.source.rawValue))
                        html.element(.td, text: finding.language.map { view.names.endonym($0.rawValue) } ?? "–")
                        html.element(.td, .class("n"), text: finding.page.map { view.number($0) } ?? "–")
                        html.element(.td) {
                            html.text(day(finding.acceptedAt))
                            if finding.isCorrected { html.text(" · " + view.say("origin.corrected")) }
                        }
                    }
                }
            }
        }
    }

    /// Numbers that the paragraph had before: in a draft, say.
    private var numbers: [HistoryEntry] { page.history.filter { $0.field == "paragraph" && $0.old != nil } }

    private func otherNumbers() {
        html.element(.h3, text: view.say("origin.otherNumbers"))
        html.element(.ul, .class("tags")) {
            for entry in numbers {
                html.element(.li) {
                    html.element(.span, .dir("ltr"), text: entry.old ?? "")
                    html.element(.span, .class("origin"), text: view.valueName(.source, entry.source.rawValue))
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
