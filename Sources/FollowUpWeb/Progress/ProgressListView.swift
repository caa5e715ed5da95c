import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// Reports by period, institution and step, with the steps that can be taken on many at once.
struct ProgressListView {
    static let pageSize = 50
    static let parameters = [
        ProgressPlace.periodParameter,
        Parameter(
            name: "institution", form: .number,
            summary: "The number of an institution."),
        Parameter(name: "step", form: .choice(ClearanceStep.allCases.map(\.rawValue)), summary: "A step of clearance."),
        Parameter(
            name: "after", form: .number,
            summary: "The last report of the page before."),
    ]

    let place: ProgressPlace
    let view: View
    let filter: ProgressFilter
    let reports: [ProgressReport]
    let titles: [Subject: String]

    static func answer(
        _ plans: Plans, _ visit: Visit, trouble: [WorkspaceError.Trouble] = []
    ) async throws(WebError) -> Answer {
        let place = try await ProgressPlace(plans, visit)
        let query = visit.exchange.query
        let filter = ProgressFilter(
            period: query.first("period").flatMap { ReportingPeriod($0) },
            institution: query.first("institution").flatMap { InstitutionID($0) },
            step: query.first("step").flatMap { ClearanceStep(rawValue: $0) })
        do throws(WorkspaceError) {
            let reports = try await plans.progress.reports(
                filter, after: query.first("after").flatMap { ProgressReportID($0) }, limit: pageSize + 1, visit.member)
            let titles = try await plans.titles.of(
                reports.map { Subject(.action, $0.action.value) }, visit.member)
            let page = ProgressListView(
                place: place, view: View(visit), filter: filter, reports: reports, titles: titles)
            return await page.answer(TypedForm(troubles: trouble))
        } catch { throw WebError(error) }
    }

    private var html: HTMLWriter { view.html }
    private var visit: Visit { place.visit }

    private func answer(_ typed: TypedForm) async -> Answer {
        let head = PageHead(title: view.say("progress.title"), place: .progress, isWide: true)
        return await view.page(head, status: typed.troubles.isEmpty ? 200 : 400) {
            view.pageHead(kicker: visit.workspace.name, view.say("progress.title"), lead: view.say("progress.lead"))
            view.formNotices(typed)
            if visit.may(.seeInternal) {
                html.element(.p) {
                    view.link(view.address(visit.path("/progress/missing")), view.say("progress.missing.link"))
                }
            }
            filters()
            if reports.isEmpty {
                view.empty(view.say("progress.none")) { html.element(.p, text: view.say("progress.noneHelp")) }
            } else {
                list()
            }
        }
    }

    private func filters() {
        html.element(.form, .class("fields filter-line"), .method("get"), .action(visit.path("/progress"))) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            view.textField(
                "period", view.say("progress.period"), filter.period?.code ?? "", hint: view.say("progress.periodHint"),
                most: 7, direction: "ltr")
            if visit.member.reach(.seePlan) == .all {
                view.select(
                    "institution", view.say("field.institution"),
                    [("", view.say("progress.all"))] + place.institutions.map { ("\($0.id)", $0.name) },
                    chosen: filter.institution.map { "\($0)" } ?? "")
            }
            if visit.may(.seeInternal) {
                view.select(
                    "step", view.say("clearance.title"),
                    [("", view.say("progress.all"))]
                        + ClearanceStep.allCases.map { ($0.rawValue, view.say("clearance.\($0.rawValue)")) },
                    chosen: filter.step?.rawValue ?? "")
            }
            html.element(.p) { view.submitButton(view.say("progress.filter"), isPlain: true) }
        }
    }

    /// The steps that all reports of this page may take, where the list is of one step.
    private var steps: [ClearanceStep] {
        guard let step = filter.step, visit.may(.reportProgress) || visit.may(.clear) else { return [] }
        return step.next.filter { next in
            reports.allSatisfy {
                $0.clearance.allows(next, visit.member, institution: $0.institution, writing: .reportProgress)
            }
        }
    }

    private func list() {
        let steps = steps
        guard !steps.isEmpty else {
            table(isSelectable: false)
            pager()
            return
        }
        view.reportingForm(visit.path("/progress/clear"), style: "work-table") {
            view.hiddenField("back", filter.step?.rawValue ?? "")
            table(isSelectable: true)
            html.element(.div, .class("fields")) {
                view.textArea("note", view.say("clearance.note"), "", language: view.words.tag, rows: 2)
                if visit.may(.clear) { view.checkbox("setsAction", view.say("progress.setsAction"), isOn: false) }
                html.element(.p, .class("actions")) {
                    for (index, step) in steps.enumerated() {
                        view.submitButton(
                            view.say("clearance.takeMany.\(step.rawValue)"), name: "step", value: step.rawValue,
                            isPlain: index > 0)
                    }
                }
            }
        }
        pager()
    }

    private func table(isSelectable: Bool) {
        view.table(view.say("progress.title"), style: "reports") {
            html.element(.thead) {
                html.element(.tr) {
                    if isSelectable {
                        html.element(.th, .scope("col")) {
                            html.element(.span, .class("hidden"), text: view.say("progress.select"))
                        }
                    }
                    for key in [
                        "progress.field.action", "field.institution", "progress.period", "progress.field.claims",
                        "clearance.title",
                    ] {
                        html.element(.th, .scope("col"), text: view.say(key))
                    }
                }
            }
            html.element(.tbody) {
                for report in reports.prefix(Self.pageSize) { row(report, isSelectable) }
            }
        }
    }

    private func row(_ report: ProgressReport, _ isSelectable: Bool) {
        let title = titles[Subject(.action, report.action.value)] ?? "\(report.action)"
        html.element(.tr) {
            if isSelectable {
                html.element(.td) {
                    html.empty(
                        .input, .type("checkbox"), .name("selected"), .value("\(report.id):\(report.version)"),
                        .label(title), .checked(true))
                }
            }
            html.element(.th, .scope("row")) {
                html.element(
                    .a, .href(view.address(visit.path("/progress/\(report.id)"))), .dir("auto"), text: title)
            }
            html.element(.td, .dir("auto"), text: place.name(report.institution, view))
            html.element(.td, text: view.period(of: report))
            html.element(.td) {
                view.write("progress.status.\(report.content.status.rawValue)")
                if let percent = report.content.percent {
                    html.text(" ")
                    view.write("progress.percentShown", ["percent": .number(percent)])
                }
            }
            html.element(.td) { view.clearanceMark(report.clearance) }
        }
    }

    private func pager() {
        guard reports.count > Self.pageSize, let last = reports.prefix(Self.pageSize).last else { return }
        var items: [(String, String)] = []
        if let period = filter.period { items.append(("period", period.code)) }
        if let institution = filter.institution { items.append(("institution", "\(institution)")) }
        if let step = filter.step { items.append(("step", step.rawValue)) }
        items.append(("after", "\(last.id)"))
        html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            html.element(
                .a, .href(view.address(visit.path("/progress"), items)), .rel("next"), text: view.say("pager.next"))
        }
    }
}
