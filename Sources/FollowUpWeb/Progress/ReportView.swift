import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// One report: what was said, where its clearance stands, its evidence, and what people say about it.
enum ReportView {
    static func answer(
        _ plans: Plans, _ visit: Visit, _ typed: TypedForm = TypedForm()
    ) async throws(WebError) -> Answer {
        guard let id = ProgressReportID(visit.exchange.value("id")) else { throw .notFound }
        let place = try await ProgressPlace(plans, visit)
        do throws(WorkspaceError) {
            let report = try await plans.progress.report(id, visit.member)
            let title =
                try await plans.titles.of([Subject(.action, report.action.value)], visit.member).first?.value ?? ""
            let evidence = try await EvidencePart(report.subject, plans, visit)
            let comments = try await CommentsPart(report.subject, plans, visit)
            let view = View(visit)
            let head = PageHead(
                title: title, place: .progress,
                crumbs: [
                    (view.address(visit.path("/progress")), view.say("progress.title")),
                    (view.address(visit.path("/progress/actions/\(report.action)")), title),
                ])
            return await view.page(head, status: typed.troubles.isEmpty ? 200 : 400) {
                view.pageHead(kicker: view.period(of: report), title)
                view.formNotices(typed)
                content(report, place, view)
                clearance(report, place, view)
                evidence.write(view)
                comments.write(view)
            }
        } catch { throw WebError(error) }
    }

    private static func content(_ report: ProgressReport, _ place: ProgressPlace, _ view: View) {
        let html = view.html
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("field.institution")) {
                html.element(.span, .dir("auto"), text: place.name(report.institution, view))
            }
            view.fact(view.say("progress.field.claims")) {
                view.write("progress.status.\(report.content.status.rawValue)")
            }
            view.fact(view.say("progress.field.percent")) {
                if let percent = report.content.percent {
                    view.write("progress.percentShown", ["percent": .number(percent)])
                } else {
                    view.write("progress.notSaid")
                }
            }
            view.fact(view.say("progress.field.author")) {
                html.element(.bdi, text: report.author)
                html.text(" ")
                html.element(.span, .class("hint"), text: view.moment(report.made))
            }
        }
        view.section("said", view.say("progress.field.said")) {
            html.element(.p, .class("words"), .dir("auto"), text: report.content.said)
        }
        view.section("obstacle", view.say("progress.field.obstacle")) {
            html.element(
                .p, .class("words"), .dir("auto"), text: report.content.obstacle ?? view.say("progress.notSaid"))
        }
        if report.clearance.step.isOpen, mayWrite(report, place.visit),
            let starts = CalendarDate(report.starts), let ends = CalendarDate(report.ends),
            let period = ReportingPeriod(
                containing: starts, months: (ends.month ?? 12) - (starts.month ?? 1) + 1)
        {
            html.element(.p) {
                view.link(
                    view.address(
                        place.visit.path("/progress/actions/\(report.action)/report"),
                        [("period", period.code), ("institution", "\(report.institution)")]),
                    view.say("progress.edit"))
            }
        }
    }

    private static func mayWrite(_ report: ProgressReport, _ visit: Visit) -> Bool {
        switch visit.member.reach(.reportProgress) {
        case .none: false
        case .own: visit.member.institution == report.institution
        case .all: true
        }
    }

    private static func clearance(_ report: ProgressReport, _ place: ProgressPlace, _ view: View) {
        let visit = place.visit
        view.clearancePart(
            report.clearance,
            report.clearance.steps(visit.member, institution: report.institution, writing: .reportProgress),
            path: visit.path("/progress/\(report.id)/clearance"), version: report.version, needed: place.setting.needed
        ) {
            if visit.may(.clear) { view.checkbox("setsAction", view.say("progress.setsAction"), isOn: false) }
        }
        view.html.element(.p, .class("hint"), text: view.say("progress.separate"))
    }
}
