import Clocks
import Domain
import Frame
import Plans

/// A predecessor's workbook, and what waits for a match.
enum TrackingRoutes {
    static func all(_ plans: Plans, _ clocks: Clocks) -> [Route] { [] }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
