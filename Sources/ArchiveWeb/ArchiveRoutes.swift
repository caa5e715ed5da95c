package import Archives
package import Frame

/// Open data to take away: every address of this room.
package enum ArchiveRoutes {
    package static func all(_ archives: Archives) -> [Route] { [] }

    package static let schemas: [Schema.Named] = []
}
