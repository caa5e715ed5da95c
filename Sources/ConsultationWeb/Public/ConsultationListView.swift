import Consultations
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// Consultations and seminars that everybody may read.
enum ConsultationListView {
    private static let pageSize = 30

    static func page(
        _ exchange: Exchange, _ consultations: Consultations, limit: Int = pageSize, after: ConsultationID? = nil
    ) async throws(WebError) -> ConsultationPage {
        let state = exchange.query.first("state").flatMap { $0.isEmpty ? nil : StateCode($0) }
        let asked = after ?? exchange.query.first("after").flatMap { ConsultationID($0) }
        return try await WebError.running { () throws(WorkspaceError) in
            try await consultations.published(state: state, after: asked, limit: limit)
        }
    }

    static func answer(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let page = try await page(exchange, consultations)
        let view = View(exchange)
        let html = view.html
        let today = consultations.today
        let state = exchange.query.first("state").flatMap { $0.isEmpty ? nil : $0 }
        let following = Following(
            "consultations", feed: "/consultations.atom", state.map { [("state", $0)] } ?? [])
        var head = PageHead(title: view.say("consultation.title"), summary: view.say("consultation.lead"))
        head.feeds = [following.address(view)]
        return await view.page(head) {
            view.pageHead(view.say("consultation.title"), lead: view.say("consultation.lead"))
            following.write(view)
            html.element(.p, .class("hint")) {
                view.link(view.address("/consultations.csv"), view.say("consultation.csv"))
                html.text(" · ")
                view.link(view.address("/consultations/receipt"), view.say("consultation.receipt.have"))
            }
            if page.consultations.isEmpty {
                view.empty(view.say("consultation.none")) {
                    html.element(.p, text: view.say("consultation.noneText"))
                }
            } else {
                html.element(.ul, .class("practices")) {
                    for entry in page.consultations { html.element(.li) { self.entry(entry, today, view) } }
                }
            }
            if let next = page.next { view.pager(next: next.description) }
        }
    }

    private static func entry(
        _ entry: (consultation: Consultation, host: ConsultationHost), _ today: CalendarDate, _ view: View
    ) {
        let (value, html) = (entry.consultation, view.html)
        html.element(.p, .class("kicker")) {
            html.text(view.consultationKind(value.content.kind))
            html.text(" · ")
            html.text(view.consultationStanding(value, today))
        }
        html.element(.h2, .class("entry-title")) {
            html.element(
                .a, .href(view.address("/consultations/\(value.id)")), .lang(value.content.language.rawValue),
                .dir("auto"), text: value.content.title)
        }
        html.element(.p, .class("hint")) {
            html.element(.bdi, text: entry.host.name)
            html.text(" · ")
            html.text(view.consultationDays(value.content))
        }
    }
}
