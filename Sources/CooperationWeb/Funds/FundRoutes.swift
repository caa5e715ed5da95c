import Cooperation
import Frame
import Plans

/// Funds, their calls and applications.
enum FundRoutes {
    static func all(_ cooperation: Cooperation, _ plans: Plans) -> [Route] { [] }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
