import Domain
import Frame
import Locales
import Markup
import Programmes

/// Results, conditions, documents and related programmes.
struct ProgrammeOutcome {
    private static let indicatorsMax = 60

    let page: ProgrammePageView

    private var view: View { page.view }
    private var html: HTMLWriter { page.html }
    private var activity: Activity { page.activity }

    func write() {
        results()
        conditions()
        documents()
        related()
    }

    private func results() {
        let results = activity.results
        guard !results.isEmpty else { return }
        view.section("results", view.say("programme.results")) {
            view.table(view.say("programme.results")) {
                view.headRow([
                    (view.say("programme.result.indicator"), false), (view.say("programme.column.period"), false),
                    (view.say("programme.result.baseline"), true), (view.say("programme.result.target"), true),
                    (view.say("programme.result.actual"), true),
                ])
                html.element(.tbody) {
                    for indicator in results.flatMap(\.indicators).prefix(Self.indicatorsMax) {
                        if indicator.periods.isEmpty { row(indicator, nil) }
                        for period in indicator.periods { row(indicator, period) }
                    }
                }
            }
        }
    }

    private func row(_ indicator: ProgrammeIndicator, _ period: ProgrammePeriod?) {
        html.element(.tr) {
            html.element(.th, .scope("row")) { view.narrative(indicator.titles) }
            html.element(
                .td, text: period.map { view.programmePeriod($0.start, $0.end) } ?? view.say("figure.noData"))
            values(indicator.baselines.map { ($0.value, [], []) })
            values((period?.targets ?? []).map { ($0.value, $0.dimensions, $0.comments) })
            values((period?.actuals ?? []).map { ($0.value, $0.dimensions, $0.comments) })
        }
    }

    /// What nobody says is no data, not nothing.
    private func values(_ values: [(value: String?, dimensions: [String], comments: [Narrative])]) {
        html.element(.td, .class("n")) {
            if values.isEmpty { html.text(view.say("figure.noData")) }
            for (index, entry) in values.enumerated() {
                if index > 0 { html.empty(.br) }
                html.element(.bdi, text: ([entry.value].compactMap { $0 } + entry.dimensions).joined(separator: " "))
                if entry.value == nil { view.narrative(entry.comments) }
            }
        }
    }

    private func conditions() {
        guard let conditions = activity.conditions else { return }
        view.section("conditions", view.say("programme.conditions")) {
            if conditions.isEmpty { html.element(.p, text: view.say("programme.conditions.none")) }
            html.element(.ul) {
                for condition in conditions {
                    html.element(.li) {
                        if ["1", "2", "3"].contains(condition.kind) {
                            html.element(.strong, text: view.say("programme.condition.\(condition.kind)"))
                            html.text(" ")
                        }
                        view.narrative(condition.texts)
                    }
                }
            }
        }
    }

    private func documents() {
        let documents = activity.documents
        guard !documents.isEmpty else { return }
        view.section("documents", view.say("programme.documents")) {
            html.element(.ul) {
                for document in documents.prefix(50) {
                    html.element(.li) {
                        view.outsideLink(document.address) {
                            if document.titles.isEmpty {
                                html.element(.bdi, text: document.address)
                            } else {
                                view.narrative(document.titles)
                            }
                        }
                        html.text(" ")
                        html.element(.bdi, .class("hint"), text: document.format)
                    }
                }
            }
        }
    }

    private func related() {
        guard !page.whole.related.isEmpty else { return }
        view.section("related", view.say("programme.related")) {
            html.element(.ul) {
                for entry in page.whole.related {
                    html.element(.li) {
                        if let id = entry.programme {
                            html.element(
                                .a, .href(view.address("\(page.visit?.path("/programmes") ?? "/programmes")/\(id)")),
                                text: entry.identifier)
                        } else {
                            html.element(.bdi, text: entry.identifier)
                        }
                    }
                }
            }
        }
    }
}
