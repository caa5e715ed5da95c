import Domain
import Frame
import Locales
import Markup
import Operations
import WorkspaceSearch

/// The page of a workspace's search: box, kinds and institutions to narrow by, what was found.
struct FoundView {
    let view: View
    let visit: Visit
    let question: FindQuestion
    let found: FoundPage
    let limits: WorkspaceSearch.Limits

    static func answer(_ visit: Visit, _ search: WorkspaceSearch) async throws(WebError) -> Answer {
        let question = FindQuestion(visit)
        let found = try await visit.run { () throws(WorkspaceError) in try await search.find(question, visit.member) }
        let view = View(visit)
        let title =
            question.query.isEmpty
            ? view.say("spaceSearch.title") : view.say("search.titleFor", ["query": .text(question.query)])
        let page = FoundView(view: view, visit: visit, question: question, found: found, limits: search.limits)
        return await view.page(PageHead(title: title, place: .search)) { page.write() }
    }

    private var html: HTMLWriter { view.html }
    private var isAsked: Bool { !found.understood.isEmpty || question.query.contains { $0.isLetter || $0.isNumber } }

    private func write() {
        view.pageHead(kicker: visit.workspace.name, view.say("spaceSearch.title"), lead: view.say("spaceSearch.lead"))
        box()
        view.understood(found.understood, onlyExclusions: "spaceSearch.onlyExclusions")
        if found.isCut {
            html.element(
                .p, .class("notice"), .role("status"),
                text: view.say("spaceSearch.cut", ["count": .number(limits.textsMax)]))
        }
        guard isAsked else { return beginning() }
        let hasFacets = !found.kinds.isEmpty || !found.institutions.isEmpty
        html.element(.div, .class(hasFacets ? "search" : "search alone")) {
            html.element(.div, .class("results")) { results() }
            if hasFacets { FoundFacets(view: view, visit: visit, question: question, found: found).write() }
        }
    }

    private func box() {
        html.element(
            .form, .class("box"), .role("search"), .method("get"), .action(visit.path("/search")),
            .label(view.say("spaceSearch.label"))
        ) {
            html.element(.div, .class("field")) {
                html.element(.label, .class("hidden"), .for("q"), text: view.say("spaceSearch.label"))
                html.empty(
                    .input, .class("input"), .type("search"), .id("q"), .name("q"), .value(question.query),
                    .placeholder(view.say("search.placeholder")), .maxlength(SearchRequest.queryCharactersMax),
                    .autocomplete("off"), .dir("auto"))
            }
            for item in question.items where item.name != "q" {
                html.empty(.input, .type("hidden"), .name(item.name), .value(item.value))
            }
            if view.exchange.isLanguageAsked {
                html.empty(.input, .type("hidden"), .name("lang"), .value(view.words.tag))
            }
            html.element(.button, .class("button"), .type("submit"), text: view.say("search.button"))
        }
    }

    /// Nothing was asked yet: what can be found.
    private func beginning() {
        view.empty(view.say("spaceSearch.begin.title")) {
            html.element(.p, text: view.say("spaceSearch.begin.text"))
            html.element(.ul, .class("chips")) {
                for kind in WorkspaceSearch.kinds(visit.member) {
                    html.element(.li) { html.element(.span, .class("chip"), text: view.foundKind(kind)) }
                }
            }
        }
    }

    private func results() {
        let key = found.total.isMore ? "spaceSearch.totalMore" : "spaceSearch.total"
        html.element(.div, .class("bar-line")) {
            html.element(.h2, .id("results"), text: view.say(key, ["count": .number(found.total.count)]))
            if !found.texts.isEmpty {
                html.element(.ul) {
                    html.element(.li, .class("to-facets")) { view.link("#facets", view.say("search.toFacets")) }
                }
            }
        }
        if found.texts.isEmpty { return nothing() }
        html.element(.ol, .class("found")) { for text in found.texts { item(text) } }
        pager()
    }

    private func item(_ text: FoundText) {
        html.element(.li) {
            html.element(.p, .class("fine")) {
                html.element(.span, .class("of"), text: view.foundKind(text.kind))
                if let name = text.institution.flatMap({ found.names[$0] }) {
                    html.text(" · ")
                    html.element(.span, .dir("auto"), text: name)
                }
                if let day = text.day { html.text(" · " + view.date(day)) }
            }
            html.element(.h3) {
                html.element(.a, .href(view.address(visit.path(text.place))), .dir("auto"), .lang(text.language)) {
                    if text.title.isEmpty { html.text(view.foundKind(text.kind)) } else { view.pieces(text.title) }
                }
            }
            if !text.excerpt.isEmpty {
                html.element(.p, .dir("auto"), .lang(text.language)) { view.pieces(text.excerpt) }
            }
        }
    }

    private func nothing() {
        view.empty(view.say("search.nothing.title")) {
            html.element(.p, text: view.say("spaceSearch.nothing.text"))
            html.element(.ul) {
                if !question.kinds.isEmpty || question.institution != nil {
                    html.element(.li) {
                        view.link(
                            view.address(visit.path("/search"), [("q", question.query)]),
                            view.say("search.nothing.filters"))
                    }
                }
                html.element(.li, text: view.say("search.nothing.prefix"))
                html.element(.li) {
                    view.link(view.address("/search", [("q", question.query)]), view.say("spaceSearch.nothing.record"))
                }
            }
        }
    }

    private func pager() {
        guard question.after != nil || found.next != nil else { return }
        html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            if question.after != nil {
                view.link(view.address(visit.path("/search"), question.items), view.say("pager.first"))
            }
            if let next = found.next {
                html.element(
                    .a, .href(view.address(visit.path("/search"), question.items + [("after", next.text)])),
                    .rel("next"), text: view.say("pager.next"))
            }
        }
    }
}

extension View {
    func foundKind(_ kind: FoundKind) -> String { say("spaceSearch.kind.\(kind.rawValue)") }
}
