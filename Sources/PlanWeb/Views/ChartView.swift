import Domain
import Frame
import Locales
import Markup
import Plans

/// Actions over time: a bar from start to date, a diamond for each milestone, a line for today, and the same as a table.
struct ChartView {
    let visit: Visit
    let page: PlanPage<PlanSpan>
    let asked: PlanAsked
    let names: PlanNames
    let today: CalendarDate

    private static let rowsMax = 30

    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let asked = PlanAsked(visit.exchange.query)
        let page: PlanPage<PlanSpan>
        do throws(WorkspaceError) {
            page = try await plans.spans(asked.filter, after: asked.after, limit: rowsMax, visit.member)
        } catch { throw WebError(error) }
        return await ChartView(
            visit: visit, page: page, asked: asked, names: try await PlanNames.of(visit),
            today: plans.today(visit.workspace)
        ).write(View(visit))
    }

    private func write(_ view: View) async -> Answer {
        await view.planPage(
            visit, .chart, view.say("plan.chart.title"),
            lead: view.say("plan.total.actions", ["count": .number(page.total)])
        ) {
            PlanLeadForm(visit: visit, path: "/plan/chart", asked: asked, names: names).write(view)
            let scale = TimeScale(page.items, today: today)
            if page.items.isEmpty {
                view.html.element(.p, .class("soft"), text: view.say("plan.none.actions"))
            } else {
                if let scale {
                    picture(scale, view)
                } else {
                    view.html.element(.p, .class("soft"), text: view.say("plan.chart.noDates"))
                }
                table(view)
            }
            pager(view)
        }
    }

    private func picture(_ scale: TimeScale, _ view: View) {
        let html = view.html
        let dated = page.items.filter { $0.summary.action.due != nil || $0.summary.action.starts != nil }
        let title = view.say(
            "plan.chart.caption", ["from": .text(view.date(scale.first)), "to": .text(view.date(scale.last))])
        html.element(.figure, .class("figure wide")) {
            html.element(.figcaption) {
                html.element(.h2, text: title)
                html.element(.p, text: view.say("plan.chart.legend"))
            }
            html.element(.div, .class("scroll"), .tabindex(0), .role("group"), .label(title)) {
                GanttDrawing(visit: visit, spans: dated, scale: scale, today: today, view: view).write(title)
            }
        }
    }

    private func table(_ view: View) {
        let html = view.html
        view.section("table", view.say("plan.chart.table")) {
            view.table(view.say("plan.chart.table"), style: "plan-table") {
                view.headRow(
                    ["action", "lead", "actionStatus", "starts", "due", "milestones"].map {
                        (view.say("plan.column.\($0)"), false)
                    })
                html.element(.tbody) { for span in page.items { row(span, view) } }
            }
        }
    }

    private func row(_ span: PlanSpan, _ view: View) {
        let html = view.html
        let action = span.summary.action
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(
                    .a, .href(view.address(visit.path("/plan/actions/\(action.id)"))), .dir("auto"),
                    text: PlanTitle.short(action.title))
            }
            cell("lead", view) { view.charged(action.lead, action.supporting, names) }
            cell("actionStatus", view) { view.actionStatus(action.status) }
            cell("starts", view) { html.text(action.starts.map(view.date) ?? view.say("plan.noDate")) }
            cell("due", view) { view.due(action.due, isLate: span.summary.isLate) }
            cell("milestones", view) {
                if span.milestones.isEmpty { html.text("–") }
                for step in span.milestones {
                    html.element(.p, .class("fine")) {
                        html.element(.bdi, text: PlanTitle.short(step.title, 60))
                        html.text(" ")
                        html.text((step.done ?? step.due).map(view.date) ?? view.say("plan.noDate"))
                    }
                }
            }
        }
    }

    private func cell(_ column: String, _ view: View, content: () -> Void) {
        view.html.element(.td, .custom("data-label", view.say("plan.column.\(column)")), content: content)
    }

    private func pager(_ view: View) {
        guard page.next != nil || asked.after != nil else { return }
        view.html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            if asked.after != nil {
                view.link(view.address(visit.path("/plan/chart"), asked.items), view.say("pager.first"))
            }
            if let next = page.next {
                view.html.element(
                    .a, .href(view.address(visit.path("/plan/chart"), asked.items + [("after", next.description)])),
                    .rel("next"), text: view.say("pager.next"))
            }
        }
    }
}
