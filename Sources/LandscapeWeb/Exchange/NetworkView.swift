import Domain
import Frame
import Landscape
import Locales
import Markup

/// Who works with whom, as a picture and as its table.
struct NetworkView {
    let place: GapPlace
    let found: Exchanges

    static func answer(_ exchange: Exchange, _ landscape: Landscape) async throws(WebError) -> Answer {
        let place = GapPlace(exchange)
        let content = NetworkView(place: place, found: try await ExchangeView.read(place, landscape))
        let view = place.view
        var head = PageHead(
            title: view.say("network.title"), summary: view.say("network.lead"), section: .cooperation, isWide: true)
        head.crumbs = [
            (view.address("/cooperation"), view.say("gap.world.title")),
            (view.address("/cooperation/exchange"), view.say("exchange.title")),
        ]
        return await view.page(head) { content.write() }
    }

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }
    private var network: ExchangeNetwork { found.network }

    private func write() {
        view.pageHead(kicker: place.words(found.scope), view.say("network.title"), lead: view.say("network.lead"))
        GapFilterForm(
            place: place, path: "/cooperation/network", scope: found.scope, fields: [.state, .theme, .group]
        ).write()
        guard !network.lines.isEmpty else {
            view.empty(view.say("exchange.none.title")) {
                html.element(.p, text: view.say("exchange.none.text"))
            }
            return
        }
        html.element(.figure, .class("figure wide")) {
            html.element(.figcaption) {
                html.element(.h2, text: view.say("network.figure"))
                html.element(.p, text: view.say("network.caption"))
            }
            NetworkPicture(place: place, network: network).write()
            if network.left > 0 {
                html.element(.p, .class("hint"), text: view.say("network.left", ["count": .number(network.left)]))
            }
            html.element(.p, .class("source"), text: view.say("gap.source"))
        }
        view.section("lines", view.say("network.table")) { table() }
    }

    private func table() {
        view.table(view.say("network.table")) {
            view.headRow([
                (view.say("network.one"), false), (view.say("network.other"), false),
                (view.say("network.what"), false), (view.say("gap.column.programmes"), true),
            ])
            html.element(.tbody) {
                for line in network.lines { html.element(.tr) { row(line) } }
            }
        }
    }

    private func row(_ line: ExchangeNetwork.Line) {
        html.element(.th, .scope("row"), .dir("auto"), text: place.name(line.from))
        html.element(.td, .dir("auto"), text: place.name(line.to))
        html.element(.td, text: view.say(Self.what(line)))
        html.element(.td, .class("n")) { view.link(address(line), view.number(line.programmes)) }
    }

    private static func what(_ line: ExchangeNetwork.Line) -> String {
        switch (line.from, line.to) {
        case (.giver, .worker): "network.what.funds"
        case (.giver, _): "network.what.fundsFor"
        default: "network.what.worksFor"
        }
    }

    private func address(_ line: ExchangeNetwork.Line) -> String {
        var scope = found.scope
        var more: [(String, String)] = []
        if case .giver(let giver) = line.from { more.append(("giver", giver.key)) }
        if case .worker(let worker) = line.from { more.append(("worker", worker.key)) }
        if case .worker(let worker) = line.to { more.append(("worker", worker.key)) }
        if case .state(let state) = line.to {
            (scope.state, scope.group) = (state, nil)
            // Where somebody carries a programme out, the line goes there.
            if case .giver = line.from { more.append(("worker", GapRowFilter.nobody)) }
        }
        return place.rows(.programmes, scope, more)
    }
}

extension GapPlace {
    func name(_ node: ExchangeNetwork.Node) -> String {
        switch node {
        case .giver(let organisation), .worker(let organisation): organisation.shown
        case .state(let state): view.stateName(state)
        }
    }

    func address(_ node: ExchangeNetwork.Node) -> String {
        switch node {
        case .giver(let organisation), .worker(let organisation):
            view.address("/cooperation/organizations", [("key", organisation.key)])
        case .state(let state): self.state(state)
        }
    }
}
