import Domain
import Frame
import Locales
import Markup
import Operations

/// The start page: what this is, a search box, and what is inside as numbers and pictures.
struct StartView {
    let view: View
    let overview: Overview

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let view = View(exchange)
        let overview = try await exchange.site.overview()
        let page = StartView(view: view, overview: overview)
        let head = PageHead(title: view.say("start.title"), summary: view.say("start.lead"), hasSearch: false)
        return await view.page(head) { page.write() }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        html.element(.div, .class("hero")) {
            view.pageHead(view.say("start.title"), lead: view.say("start.lead"))
            view.searchBox(query: "", isBig: true)
            examples()
        }
        guard overview.total > 0 else {
            view.empty(view.say("start.empty.title")) { html.element(.p, text: view.say("start.empty.text")) }
            return
        }
        view.section("inside", view.say("start.inside")) {
            view.numbers([
                (overview.total, "recommendations", view.address("/search")),
                (overview.states.values.count, "states", view.address("/states")),
                (overview.documents, "documents", view.address("/documents")),
                (overview.mechanisms.values.count, "mechanisms", view.address("/mechanisms")),
                (overview.languages.values.count, "languages", nil),
            ])
        }
        view.section("world", view.say("map.title"), view.say("map.text")) {
            WorldMap(view: view, overview: overview).write()
        }
        view.section("pictures", view.say("start.pictures")) {
            html.element(.div, .class("grid")) {
                view.facetFigure(overview.mechanisms, filters: [])
                view.facetFigure(overview.themes, filters: [])
                view.positionFigure(overview.positions, filters: [])
                view.facetFigure(overview.goals, filters: [])
                view.yearFigure(overview.years, filters: [])
            }
        }
    }

    /// Searches that are sure to find something: the largest theme, goal and mechanism. No State: that would single one out.
    private func examples() {
        let candidates: [(Facet, FacetCounts)] = [
            (.theme, overview.themes), (.sdg, overview.goals),
            (.mechanism, overview.mechanisms),
        ]
        let found = candidates.compactMap { facet, counts in counts.values.first.map { (facet, $0.value) } }
        guard !found.isEmpty else { return }
        html.element(.ul, .class("chips hint"), .label(view.say("start.examples"))) {
            for (facet, value) in found {
                html.element(.li) {
                    html.element(
                        .a, .class("chip"), .href(view.searchAddress([(facet, value)])),
                        text: view.valueName(facet, value))
                }
            }
        }
    }
}
