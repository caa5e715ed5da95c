package import Frame
package import Practices

/// The library of practices and emerging issues: every address of this room.
package enum PracticeRoutes {
    package static func all(_ practices: Practices) -> [Route] {
        LibraryRoutes.all(practices) + AuthorRoutes.all(practices) + ReviewRoutes.all(practices)
            + AdoptionRoutes.all(practices) + EmergingRoutes.all(practices)
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = PracticeJSON.schemas + EmergingJSON.schemas
}
