import Domain
import Frame
import Locales
import Markup
import Operations
import Reference

/// Where the records come from: every source with its records, every import with its file and date.
struct SourcesView {
    let view: View
    let page: SourcePage

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let page: SourcePage
        do { page = try await exchange.site.library.sources() } catch { throw WebError(error) }
        let view = View(exchange)
        let content = SourcesView(view: view, page: page)
        return await view.page(PageHead(title: view.say("sources.title"))) { content.write() }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(view.say("sources.title"), lead: view.say("sources.lead"))
        view.section("sources", view.say("sources.bySource")) {
            guard !page.sources.values.isEmpty else {
                html.element(.p, text: view.say("sources.none"))
                return
            }
            view.table(view.say("sources.bySource")) {
                view.headRow([(view.facetName(.source), false), (view.say("column.recommendations"), true)])
                html.element(.tbody) {
                    for value in page.sources.values {
                        html.element(.tr) {
                            html.element(.th, .scope("row"), text: view.valueName(.source, value.value))
                            html.element(.td, .class("n")) {
                                view.link(view.searchAddress([(.source, value.value)]), view.number(value.count))
                            }
                        }
                    }
                }
            }
            html.element(.p, .class("hint"), text: view.say("sources.readText"))
        }
        if !page.runs.isEmpty { runs() }
        view.section("reference", view.say("sources.reference")) {
            html.element(.p, text: view.say("sources.referenceText"))
            html.element(.dl, .class("facts-list hint")) {
                for origin in view.names.reference.origins {
                    view.fact(origin.file) {
                        html.element(.span, .lang("en"), .dir("ltr"), text: origin.source + " (\(origin.date))")
                    }
                }
            }
        }
    }

    private func runs() {
        view.section("imports", view.say("sources.imports"), view.say("sources.importsText")) {
            view.table(view.say("sources.imports")) {
                view.headRow([
                    (view.say("origin.file"), false), (view.say("import.format"), false),
                    (view.facetName(.source), false),
                    (view.say("import.status"), false), (view.say("import.read"), true),
                    (view.say("import.created"), true),
                    (view.say("import.updated"), true), (view.say("import.unchanged"), true),
                    (view.say("import.rejected"), true), (view.say("origin.imported"), false),
                ])
                html.element(.tbody) { for run in page.runs { row(run) } }
            }
        }
    }

    private func row(_ run: ImportRun) {
        html.element(.tr) {
            html.element(.th, .scope("row"), .dir("ltr"), text: run.file)
            html.element(.td, .dir("ltr"), text: run.format)
            html.element(.td, text: view.valueName(.source, run.source.rawValue))
            html.element(.td, text: view.say("import.\(run.status.rawValue)"))
            for value in [run.rowsRead, run.created, run.updated, run.unchanged, run.rejected] {
                html.element(.td, .class("n"), text: view.number(value))
            }
            html.element(.td, text: CalendarDate(run.started).map { view.date($0) } ?? run.started)
        }
    }
}
