import Domain
import Frame
import Locales
import Markup
import Operations

/// The page of a mechanism, theme, group of persons, goal, target, region or group of States: one shape for all.
struct TopicView {
    let view: View
    let page: TopicPage

    static func answer(_ exchange: Exchange, _ facet: Facet) async throws(WebError) -> Answer {
        let page: TopicPage
        do {
            page = try await exchange.site.library.topic(facet, exchange.value("code"), language: exchange.language)
        } catch {
            throw WebError(error)
        }
        let view = View(exchange)
        let content = TopicView(view: view, page: page)
        var head = PageHead(title: view.valueName(facet, page.value))
        head.section = content.section
        if let section = head.section {
            head.crumbs = [(view.address(section.path), view.say("nav.\(section.rawValue)"))]
        }
        return await view.page(head) { content.write() }
    }

    private var html: HTMLWriter { view.html }
    private var filter: [(Facet, String)] { [(page.facet, page.value)] }

    private var section: PageHead.Section? {
        switch page.facet {
        case .mechanism: .mechanisms
        case .theme, .person: .themes
        case .sdg, .target: .goals
        case .region, .group: .states
        default: nil
        }
    }

    private func write() {
        view.pageHead(kicker: view.facetName(page.facet), view.valueName(page.facet, page.value))
        view.numbers([
            (page.total, "recommendations", view.searchAddress(filter)),
            (page.states.values.count, "states", nil),
            (page.mechanisms.values.count, "mechanisms", nil),
        ])
        guard page.total > 0 else {
            view.empty(view.say("topic.empty.title")) {
                html.element(.p) { view.link(view.address("/search"), view.say("search.nothing.all")) }
            }
            return
        }
        view.section("numbers", view.say("topic.numbers")) {
            html.element(.div, .class("grid")) {
                view.positionFigure(page.positions, filters: filter)
                if page.facet != .mechanism { view.facetFigure(page.mechanisms, filters: filter) }
                if page.facet != .theme { view.facetFigure(page.themes, filters: filter) }
                if page.facet != .person { view.facetFigure(page.persons, filters: filter) }
                if page.facet != .sdg { view.facetFigure(page.goals, filters: filter) }
                if page.facet == .sdg { view.facetFigure(page.targets, filters: filter) }
                view.yearFigure(page.years, filters: filter)
            }
        }
        if page.facet != .region, page.facet != .group { map() }
        view.section("newest", view.say("topic.newest")) {
            view.records(Array(page.newest.items.prefix(5)))
            html.element(.p, .class("hint")) {
                view.link(view.searchAddress(filter), view.say("topic.all", ["count": .number(page.total)]))
            }
        }
    }

    /// The share of each State's records that are about this; the base is all its records.
    private func map() {
        var shares: [StateCode: MapTile] = [:]
        for base in page.statesBase.values where base.count > 0 {
            let state = StateCode(base.value)
            shares[state] = MapTile(state: state, part: page.states.count(of: base.value), whole: base.count)
        }
        guard !shares.isEmpty else { return }
        view.section("world", view.say("topic.map"), view.say("topic.mapText")) {
            let rows = view.stateNames(Array(shares.keys)).map { state in
                (
                    label: state.name,
                    address: String?.none,
                    values: [shares[state.code]?.part, shares[state.code]?.whole]
                )
            }
            let table = Figure.FigureTable(
                columns: [view.facetName(.state), view.say("topic.aboutThis"), view.say("column.total")], rows: rows)
            let figure = Figure(
                title: view.say("topic.mapFigure", ["topic": .text(view.valueName(page.facet, page.value))]),
                caption: view.say("topic.mapCaption"), table: table)
            view.figure(figure) { view.tileMap(shares, label: figure.title) }
        }
    }
}
