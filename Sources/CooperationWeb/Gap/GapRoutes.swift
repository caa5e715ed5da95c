import Cooperation
import Frame
import Plans

/// What is asked, planned, paid for and helped with, as a picture.
enum GapRoutes {
    static func all(_ cooperation: Cooperation, _ plans: Plans) -> [Route] { [] }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
