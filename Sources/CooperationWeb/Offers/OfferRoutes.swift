import Cooperation
import Frame
import Plans

/// Offers: the public ones, and those of a workspace.
enum OfferRoutes {
    static func all(_ cooperation: Cooperation, _ plans: Plans) -> [Route] { [] }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
