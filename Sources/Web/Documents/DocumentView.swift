import Domain
import Frame
import Locales
import Markup
import Operations

/// One document: what it is, what it holds in numbers, and its recommendations in its own order.
struct DocumentView {
    let view: View
    let page: DocumentPage

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        guard let id = DocumentID(exchange.value("id")) else { throw .notFound }
        let page: DocumentPage
        do {
            page = try await exchange.site.library.document(
                id, language: exchange.language, after: exchange.query.first("after").flatMap { SearchCursor($0) })
        } catch {
            throw WebError(error)
        }
        let view = View(exchange)
        let content = DocumentView(view: view, page: page)
        var head = PageHead(title: view.documentName(page.document), section: .documents)
        head.crumbs = [(view.address("/documents"), view.say("nav.documents"))]
        if let state = page.document.state { head.crumbs.append((view.stateAddress(state), view.stateName(state))) }
        return await view.page(head) { content.write() }
    }

    private var html: HTMLWriter { view.html }
    private var filter: [(Facet, String)] { [(.document, page.document.id.description)] }

    private func write() {
        view.pageHead(
            kicker: view.name(.mechanism, page.document.mechanism.rawValue), view.documentName(page.document),
            lead: page.document.symbol == nil ? nil : page.document.title)
        facts()
        view.section("numbers", view.say("document.numbers")) {
            html.element(.div, .class("grid")) {
                view.positionFigure(page.positions, filters: filter)
                view.facetFigure(page.themes, filters: filter)
                view.facetFigure(page.recommending, filters: filter)
                view.facetFigure(page.persons, filters: filter)
            }
        }
        if !page.files.isEmpty { DocumentFiles(view: view, files: page.files).write() }
        view.section("recommendations", view.say("document.recommendations", ["count": .number(page.total)])) {
            view.records(page.recommendations.items)
            if let next = page.recommendations.next {
                html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
                    let address = view.address("/documents/\(page.document.id)", [("after", next.text)])
                    html.element(.a, .href(address + "#recommendations"), .rel("next"), text: view.say("pager.next"))
                }
            }
            html.element(.p, .class("hint")) {
                view.link(view.searchAddress(filter), view.say("document.searchIn"))
            }
        }
    }

    private func facts() {
        html.element(.dl, .class("facts-list read")) {
            if let state = page.document.state { view.fact(view.facetName(.state)) { view.stateLink(state) } }
            view.fact(view.facetName(.mechanism)) {
                let code = page.document.mechanism.rawValue
                view.link(view.topicAddress(.mechanism, code), view.name(.mechanism, code))
            }
            if let date = page.document.published {
                view.fact(view.say("record.published")) {
                    html.element(.time, .datetime(date.description), text: view.date(date))
                }
            }
            if let cycle = page.document.cycle { view.fact(view.facetName(.cycle)) { html.text(String(cycle)) } }
            if let session = page.document.session {
                view.fact(view.facetName(.session)) { html.text(String(session)) }
            }
            view.fact(view.say("column.recommendations")) {
                view.link(view.searchAddress(filter), view.number(page.total))
            }
            if let address = page.document.address {
                view.fact(view.say("record.official")) {
                    html.element(.a, .href(address), .rel("external"), text: view.say("record.readOfficial"))
                }
            }
        }
    }
}
