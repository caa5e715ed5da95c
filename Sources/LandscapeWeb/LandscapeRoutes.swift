package import Frame
package import Landscape

/// The gap as a picture, and who cooperates with whom: every address of this room.
package enum LandscapeRoutes {
    package static func all(_ landscape: Landscape) -> [Route] {
        GapRoutes.all(landscape) + ExchangeRoutes.all(landscape)
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = GapRoutes.schemas + ExchangeRoutes.schemas
}
