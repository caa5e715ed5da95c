import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// What every page about progress needs: the institutions by name and how the workspace reports.
struct ProgressPlace {
    let plans: Plans
    let visit: Visit
    let institutions: [Institution]
    let setting: ProgressSetting

    init(_ plans: Plans, _ visit: Visit) async throws(WebError) {
        self.plans = plans
        self.visit = visit
        do throws(WorkspaceError) {
            institutions = try await Institutions(plans.store).all(visit.member)
            setting = try await plans.progress.setting(visit.member)
        } catch { throw WebError(error) }
    }

    func name(_ institution: InstitutionID?, _ view: View) -> String {
        institutions.first { $0.id == institution }?.name ?? view.say("progress.nobody")
    }

    /// The period the address names, else the one of today.
    func period() throws(WebError) -> ReportingPeriod {
        if let asked = visit.exchange.query.first("period").flatMap({ ReportingPeriod($0) }) { return asked }
        do throws(WorkspaceError) { return try plans.progress.period(setting, visit.workspace) } catch {
            throw WebError(error)
        }
    }

    static let periodParameter = Parameter(
        name: "period",
        form: .pattern("^(19|2[0-9])[0-9]{2}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$") { ReportingPeriod($0) != nil },
        summary: "A year, half-year, quarter or month: 2026, 2026-H1, 2026-Q3, 2026-07.")
}

extension View {
    /// `July to September 2026` as the two days it lasts.
    func period(_ period: ReportingPeriod) -> String {
        guard period.months < 12, let starts = CalendarDate(period.starts), let ends = CalendarDate(period.ends) else {
            return String(period.year)
        }
        return say("progress.period.span", ["from": .text(date(starts)), "to": .text(date(ends))])
    }

    /// The same of a report, whatever period the workspace has now.
    func period(of report: ProgressReport) -> String {
        guard let starts = CalendarDate(report.starts), let ends = CalendarDate(report.ends) else {
            return report.starts
        }
        return say("progress.period.span", ["from": .text(date(starts)), "to": .text(date(ends))])
    }

    /// The periods before and after.
    func periodSteps(_ period: ReportingPeriod, _ path: String, _ items: [(String, String)] = []) {
        html.element(.nav, .class("pager"), .label(say("progress.period.nav"))) {
            if let previous = period.previous {
                html.element(
                    .a, .href(address(path, [("period", previous.code)] + items)), .rel("prev"),
                    text: say("progress.period.before", ["period": .text(previous.code)]))
            }
            if let next = period.next {
                html.element(
                    .a, .href(address(path, [("period", next.code)] + items)), .rel("next"),
                    text: say("progress.period.after", ["period": .text(next.code)]))
            }
        }
    }
}
