import Clocks
import Domain
import Frame
import Plans

/// The plan as board, calendar, chart and by institution and mechanism.
enum PlanViewRoutes {
    static func all(_ plans: Plans, _ clocks: Clocks) -> [Route] { [] }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
