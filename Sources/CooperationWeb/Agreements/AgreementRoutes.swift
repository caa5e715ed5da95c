import Cooperation
import Frame
import Plans

/// Introductions and agreements.
enum AgreementRoutes {
    static func all(_ cooperation: Cooperation, _ plans: Plans) -> [Route] { [] }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
