package import Practices
package import Frame

/// The library of practices and emerging issues: every address of this room.
package enum PracticeRoutes {
    package static func all(_ practices: Practices) -> [Route] { [] }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = []
}
