package import Drafting
package import Frame

/// Pages and API of reports: every address of this room.
package enum DraftingRoutes {
    package static func all(_ drafting: Drafting) -> [Route] { [] }

    package static let schemas: [Schema.Named] = []
}
