import Domain
import Drafting
import Frame
import Locales
import Markup

/// The workspace's reports, newest first.
struct ReportListView {
    let view: View
    let visit: Visit
    let reports: [ReportSummary]

    static func answer(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let reports = try await visit.run { () throws(WorkspaceError) in try await drafting.all(visit.member) }
        let view = View(visit)
        let content = ReportListView(view: view, visit: visit, reports: reports)
        return await view.page(PageHead(title: view.say("report.title.list"), place: .reports, isWide: true)) {
            content.write()
        }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(kicker: visit.workspace.name, view.say("report.title.list"), lead: view.say("report.list.lead"))
        view.reportSaid()
        if visit.may(.writeReports) {
            html.element(.p, .class("actions")) {
                html.element(
                    .a, .class("button"), .href(view.address(visit.path("/reports/new"))), text: view.say("report.new"))
            }
        }
        guard !reports.isEmpty else {
            view.empty(view.say("report.none")) { html.element(.p, text: view.say("report.none.hint")) }
            return
        }
        let seesAll = visit.member.reach(.seeReports) == .all
        view.table(view.say("report.title.list")) {
            view.headRow(
                [
                    (view.say("report.field.title"), false), (view.say("report.field.kind"), false),
                    (view.say("report.field.status"), false), (view.say("report.field.due"), false),
                ] + (seesAll ? [(view.say("report.field.words"), false)] : []))
            html.element(.tbody) { for summary in reports { html.element(.tr) { row(summary, seesAll) } } }
        }
    }

    private func row(_ summary: ReportSummary, _ seesAll: Bool) {
        let report = summary.report
        html.element(.th, .scope("row")) {
            html.element(
                .a, .href(view.address(visit.path("/reports/\(report.id)"))), .lang(report.language.rawValue),
                .dir("auto"), text: report.title)
        }
        html.element(.td, text: view.kind(report.kind))
        html.element(.td, text: view.status(report.status))
        html.element(.td, text: report.due.map { view.date($0) } ?? view.say("report.noDue"))
        if seesAll { html.element(.td) { view.length(summary.words, of: summary.wordsMax) } }
    }
}
