import Domain
import Frame
import Locales
import Markup
import Operations

/// How often something was recommended, by whom, in which cycles, and what became of it: for any question that search takes.
struct RepeatsView {
    let view: View
    let question: Question
    let repeats: Repeats
    /// First State of the page.
    let first: Int

    static let from = Parameter(name: "from", form: .integer(0...10_000), summary: "First State of the page.")

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let question = try Question(exchange, facets: [])
        let repeats: Repeats
        do { repeats = try await exchange.site.issues.repeats(question.request) } catch { throw WebError(error) }
        let view = View(exchange)
        let first = exchange.query.first("from").flatMap { Int($0) } ?? 0
        let page = RepeatsView(view: view, question: question, repeats: repeats, first: first)
        let query = question.request.query
        let title =
            query.isEmpty ? view.say("repeats.title") : view.say("repeats.titleFor", ["query": .text(query)])
        var head = PageHead(title: title, section: .search)
        head.crumbs = [(view.address("/search", question.items), view.say("nav.search"))]
        return await view.page(head) { page.write() }
    }

    private var html: HTMLWriter { view.html }

    /// The search for the same with one more filter.
    private func search(_ facet: Facet, _ value: String) -> String {
        view.address(
            "/search", question.items.filter { $0.0 != "sort" && $0.0 != facet.rawValue } + [(facet.rawValue, value)])
    }

    private func write() {
        view.pageHead(view.say("repeats.title"), lead: view.say("repeats.lead"))
        asked()
        guard repeats.total > 0 else {
            view.empty(view.say("search.nothing.title")) {
                html.element(.p) {
                    view.link(view.address("/search", question.items), view.say("repeats.back"))
                }
            }
            return
        }
        view.numbers([
            (repeats.total, "recommendations", view.address("/search", question.items)),
            (repeats.statesTotal, "receivingStates", nil),
            (repeats.recommending.values.count, "askingStates", nil),
            (repeats.cycles.count, "cycles", nil),
        ])
        cycles()
        RepeatsOutcome(view: view, repeats: repeats).write()
        askers()
        RepeatStates(view: view, question: question, repeats: repeats, first: first, search: search).write()
    }

    /// What was asked, with the way back to change it.
    private func asked() {
        html.element(.ul, .class("chips"), .label(view.say("search.chosen"))) {
            if !question.request.query.isEmpty {
                html.element(.li) { html.element(.bdi, .class("chip"), text: question.request.query) }
            }
            for (facet, value) in question.chosen {
                html.element(.li) {
                    html.element(.span, .class("chip")) {
                        html.element(.span, .class("of"), text: view.facetName(facet))
                        html.element(.span, text: view.valueName(facet, value))
                    }
                }
            }
            if question.request.query.isEmpty, question.chosen.isEmpty {
                html.element(.li) { html.element(.span, .class("chip"), text: view.say("search.nothing.all")) }
            }
            html.element(.li) { view.link(view.address("/search", question.items), view.say("repeats.change")) }
        }
    }

    private func cycles() {
        view.section("cycles", view.say("repeats.cycles"), view.say("repeats.cyclesText")) {
            if repeats.cycles.isEmpty {
                html.element(.p, text: view.say("repeats.noCycles"))
            } else {
                picture()
                cycleTable()
            }
            view.yearFigure(repeats.years) { search(.year, String($0)) }
        }
    }

    private func picture() {
        let most = repeats.cycles.map(\.positions.total).max() ?? 1
        let table = Figure.FigureTable(
            columns: [view.facetName(.cycle), view.say("column.recommendations")]
                + View.positionOrder.map { view.say("position.\($0.rawValue)") },
            rows: repeats.cycles.map { cycle in
                (
                    view.valueName(.cycle, String(cycle.cycle)), nil,
                    [cycle.total] + View.positionOrder.map { .some(cycle.positions[$0]) }
                )
            })
        let title = view.say("repeats.figure", ["count": .number(repeats.cycles.count)])
        view.figure(
            Figure(title: title, caption: view.say("repeats.figureCaption"), isWide: true, table: table)
        ) {
            html.element(.ol, .class("occasions")) {
                for cycle in repeats.cycles {
                    html.element(.li) {
                        html.element(.span, .class("year")) {
                            view.link(
                                search(.cycle, String(cycle.cycle)), view.valueName(.cycle, String(cycle.cycle)))
                        }
                        view.tallyBar(cycle.positions, of: most)
                        html.element(.span, .class("value"), text: view.number(cycle.total))
                    }
                }
            }
            view.positionKey()
        }
    }

    private func cycleTable() {
        view.table(view.say("repeats.cycles"), style: "repeats-table") {
            view.headRow([
                (view.facetName(.cycle), false), (view.say("column.recommendations"), true),
                (view.say("repeats.got"), true), (view.say("repeats.asked"), true),
                (view.say("issueRepeats.then"), false), (view.say("issueRepeats.now"), false),
            ])
            html.element(.tbody) {
                for cycle in repeats.cycles {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: view.valueName(.cycle, String(cycle.cycle)))
                        html.element(.td, .class("n")) {
                            view.link(search(.cycle, String(cycle.cycle)), view.number(cycle.total))
                        }
                        html.element(.td, .class("n"), text: view.number(cycle.states))
                        html.element(.td, .class("n"), text: view.number(cycle.recommending.values.count))
                        html.element(.td) { view.tallyOrNone(cycle.answered) }
                        html.element(.td) { view.tallyOrNone(cycle.positions) }
                    }
                }
            }
        }
        if repeats.examined < repeats.total {
            html.element(
                .p, .class("fine"), text: view.say("repeats.examined", ["count": .number(repeats.examined)]))
        }
    }

    /// Who recommended it, in alphabetical order: nothing here ranks States.
    private func askers() {
        let counts = repeats.recommending
        guard !counts.values.isEmpty else { return }
        view.section(
            "askers", view.say("repeats.askers", ["count": .number(counts.values.count)]),
            view.say("repeats.askersText")
        ) {
            let names = counts.values.map { (name: view.valueName(.recommending, $0.value), value: $0) }
                .sorted { Collation.key($0.name) < Collation.key($1.name) }
            if names.count <= 24 {
                list(names)
            } else {
                html.element(.details) {
                    html.element(.summary, text: view.say("repeats.askersAll", ["count": .number(names.count)]))
                    list(names)
                }
            }
        }
    }

    private func list(_ names: [(name: String, value: FacetCounts.Value)]) {
        html.element(.ul, .class("columns")) {
            for item in names {
                html.element(.li) {
                    view.link(search(.recommending, item.value.value), item.name)
                    html.element(.span, .class("count"), text: view.number(item.value.count))
                }
            }
        }
    }
}
