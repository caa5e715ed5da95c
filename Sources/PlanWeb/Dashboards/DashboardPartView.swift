import Domain
import Frame
import Locales
import Markup
import Plans

/// How far the recommendations are by one thing alone, with as many rows as a page holds.
enum DashboardPartView {
    static let rowsMax = 60

    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        guard let dimension = PlanDimension(rawValue: visit.exchange.value("by")) else { throw .notFound }
        let dashboard: PlanDashboard
        do throws(WorkspaceError) { dashboard = try await plans.dashboard(visit.member, [dimension]) } catch {
            throw WebError(error)
        }
        let view = View(visit)
        let names = try await DashboardNames.load(visit, view, plans)
        let title = view.say("dashboard.by.\(dimension.rawValue)")
        let head = PageHead(
            title: title, place: .dashboards,
            crumbs: [(view.address(visit.path("/dashboards")), view.say("dashboard.title"))], isWide: true)
        let parts = dashboard.parts[dimension] ?? []
        return await view.page(head) {
            view.pageHead(kicker: visit.workspace.name, title, lead: view.say("dashboard.far.lead"))
            if parts.isEmpty {
                DashboardView.nothing(view, visit)
            } else {
                StandingTable(names: names).parts(parts, dimension, most: rowsMax)
                if parts.count > rowsMax {
                    view.html.element(
                        .p, .class("hint"),
                        text: view.say(
                            "dashboard.cut", ["shown": .number(rowsMax), "count": .number(parts.count)]))
                }
            }
        }
    }
}
