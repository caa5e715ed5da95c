import Clocks
import Domain
import Frame
import Plans

/// The plan as board, calendar, chart and by institution and mechanism.
enum PlanViewRoutes {
    static func all(_ plans: Plans, _ clocks: Clocks) -> [Route] {
        [
            .workspace("planBoard", "/plan/board", PlanAsked.parameters, right: .seePlan) { visit throws(WebError) in
                try await BoardView.answer(visit, plans)
            },
            .workspace("planCalendar", "/plan/calendar", PlanAsked.parameters, right: .seePlan) {
                visit throws(WebError) in try await PlanCalendarView.answer(visit, plans)
            },
            .workspace("planChart", "/plan/chart", PlanAsked.parameters, right: .seePlan) { visit throws(WebError) in
                try await ChartView.answer(visit, plans)
            },
            .workspace("planInstitutions", "/plan/institutions", right: .seePlan) { visit throws(WebError) in
                try await SharesView.institutions(visit, plans)
            },
            .workspace("planMechanisms", "/plan/mechanisms", right: .seePlan) { visit throws(WebError) in
                try await SharesView.mechanisms(visit, plans)
            },
        ]
    }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
