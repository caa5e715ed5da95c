package import Clocks
package import Frame
package import Plans

/// Every address of this room. Handlers capture what they work with.
package enum PlanRoutes {
    package static func all(_ plans: Plans, _ clocks: Clocks) -> [Route] { [] }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = []
}
