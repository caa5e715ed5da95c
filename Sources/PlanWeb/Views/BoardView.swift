import Domain
import Frame
import Locales
import Markup
import Plans

/// Actions by status, side by side; the earliest dates first.
enum BoardView {
    private static let cardsMax = 15

    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let asked = PlanAsked(visit.exchange.query)
        let names = try await PlanNames.of(visit)
        var columns: [(status: ActionStatus, page: PlanPage<ActionSummary>)] = []
        do throws(WorkspaceError) {
            for status in ActionStatus.allCases {
                var filter = PlanFilter()
                filter.lead = asked.filter.lead
                filter.isLate = asked.filter.isLate
                filter.actionStatus = status
                columns.append(
                    (status, try await plans.actions(visit.member, filter, sort: .due, limit: cardsMax)))
            }
        } catch { throw WebError(error) }
        let view = View(visit)
        let all = columns.reduce(0) { $0 + $1.page.total }
        return await view.planPage(
            visit, .board, view.say("plan.board.title"), lead: view.say("plan.total.actions", ["count": .number(all)])
        ) {
            PlanLeadForm(visit: visit, path: "/plan/board", asked: asked, names: names).write(view)
            view.html.element(.div, .class("board")) {
                for (place, entry) in columns.enumerated() {
                    column(place, entry.status, entry.page, asked, visit, names, view)
                }
            }
        }
    }

    private static func column(
        _ place: Int, _ status: ActionStatus, _ page: PlanPage<ActionSummary>, _ asked: PlanAsked, _ visit: Visit,
        _ names: PlanNames, _ view: View
    ) {
        let html = view.html
        var rest = PlanAsked(Query())
        rest.rows = .actions
        rest.filter.lead = asked.filter.lead
        rest.filter.isLate = asked.filter.isLate
        rest.filter.actionStatus = status
        html.element(.section, .labelledBy("column-\(place)")) {
            html.element(.h2, .id("column-\(place)")) {
                view.actionStatus(status)
                html.text(" ")
                view.link(view.address(visit.path("/plan"), rest.items), view.number(page.total))
            }
            if page.items.isEmpty { html.element(.p, .class("soft"), text: view.say("plan.board.none")) }
            html.element(.ul) {
                for item in page.items {
                    html.element(.li) {
                        html.element(
                            .a, .href(view.address(visit.path("/plan/actions/\(item.action.id)"))), .dir("auto"),
                            text: PlanTitle.short(item.action.title, 90))
                        html.element(.p, .class("fine")) {
                            view.charged(item.action.lead, item.action.supporting, names)
                        }
                        html.element(.p, .class("fine")) { view.due(item.action.due, isLate: item.isLate) }
                    }
                }
            }
            if page.total > page.items.count {
                html.element(.p, .class("fine")) {
                    view.link(
                        view.address(visit.path("/plan"), rest.items),
                        view.say("plan.more", ["count": .number(page.total - page.items.count)]))
                }
            }
        }
    }
}

/// Narrows a view to one institution.
struct PlanLeadForm {
    let visit: Visit
    let path: String
    let asked: PlanAsked
    let names: PlanNames
    var kept: [(String, String)] = []

    func write(_ view: View) {
        view.html.element(.form, .class("choose"), .method("get"), .action(visit.path(path))) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            for item in kept { view.hiddenField(item.0, item.1) }
            let lead: String =
                switch asked.filter.lead {
                case .institution(let id): id.description
                case .nobody: "none"
                case nil: ""
                }
            view.select(
                "lead", view.say("field.lead"),
                [("", view.say("plan.filter.any")), ("none", view.say("plan.nobody"))] + names.options(), chosen: lead)
            view.html.element(.p) { view.submitButton(view.say("plan.filter.apply"), isPlain: true) }
        }
    }
}
