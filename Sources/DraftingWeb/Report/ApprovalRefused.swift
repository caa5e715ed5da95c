import Domain
import Drafting
import Frame
import Locales
import Markup

/// Why a report is not approved yet: its sentences that claim more than their sources, and the form again, which asks for a reason.
enum ApprovalRefused {
    static func answer(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        let (page, claims) = try await visit.run { () throws(WorkspaceError) in
            let page = try await drafting.page(id, visit.member)
            return (page, try await drafting.claims(of: page, visit.member))
        }
        let (view, report) = (View(visit), page.report)
        let title = view.say("report.claims.refused")
        return await view.page(view.reportHead(report, visit, title), status: 400) {
            view.pageHead(kicker: report.title, title, lead: view.say("report.claims.refusedLead"))
            view.section("claims", view.say("report.claims"), view.say("report.claims.lead")) {
                ClaimList(view: view, visit: visit, report: report).write(claims)
            }
            view.section("approve", view.say("report.move.approved")) {
                view.workForm(view.address(visit.path("/reports/\(id)/status")), version: report.version) {
                    view.hiddenField("status", ReportStatus.approved.rawValue)
                    view.html.element(
                        .p, .class("notice"),
                        text: view.say("report.claims.approving", ["count": .number(claims.count)]))
                    view.textField("reason", view.say("report.field.reason"), "", most: 2_000)
                    view.html.element(.p) { view.submitButton(view.say("report.move.approved")) }
                }
            }
        }
    }
}
