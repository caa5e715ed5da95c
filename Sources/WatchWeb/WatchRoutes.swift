package import Frame
package import Watches

/// Feeds of any question, mail alerts, pictures to embed: every address of this room.
package enum WatchRoutes {
    package static func all(_ watches: Watches) -> [Route] { [] }

    package static let schemas: [Schema.Named] = []
}
