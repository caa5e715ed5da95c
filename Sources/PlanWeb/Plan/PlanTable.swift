import Domain
import Frame
import Locales
import Markup
import Operations
import Plans

/// The plan as a table: commitments, single recommendations or actions, to be narrowed, sorted, and worked on many at a time.
struct PlanTable {
    let visit: Visit
    let asked: PlanAsked
    let names: PlanNames
    let rows: Rows

    enum Rows {
        case commitments(PlanPage<CommitmentSummary>)
        case recommendations(PlanPage<PlannedSummary>)
        case actions(PlanPage<ActionSummary>)

        var total: Int {
            switch self {
            case .commitments(let page): page.total
            case .recommendations(let page): page.total
            case .actions(let page): page.total
            }
        }

        var next: PlanCursor? {
            switch self {
            case .commitments(let page): page.next
            case .recommendations(let page): page.next
            case .actions(let page): page.next
            }
        }
    }

    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let asked = PlanAsked(visit.exchange.query)
        let names = try await PlanNames.of(visit)
        let rows: Rows
        do throws(WorkspaceError) {
            switch asked.rows {
            case .commitments:
                rows = .commitments(
                    try await plans.list(
                        visit.member, asked.filter, sort: asked.order, after: asked.after, limit: PlanAsked.pageSize))
            case .recommendations:
                rows = .recommendations(
                    try await plans.recommendations(
                        visit.member, asked.filter, sort: asked.order, after: asked.after, limit: PlanAsked.pageSize,
                        language: visit.exchange.language))
            case .actions:
                rows = .actions(
                    try await plans.actions(
                        visit.member, asked.filter, sort: asked.order, after: asked.after, limit: PlanAsked.pageSize))
            }
        } catch { throw WebError(error) }
        return await PlanTable(visit: visit, asked: asked, names: names, rows: rows).page(View(visit))
    }

    private func page(_ view: View) async -> Answer {
        await view.planPage(
            visit, .table, view.say("plan.title"),
            lead: view.say("plan.total.\(asked.rows.rawValue)", ["count": .number(rows.total)])
        ) {
            view.stepDone(visit)
            kinds(view)
            PlanFilterForm(visit: visit, asked: asked, names: names).write(view)
            if rows.total == 0 {
                nothing(view)
            } else if visit.may(.editPlan) {
                view.html.element(.form, .method("post"), .action(view.address(visit.path("/plan/bulk")))) {
                    view.token()
                    view.hiddenField("filter", Query(asked.items.map { .init(name: $0.0, value: $0.1) }).text)
                    table(view)
                    PlanBulkBar(asked: asked, names: names, total: rows.total).write(view)
                }
            } else {
                table(view)
            }
            pager(view)
        }
    }

    private func kinds(_ view: View) {
        view.html.element(.ul, .class("chips filters"), .label(view.say("plan.rows"))) {
            for rows in PlanRows.allCases {
                view.html.element(.li) {
                    view.html.element(
                        .a, .class("chip"), .href(view.address(visit.path("/plan"), asked.with(rows).items)),
                        .current(rows == asked.rows ? "true" : nil), text: view.say("plan.rows.\(rows.rawValue)"))
                }
            }
        }
    }

    private func nothing(_ view: View) {
        let isNarrowed = asked.narrowing > 0
        view.empty(view.say(isNarrowed ? "plan.none.fitting" : "plan.none.\(asked.rows.rawValue)")) {
            view.html.element(.p) {
                if isNarrowed {
                    view.link(
                        view.address(visit.path("/plan"), PlanAsked(Query()).with(asked.rows).items),
                        view.say("plan.filter.clear"))
                } else if visit.may(.editPlan) {
                    view.link(view.address(visit.path("/plan/take")), view.say("plan.take.title"))
                } else {
                    view.write("plan.none.wait")
                }
            }
        }
    }

    private func table(_ view: View) {
        let isEditable = visit.may(.editPlan)
        view.table(view.say("plan.rows.\(asked.rows.rawValue)"), style: "plan-table") {
            PlanTableHead(visit: visit, asked: asked).write(view, isEditable: isEditable)
            view.html.element(.tbody) {
                let row = PlanTableRow(visit: visit, names: names, isEditable: isEditable)
                switch rows {
                case .commitments(let page): for item in page.items { row.write(item, view) }
                case .recommendations(let page): for item in page.items { row.write(item, view) }
                case .actions(let page): for item in page.items { row.write(item, view) }
                }
            }
        }
    }

    private func pager(_ view: View) {
        guard rows.next != nil || asked.after != nil else { return }
        view.html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            if asked.after != nil {
                view.link(view.address(visit.path("/plan"), asked.items), view.say("pager.first"))
            }
            if let next = rows.next {
                view.html.element(
                    .a, .href(view.address(visit.path("/plan"), asked.items + [("after", next.description)])),
                    .rel("next"), text: view.say("pager.next"))
            }
        }
    }
}
