import Domain
import Frame
import Locales
import Markup
import Operations

/// The search page: box, chips, facets, results.
struct SearchView {
    let view: View
    let question: Question
    let answer: SearchPage

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let question = try Question(exchange, facets: Question.shown)
        let answer: SearchPage
        do { answer = try await exchange.site.library.search(question.request) } catch { throw WebError(error) }
        let view = View(exchange)
        let page = SearchView(view: view, question: question, answer: answer)
        let query = question.request.query
        let title = query.isEmpty ? view.say("search.title") : view.say("search.titleFor", ["query": .text(query)])
        var head = PageHead(title: title, section: .search)
        head.feeds = [view.address("/recommendations.atom", question.items)]
        return await view.page(head) { page.write() }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        html.element(.h1, .class("hidden"), text: view.say("search.title"))
        view.searchBox(query: question.request.query, isBig: false, keeping: question.besideQuery)
        syntax()
        view.understood(answer.understood, onlyExclusions: "understood.onlyExclusions")
        BesideView(view: view, question: question, answer: answer).write()
        chips()
        let hasFacets = answer.facets.contains { !$0.values.isEmpty }
        html.element(.div, .class(hasFacets ? "search" : "search alone")) {
            html.element(.div, .class("results")) { results() }
            if hasFacets { FacetList(view: view, question: question, facets: answer.facets).write() }
        }
    }

    private func results() {
        html.element(.div, .class("bar-line")) {
            html.element(.h2, .id("results"), text: view.say("search.total", ["count": .number(answer.total)]))
            html.element(.ul) {
                if !answer.items.isEmpty {
                    html.element(.li, .class("to-facets")) { view.link("#facets", view.say("search.toFacets")) }
                    sortLinks()
                    html.element(.li) { view.link(view.address("/tables", question.items), view.say("tables.link")) }
                }
            }
        }
        if answer.items.isEmpty {
            nothing()
        } else {
            view.records(answer.items)
            pager()
            exports()
        }
        following()
    }

    /// Ways to hear of what will answer this question, and to show what does.
    private func following() {
        let pages = [("/watch", "watch.follow"), ("/embed", "watch.embed")].filter {
            view.exchange.site.pages.contains($0.0)
        }
        guard !pages.isEmpty, !question.items.isEmpty else { return }
        html.element(.p, .class("hint")) {
            for (place, page) in pages.enumerated() {
                if place > 0 { html.text(" · ") }
                view.link(view.address(page.0, question.items.filter { $0.0 != "sort" }), view.say(page.1))
            }
        }
    }

    private func sortLinks() {
        for order in SortOrder.allCases where order != .relevance || !question.request.query.isEmpty {
            html.element(.li) {
                html.element(
                    .a, .href(view.address("/search", question.sorted(by: order))),
                    .current(order == question.request.sort ? "true" : nil), text: view.say("sort.\(order.rawValue)"))
            }
        }
    }

    /// How to ask, folded away under the box.
    private func syntax() {
        html.element(.details, .class("hint")) {
            html.element(.summary, text: view.say("search.how"))
            view.table(view.say("search.how")) {
                view.headRow([(view.say("syntax.write"), false), (view.say("syntax.finds"), false)])
                html.element(.tbody) {
                    for (name, example) in Self.examples {
                        html.element(.tr) {
                            html.element(.th, .scope("row")) { html.element(.code, .dir("ltr"), text: example) }
                            html.element(.td, text: view.say("syntax.\(name)"))
                        }
                    }
                }
            }
        }
    }

    private static let examples = [
        ("words", "domestic violence"), ("phrase", "\"national human rights institution\""),
        ("or", "torture OR detention"),
        ("not", "children -education"), ("prefix", "disab*"), ("parentheses", "(prison OR police) training"),
        ("facet", "position:supported cycle:3"),
    ]

    private func chips() {
        let chosen = question.chosen
        guard !chosen.isEmpty else { return }
        html.element(.ul, .class("chips hint"), .label(view.say("search.chosen"))) {
            for (facet, value) in chosen {
                let name = view.valueName(facet, value)
                html.element(.li) {
                    html.element(
                        .a, .class("chip on"), .href(view.address("/search", question.toggling(facet, value))),
                        .label(
                            view.say("search.remove", ["facet": .text(view.facetName(facet)), "value": .text(name)]))
                    ) {
                        html.element(.span, .class("of"), text: view.facetName(facet))
                        html.element(.span, text: name)
                    }
                }
            }
            html.element(.li) { view.link(view.address("/search", question.withoutFilters), view.say("search.clear")) }
        }
    }

    private func nothing() {
        view.empty(view.say("search.nothing.title")) {
            html.element(.p, text: view.say("search.nothing.text"))
            html.element(.ul) {
                if !question.chosen.isEmpty {
                    html.element(.li) {
                        view.link(view.address("/search", question.withoutFilters), view.say("search.nothing.filters"))
                    }
                }
                if let any = anyWord {
                    html.element(.li) {
                        view.link(view.address("/search", [("q", any)]), view.say("search.nothing.any"))
                    }
                }
                if question.request.query.contains("\"") {
                    let loose = question.request.query.filter { $0 != "\"" }
                    html.element(.li) {
                        view.link(view.address("/search", [("q", loose)]), view.say("search.nothing.phrase"))
                    }
                }
                html.element(.li, text: view.say("search.nothing.prefix"))
                html.element(.li) { view.link(view.address("/search"), view.say("search.nothing.all")) }
            }
        }
    }

    /// The same words as alternatives; nil where the question is a single word, or more than words.
    private var anyWord: String? {
        let words = question.request.query.split(separator: " ")
        let isPlain = !question.request.query.contains { "\"()*:-".contains($0) } && !words.contains("OR")
        return isPlain && words.count > 1 ? words.joined(separator: " OR ") : nil
    }

    private func pager() {
        html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            if question.request.after != nil {
                html.element(.a, .href(view.address("/search", question.items)), text: view.say("pager.first"))
            }
            if let next = answer.next {
                html.element(
                    .a, .href(view.address("/search", question.following(next))), .rel("next"),
                    text: view.say("pager.next"))
            }
        }
    }

    private func exports() {
        html.element(.p, .class("hint")) {
            view.link(view.address("/repeats", question.items), view.say("search.repeats"))
        }
        html.element(.p, .class("hint export")) {
            view.write("export.text", ["count": .number(min(answer.total, Export.rowsMax))])
            for form in Export.Form.allCases {
                html.text(" ")
                view.link(
                    view.address("/export/recommendations.\(form.rawValue)", question.items), form.rawValue.uppercased()
                )
            }
        }
    }
}
