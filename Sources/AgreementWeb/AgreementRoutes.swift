package import Agreements
package import Frame

/// Introductions, agreements and their reviews: every address of this room.
package enum AgreementRoutes {
    package static func all(_ agreements: Agreements) -> [Route] {
        IntroductionRoutes.all(agreements) + PactRoutes.all(agreements) + ReviewRoutes.all(agreements)
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = IntroductionJSON.schemas + AgreementJSON.schemas
}
