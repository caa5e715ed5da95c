package import Frame
package import Matches

/// What fits what, with reasons: every address of this room.
package enum MatchRoutes {
    package static func all(_ matches: Matches) -> [Route] { [] }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = []
}
