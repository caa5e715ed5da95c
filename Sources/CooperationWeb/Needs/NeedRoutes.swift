import Cooperation
import Frame
import Plans

/// Needs: the public ones, and those of a workspace.
enum NeedRoutes {
    static func all(_ cooperation: Cooperation, _ plans: Plans) -> [Route] { [] }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
