package import Cooperation
package import Frame
package import Plans
package import Programmes

/// Every address of this room. Handlers capture what they work with.
package enum CooperationRoutes {
    package static func all(_ cooperation: Cooperation, _ plans: Plans, _ programmes: Programmes) -> [Route] {
        var routes: [Route] = []
        routes += NeedRoutes.all(cooperation, plans)
        routes += OfferRoutes.all(cooperation, plans)
        routes += FundRoutes.all(cooperation, plans)
        routes += ProgrammeRoutes.all(programmes)
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
