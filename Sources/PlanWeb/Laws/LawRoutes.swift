import Clocks
import Domain
import Frame
import Plans

/// Laws.
enum LawRoutes {
    static func all(_ plans: Plans, _ clocks: Clocks) -> [Route] { [] }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
