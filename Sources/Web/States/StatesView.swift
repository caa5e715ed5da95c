import Domain
import Frame
import Locales
import Markup
import Operations

/// All States of the record, on the map and by region. In alphabetical order: nothing here ranks States.
struct StatesView {
    let view: View
    let overview: Overview

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let view = View(exchange)
        let page = StatesView(view: view, overview: try await exchange.site.overview())
        return await view.page(PageHead(title: view.say("states.title"), section: .states)) { page.write() }
    }

    private func write() {
        view.pageHead(
            view.say("states.title"), lead: view.say("states.lead", ["count": .number(overview.states.values.count)]))
        WorldMap(view: view, overview: overview, level: 2).write()
        for region in regions { list(region) }
    }

    private struct Region {
        var code: String?
        var states: [(code: StateCode, name: String)]
    }

    private var regions: [Region] {
        var byRegion: [String?: [StateCode]] = [:]
        for value in overview.states.values {
            byRegion[view.names.parent(.state, value.value), default: []].append(StateCode(value.value))
        }
        let order = view.names.codes(.region)
        func rank(_ code: String?) -> Int { code.flatMap { order.firstIndex(of: $0) } ?? order.count }
        return byRegion.map { Region(code: $0.key, states: view.stateNames($0.value)) }
            .sorted { (rank($0.code), $0.code ?? "") < (rank($1.code), $1.code ?? "") }
    }

    private func list(_ region: Region) {
        let title = region.code.map { view.name(.region, $0) } ?? view.say("states.others")
        view.section("region-\(region.code ?? "other")", title) {
            view.html.element(.ul, .class("columns")) {
                for state in region.states {
                    view.html.element(.li) {
                        view.link(view.stateAddress(state.code), state.name)
                        view.html.element(
                            .span, .class("count"), text: view.number(overview.states.count(of: state.code.rawValue)))
                    }
                }
            }
            if let code = region.code {
                view.html.element(.p, .class("hint")) {
                    view.link(view.topicAddress(.region, code), view.say("states.region", ["region": .text(title)]))
                }
            }
        }
    }
}
