package import Cooperation
package import Frame
package import Plans
package import Programmes

/// What another room says of an object, by its number, to whoever visits its page in a workspace; nil where it says nothing.
package typealias PageBeside =
    @Sendable (Visit, Int64) async throws(WebError) -> (@Sendable (View) -> Void)?

/// Every address of this room. Handlers capture what they work with.
package enum CooperationRoutes {
    /// `beside`: what rooms above say of a programme on its page in a workspace.
    package static func all(
        _ cooperation: Cooperation, _ plans: Plans, _ programmes: Programmes, beside: [PageBeside] = []
    ) -> [Route] {
        var routes: [Route] = []
        routes += NeedRoutes.all(cooperation, plans)
        routes += OfferRoutes.all(cooperation, plans)
        routes += FundRoutes.all(cooperation, plans)
        routes += ProgrammeRoutes.all(programmes, beside)
        return routes
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = [
        NeedRoutes.schemas,
        OfferRoutes.schemas,
        FundRoutes.schemas,
        ProgrammeRoutes.schemas,
    ].flatMap { $0 }
}
