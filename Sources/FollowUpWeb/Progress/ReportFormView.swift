import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// The short form in which an institution reports on one action for one period.
struct ReportFormView {
    let place: ProgressPlace
    let view: View
    let action: ReportedAction
    let period: ReportingPeriod
    let reporter: InstitutionID
    let standing: ProgressReport?

    static let parameters = [
        Parameter.id, ProgressPlace.periodParameter,
        Parameter(
            name: "institution", form: .number,
            summary: "Who reports; the mechanism may report for any institution of the action."),
    ]

    /// What draft this form has.
    static func draftName(_ action: ActionID, _ institution: InstitutionID, _ period: ReportingPeriod) -> String {
        "progress/\(action)/\(institution)/\(period.code)"
    }

    static func made(_ plans: Plans, _ visit: Visit, _ form: Query? = nil) async throws(WebError) -> ReportFormView {
        let place = try await ProgressPlace(plans, visit)
        let period: ReportingPeriod
        if let asked = form?.first("period").flatMap({ ReportingPeriod($0) }) {
            period = asked
        } else {
            period = try place.period()
        }
        guard let id = ActionID(visit.exchange.value("id")) else { throw .notFound }
        let asked = (form?.first("institution") ?? visit.exchange.query.first("institution")).flatMap {
            InstitutionID($0)
        }
        do throws(WorkspaceError) {
            let action = try await plans.progress.action(id, visit.member)
            let reporter = try await plans.progress.reporter(on: id, asked, visit.member)
            let standing = try await plans.progress.said(on: id, period, by: reporter, visit.member)
            return ReportFormView(
                place: place, view: View(visit), action: action, period: period, reporter: reporter, standing: standing)
        } catch { throw WebError(error) }
    }

    /// Shows the form; a report that can no longer be changed is shown as it stands.
    static func answer(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        let page = try await made(plans, visit)
        if let standing = page.standing, !standing.clearance.step.isOpen {
            return .seeOther(page.view.address(visit.path("/progress/\(standing.id)")))
        }
        return await page.answer(try await .draft(page.draftName, plans, visit))
    }

    /// Takes the form.
    static func take(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        let page = try await made(plans, visit, form)
        let submits = form.first("submits") != nil
        let drafted = DraftedForm(name: page.draftName, plans: plans, visit: visit, form: form)
        return try await drafted.answer(
            back: .init(path: page.path, items: [("period", page.period.code), ("institution", "\(page.reporter)")]),
            again: { typed throws(WebError) in await page.answer(typed) },
            act: { () throws(WorkspaceError) in
                let content = try Self.content(form)
                let report: ProgressReport
                if let standing = page.standing {
                    guard let version = form.first(Conflict.versionField).flatMap({ Int($0) }) else {
                        throw .stale(standing.subject, version: standing.version)
                    }
                    report = try await plans.progress.edit(
                        standing.id, content, version: version, submits: submits, by: visit.member)
                } else {
                    report = try await plans.progress.add(
                        content, on: page.action.id, page.period, for: page.reporter, submits: submits, by: visit.member
                    )
                }
                return .init(path: visit.path("/progress/\(report.id)"))
            })
    }

    private static func content(_ form: Query) throws(WorkspaceError) -> ProgressReport.Content {
        guard let status = form.first("status").flatMap({ ActionStatus(rawValue: $0) }) else {
            throw .invalid("status", "progress.statusNeeded")
        }
        let percent = form.first("percent") ?? ""
        guard percent.isEmpty || Int(percent) != nil else { throw .invalid("percent", "progress.percentRange") }
        let obstacle = form.first("obstacle") ?? ""
        return ProgressReport.Content(
            said: form.first("said") ?? "", obstacle: obstacle.allSatisfy(\.isWhitespace) ? nil : obstacle,
            status: status, percent: Int(percent))
    }

    var draftName: String { Self.draftName(action.id, reporter, period) }
    private var path: String { place.visit.path("/progress/actions/\(action.id)/report") }
    private var html: HTMLWriter { view.html }

    func answer(_ typed: TypedForm) async -> Answer {
        let visit = place.visit
        let head = PageHead(
            title: view.say("progress.form.title"), place: .progress,
            crumbs: [
                (view.address(visit.path("/progress")), view.say("progress.title")),
                (view.address(visit.path("/progress/actions/\(action.id)")), action.title),
            ])
        return await view.page(head, status: typed.troubles.isEmpty ? 200 : 400) {
            view.pageHead(kicker: view.period(period), view.say("progress.form.title"))
            html.element(.dl, .class("facts-list")) {
                view.fact(view.say("progress.field.action")) { html.element(.span, .dir("auto"), text: action.title) }
                view.fact(view.say("field.institution")) {
                    html.element(.span, .dir("auto"), text: place.name(reporter, view))
                }
                if let due = action.due { view.fact(view.say("field.due")) { html.text(view.date(due)) } }
            }
            if let note = standing?.clearance.note, standing?.clearance.step == .returned {
                html.element(.div, .class("notice")) {
                    html.element(.p, text: view.say("progress.form.returned"))
                    html.element(.p, .dir("auto"), text: note)
                }
            }
            view.formNotices(typed)
            fields(typed)
        }
    }

    private func fields(_ typed: TypedForm) {
        let content = standing?.content
        view.reportingForm(path, version: standing?.version) {
            view.hiddenField("period", period.code)
            view.hiddenField("institution", "\(reporter)")
            view.textArea(
                "said", view.say("progress.form.said"), typed.value("said", content?.said), language: view.words.tag,
                rows: 6)
            view.textArea(
                "obstacle", view.say("progress.form.obstacle"), typed.value("obstacle", content?.obstacle),
                language: view.words.tag, rows: 3)
            view.select(
                "status", view.say("progress.form.status"),
                ActionStatus.allCases.map { ($0.rawValue, view.say("progress.status.\($0.rawValue)")) },
                chosen: typed.value("status", (content?.status ?? action.status).rawValue),
                hint: view.say("progress.form.statusHint"))
            view.textField(
                "percent", view.say("progress.form.percent"), typed.value("percent", content?.percent.map { "\($0)" }),
                hint: view.say("progress.form.percentHint"), most: 3, direction: "ltr")
            view.draftButtons(
                [
                    ("submits", "yes", view.say("progress.form.submit")),
                    ("keeps", "yes", view.say("progress.form.keep")),
                ], hasDraft: typed.saved != nil)
        }
    }
}
