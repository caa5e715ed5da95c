import Clocks
import Domain
import Frame
import Plans

/// Dashboards.
enum DashboardRoutes {
    static func all(_ plans: Plans, _ clocks: Clocks) -> [Route] {
        [
            .workspace("dashboards", "/dashboards", right: .seeDashboards) { visit throws(WebError) in
                try await DashboardView.answer(visit, plans, clocks)
            },
            .workspace("dashboard-part", "/dashboards/{by}", [by], right: .seeDashboards) { visit throws(WebError) in
                try await DashboardPartView.answer(visit, plans)
            },
            .workspaceAPI(
                "getDashboard", "/dashboard", right: .seeDashboards,
                "Where the plan stands in numbers; each is the length of the plan's list for the same filter.",
                "PlanDashboard"
            ) { visit throws(WebError) in try await DashboardJSON.answer(visit, plans) },
        ]
    }

    private static let by = Parameter(
        name: "by", place: .path, form: .choice(PlanDimension.allCases.map(\.rawValue)),
        summary: "What recommendations are told apart by.")

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = DashboardJSON.schemas
}
