import Cooperation
import Frame
import Plans

/// Programmes and their links.
enum ProgrammeRoutes {
    static func all(_ cooperation: Cooperation, _ plans: Plans) -> [Route] { [] }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
