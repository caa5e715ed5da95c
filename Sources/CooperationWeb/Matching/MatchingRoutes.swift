import Cooperation
import Frame
import Plans

/// What fits what, with reasons.
enum MatchingRoutes {
    static func all(_ cooperation: Cooperation, _ plans: Plans) -> [Route] { [] }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
