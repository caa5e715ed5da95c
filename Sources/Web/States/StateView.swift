import Domain
import Frame
import Locales
import Markup
import Operations
import Reference

/// A State's page: its record in numbers, its reviews, its treaties, its documents.
struct StateView {
    let view: View
    let page: StatePage
    /// How many issues; 0 where they are still to be made.
    let issues: Int
    let asides: [RecordAside]

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let page: StatePage
        let issues: Int
        do {
            page = try await exchange.site.library.state(StateCode(exchange.value("code")))
            issues = page.total > 0 ? try await exchange.site.issues.list(page.state, patience: .zero).issues : 0
        } catch {
            throw WebError(error)
        }
        let asides = try await exchange.recordAsides(of: .state(page.state))
        let view = View(exchange)
        let content = StateView(view: view, page: page, issues: issues, asides: asides)
        var head = PageHead(title: view.stateName(page.state), section: .states)
        head.crumbs = [(view.address("/states"), view.say("nav.states"))]
        head.feeds = view.feeds(of: .state(page.state))
        return await view.page(head) { content.write() }
    }

    private var html: HTMLWriter { view.html }
    private var filter: [(Facet, String)] { [(.state, page.state.rawValue)] }

    private func write() {
        let region = view.names.parent(.state, page.state.rawValue)
        view.pageHead(kicker: region.map { view.name(.region, $0) }, view.stateName(page.state))
        view.numbers([
            (page.total, "received", view.searchAddress(filter)),
            (
                page.made, "made",
                page.made > 0 ? view.searchAddress([(.recommending, page.state.rawValue)]) : nil
            ),
            (
                page.documents.count, "documents",
                view.address("/documents", [("state", page.state.rawValue)])
            ),
            (page.mechanisms.values.count, "mechanisms", nil),
        ])
        guard page.total > 0 else {
            view.empty(view.say("state.empty.title")) { html.element(.p, text: view.say("state.empty.text")) }
            for aside in asides { aside.write(view) }
            return
        }
        reviews()
        view.section("issues", view.say("state.issues"), view.say("state.issuesText")) {
            html.element(.p) {
                view.link(
                    view.issuesAddress(page.state),
                    issues > 0 ? view.say("state.issuesLink", ["count": .number(issues)]) : view.say("state.issuesOpen")
                )
            }
        }
        view.section("record", view.say("state.record")) {
            html.element(.div, .class("grid")) {
                view.dotTimeline(page.mechanismsByYear, state: page.state)
                view.facetFigure(page.themes, filters: filter)
                view.facetFigure(page.mechanisms, filters: filter)
                view.facetFigure(page.persons, filters: filter)
                view.facetFigure(page.goals, filters: filter)
            }
        }
        treaties()
        for aside in asides { aside.write(view) }
        documents()
        html.element(.p, .class("hint")) {
            view.link(
                view.address("/compare", [("state", page.state.rawValue)]),
                view.say("state.compare", ["state": .text(view.stateName(page.state))]))
        }
    }

    /// The reviews of the UPR, a row for each cycle: positions as a bar, and the numbers behind it.
    private func reviews() {
        let cycles = Set(page.positionsByCycle.counts.keys.map(\.row)).sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
        guard !cycles.isEmpty else { return }
        view.section("reviews", view.say("state.reviews"), view.say("state.reviewsText")) {
            view.table(view.say("state.reviews")) {
                view.headRow(
                    [(view.facetName(.cycle), false), (view.say("state.positions"), false)]
                        + View.positionOrder.map { (view.say("position.\($0.rawValue)"), true) }
                        + [(view.say("column.total"), true)])
                html.element(.tbody) { for cycle in cycles { review(cycle) } }
            }
        }
    }

    private func review(_ cycle: String) {
        let counts = View.positionOrder.map { page.positionsByCycle.count(cycle, $0.rawValue) }
        let total = counts.reduce(0, +)
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                view.link(
                    view.searchAddress(filter + [(.cycle, cycle)]),
                    view.valueName(.cycle, cycle))
            }
            html.element(.td, .class("m")) {
                let shares = zip(View.positionOrder, counts).map { ($0, Double($1) / Double(max(1, total))) }
                view.stack(shares.map { (position: $0.0, share: $0.1) }, "stack")
            }
            for (position, count) in zip(View.positionOrder, counts) {
                html.element(.td, .class("n")) {
                    if count > 0 {
                        let address = view.searchAddress(filter + [(.cycle, cycle), (.position, position.rawValue)])
                        view.link(address, view.number(count))
                    } else {
                        html.text(view.number(0))
                    }
                }
            }
            html.element(.td, .class("n"), text: view.number(total))
        }
    }

    private func treaties() {
        let reference = view.names.reference
        let rows = reference.treaties.map { ($0, reference.status(of: page.state, treaty: $0.code)) }
        view.section("treaties", view.say("state.treaties"), view.say("state.treatiesText")) {
            guard rows.contains(where: { $0.1 != .notLoaded }) else {
                html.element(.p, text: view.say("state.treatiesNotLoaded"))
                return
            }
            view.table(view.say("state.treaties")) {
                view.headRow([
                    (view.say("treaty.name"), false), (view.say("treaty.status"), false),
                    (view.say("treaty.since"), true),
                    (view.say("treaty.reservations"), false),
                ])
                html.element(.tbody) { for (treaty, status) in rows { self.treaty(treaty, status) } }
            }
        }
    }

    private func treaty(_ treaty: TreatyFacts, _ status: TreatyStatus) {
        let (name, year): (String, Int?) =
            switch status {
            case .party(let year): ("party", year)
            case .signatory: ("signatory", nil)
            case .noAction: ("none", nil)
            case .notLoaded: ("notLoaded", nil)
            }
        html.element(.tr) {
            html.element(.th, .scope("row"), text: treaty.names[view.exchange.language])
            html.element(.td, .class(name == "notLoaded" ? "none" : ""), text: view.say("treaty.\(name)"))
            html.element(.td, .class("n"), text: year.map { String($0) } ?? "–")
            html.element(.td, .class("none"), text: view.say("treaty.notLoaded"))
        }
    }

    private func documents() {
        guard !page.documents.isEmpty else { return }
        view.section("documents", view.say("documents.title")) {
            view.documentTable(Array(page.documents.prefix(20)), showsState: false)
            if page.documents.count > 20 {
                html.element(.p, .class("hint")) {
                    view.link(
                        view.address("/documents", [("state", page.state.rawValue)]),
                        view.say("documents.all", ["count": .number(page.documents.count)]))
                }
            }
        }
    }
}
