import Domain
import Frame
import Locales
import Markup
import Operations

/// The documents of the record, newest first.
struct DocumentsView {
    private static let limit = 50

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        func asked(_ name: String) -> String? { exchange.query.first(name).flatMap { $0.isEmpty ? nil : $0 } }
        let (mechanism, state) = (asked("mechanism"), asked("state"))
        let documents: [DocumentSummary]
        do {
            documents = try await exchange.site.library.documents(
                mechanism: mechanism.map { MechanismCode($0) }, state: state.map { StateCode($0) },
                after: asked("after").flatMap { DocumentID($0) }, limit: limit)
        } catch {
            throw WebError(error)
        }
        let view = View(exchange)
        return await view.page(PageHead(title: view.say("documents.title"), section: .documents)) {
            view.pageHead(view.say("documents.title"), lead: view.say("documents.lead"))
            chips(view, mechanism, state)
            if documents.isEmpty {
                view.empty(view.say("documents.nothing")) {
                    view.html.element(.p) { view.link(view.address("/documents"), view.say("documents.showAll")) }
                }
            } else {
                view.documentTable(documents, showsState: true)
            }
            pager(view, documents, mechanism, state)
        }
    }

    private static func chips(_ view: View, _ mechanism: String?, _ state: String?) {
        let chosen = [(Facet.mechanism, mechanism), (Facet.state, state)].compactMap { pair in
            pair.1.map { (pair.0, $0) }
        }
        guard !chosen.isEmpty else { return }
        view.html.element(.ul, .class("chips hint"), .label(view.say("search.chosen"))) {
            for (facet, value) in chosen {
                let rest = chosen.filter { $0.0 != facet }.map { ($0.0.rawValue, $0.1) }
                let name = view.valueName(facet, value)
                view.html.element(.li) {
                    view.html.element(
                        .a, .class("chip on"), .href(view.address("/documents", rest)),
                        .label(
                            view.say("search.remove", ["facet": .text(view.facetName(facet)), "value": .text(name)])),
                        text: name)
                }
            }
        }
    }

    private static func pager(_ view: View, _ documents: [DocumentSummary], _ mechanism: String?, _ state: String?) {
        guard documents.count == limit, let last = documents.last else { return }
        var items = [("mechanism", mechanism), ("state", state)].compactMap { pair in pair.1.map { (pair.0, $0) } }
        items.append(("after", last.document.id.description))
        view.html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            view.html.element(.a, .href(view.address("/documents", items)), .rel("next"), text: view.say("pager.next"))
        }
    }
}
