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
        routes += MatchingRoutes.all(cooperation, plans)
        routes += ProgrammeRoutes.all(programmes)
        routes += AgreementRoutes.all(cooperation, plans)
        routes += PracticeRoutes.all(cooperation, plans)
        routes += GapRoutes.all(cooperation, plans)
        return routes
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = [
        NeedRoutes.schemas,
        OfferRoutes.schemas,
        FundRoutes.schemas,
        MatchingRoutes.schemas,
        ProgrammeRoutes.schemas,
        AgreementRoutes.schemas,
        PracticeRoutes.schemas,
        GapRoutes.schemas,
    ].flatMap { $0 }
}
