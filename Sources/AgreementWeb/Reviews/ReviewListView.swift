import Agreements
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// Agreements whose reviews somebody takes part in.
enum ReviewListView {
    static func answer(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let invited = try await visit.run { () throws(WorkspaceError) in
            try await agreements.invitations(visit.member)
        }
        let own =
            visit.may(.seeCooperation)
            ? try await visit.run { () throws(WorkspaceError) in try await agreements.all(visit.member) }
                .filter { $0.agreement.current != nil } : []
        let records = own + invited.filter { one in !own.contains { $0.agreement.id == one.agreement.id } }
        let view = View(visit)
        let head = PageHead(title: view.say("review.title"), place: .agreements)
        return await view.page(head) {
            view.pageHead(view.say("review.title"), lead: view.say("review.lead"))
            view.agreementPlaces(visit, "/agreements/reviews")
            guard !records.isEmpty else {
                view.empty(view.say("review.none")) { view.html.element(.p, text: view.say("review.noneText")) }
                return
            }
            table(records, view, visit)
        }
    }

    private static func table(_ records: [AgreementRecord], _ view: View, _ visit: Visit) {
        let today = CalendarDate(visit.exchange.site.clock.instant)
        view.table(view.say("review.title")) {
            view.headRow(
                ["agreement.one", "cooperation.status", "review.next"].map { (view.say($0), false) })
            view.html.element(.tbody) {
                for record in records {
                    let next = record.shown.terms.reviewDays.first { day in today.map { $0 <= day } ?? true }
                    view.html.element(.tr) {
                        view.html.element(.th, .scope("row")) {
                            view.html.element(
                                .a, .href(view.address(visit.path("/agreements/\(record.agreement.id)/reviews"))),
                                .lang(record.shown.terms.language.rawValue), .dir("auto"),
                                text: record.shown.terms.title)
                        }
                        view.html.element(
                            .td, text: view.say("agreementStatus.\(record.agreement.status.rawValue)"))
                        view.html.element(
                            .td, text: next.map { view.date($0) } ?? view.say("review.noNext"))
                    }
                }
            }
        }
    }
}
