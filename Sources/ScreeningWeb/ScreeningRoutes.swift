package import Screening
package import Frame

/// Screening for harm: every address of this room.
package enum ScreeningRoutes {
    package static func all(_ screenings: Screenings) -> [Route] { [] }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = []
}
