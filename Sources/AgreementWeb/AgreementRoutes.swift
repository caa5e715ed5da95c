package import Agreements
package import CooperationWeb
package import Frame

/// Introductions, agreements and their reviews: every address of this room.
package enum AgreementRoutes {
    /// `beside`: what rooms above say of an agreement on its page.
    package static func all(_ agreements: Agreements, beside: [PageBeside] = []) -> [Route] {
        IntroductionRoutes.all(agreements) + PactRoutes.all(agreements, beside) + ReviewRoutes.all(agreements)
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = IntroductionJSON.schemas + AgreementJSON.schemas
}
