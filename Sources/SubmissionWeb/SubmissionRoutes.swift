package import Frame
package import Submissions

/// Pages of protected submissions: every address of this room.
package enum SubmissionRoutes {
    package static func all(_ submissions: Submissions) -> [Route] { [] }

    package static let schemas: [Schema.Named] = []
}
