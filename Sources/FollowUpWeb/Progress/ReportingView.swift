import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// Who has not reported in a period, and how the workspace reports.
struct ReportingView {
    let place: ProgressPlace
    let view: View
    let period: ReportingPeriod
    let counts: [ReportingCount]
    /// The institution whose actions are listed.
    let chosen: InstitutionID?
    let missing: [MissingReport]

    static func answer(
        _ plans: Plans, _ visit: Visit, _ typed: TypedForm = TypedForm()
    ) async throws(WebError) -> Answer {
        let place = try await ProgressPlace(plans, visit)
        let period = try place.period()
        let asked = visit.exchange.query.first("institution").flatMap { InstitutionID($0) }
        do throws(WorkspaceError) {
            let chosen = try visit.member.limit(.seePlan) ?? asked
            let counts = try await plans.progress.counts(period, visit.member)
            let missing =
                if let chosen { try await plans.progress.missing(period, chosen, visit.member) } else {
                    [] as [MissingReport]
                }
            let page = ReportingView(
                place: place, view: View(visit), period: period, counts: counts, chosen: chosen, missing: missing)
            return await page.answer(typed)
        } catch { throw WebError(error) }
    }

    private var html: HTMLWriter { view.html }
    private var visit: Visit { place.visit }
    private var path: String { visit.path("/progress/missing") }

    private func answer(_ typed: TypedForm) async -> Answer {
        let head = PageHead(
            title: view.say("progress.missing.title"), place: .progress,
            crumbs: [(view.address(visit.path("/progress")), view.say("progress.title"))], isWide: true)
        return await view.page(head, status: typed.troubles.isEmpty ? 200 : 400) {
            view.pageHead(
                kicker: view.period(period), view.say("progress.missing.title"), lead: view.say("progress.missing.lead")
            )
            view.formNotices(typed)
            view.periodSteps(period, path)
            if counts.isEmpty {
                view.empty(view.say("progress.missing.none")) {
                    html.element(.p, text: view.say("progress.missing.noneHelp"))
                }
            } else {
                byInstitution()
            }
            if let chosen { actions(chosen) }
            if visit.may(.manageSettings) { settings(typed) }
        }
    }

    private func byInstitution() {
        let sorted = counts.sorted {
            ($1.missing, Collation.key(place.name($0.institution, view)))
                < ($0.missing, Collation.key(place.name($1.institution, view)))
        }
        view.table(view.say("progress.missing.title")) {
            view.headRow([
                (view.say("field.institution"), false), (view.say("progress.missing.missing"), true),
                (view.say("progress.missing.due"), true), (view.say("progress.missing.reported"), true),
                (view.say("progress.missing.drafts"), true), (view.say("progress.missing.returned"), true),
            ])
            html.element(.tbody) {
                for count in sorted {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), .dir("auto"), text: place.name(count.institution, view))
                        html.element(.td, .class("n")) {
                            if count.missing > 0 {
                                view.link(
                                    view.address(
                                        path, [("period", period.code), ("institution", "\(count.institution)")])
                                        + "#actions",
                                    view.number(count.missing))
                            } else {
                                html.text(view.number(0))
                            }
                        }
                        for value in [count.due, count.reported, count.drafts, count.returned] {
                            html.element(.td, .class("n"), text: view.number(value))
                        }
                    }
                }
            }
        }
    }

    private func actions(_ institution: InstitutionID) {
        view.section("actions", view.say("progress.missing.of", ["name": .text(place.name(institution, view))])) {
            guard !missing.isEmpty else {
                html.element(.p, text: view.say("progress.missing.allDone"))
                return
            }
            html.element(.ul, .class("plain-list")) {
                for action in missing {
                    html.element(.li) {
                        html.element(
                            .a,
                            .href(
                                view.address(
                                    visit.path("/progress/actions/\(action.action)/report"),
                                    [("period", period.code), ("institution", "\(institution)")])),
                            .dir("auto"), text: action.title)
                        if let due = action.due {
                            html.element(
                                .span, .class("hint"),
                                text: " " + view.say("progress.dueOn", ["date": .text(view.date(due))]))
                        }
                        if let step = action.step {
                            html.text(" ")
                            view.clearanceMark(Clearance(step: step))
                        }
                    }
                }
            }
        }
    }

    private func settings(_ typed: TypedForm) {
        view.section("setting", view.say("progress.setting.title")) {
            view.reportingForm(visit.path("/progress/setting"), version: place.setting.version) {
                view.select(
                    "months", view.say("progress.setting.months"),
                    ReportingPeriod.lengths.map { ("\($0)", view.say("progress.setting.months.\($0)")) },
                    chosen: typed.value("months", "\(place.setting.months)"))
                view.select(
                    "needed", view.say("progress.setting.needed"),
                    [ClearanceStep.institution, .mechanism, .minister].map {
                        ($0.rawValue, view.say("clearance.\($0.rawValue)"))
                    }, chosen: typed.value("needed", place.setting.needed.rawValue),
                    hint: view.say("progress.setting.neededHint"))
                html.element(.p) { view.submitButton(view.say("progress.setting.save")) }
            }
        }
    }
}
