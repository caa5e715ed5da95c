package import Domain
package import Frame
package import Submissions

/// Pages of protected submissions: every address of this room. None leaves a line in the log or a count in metrics.
package enum SubmissionRoutes {
    /// `publish` publishes an assessment in the name of a recipient's institution and returns its address on this site.
    package static func all(_ submissions: Submissions, publish: SubmissionPublishing? = nil) -> [Route] {
        (PublicRoutes.all(submissions) + DeskRoutes.all(submissions, publish)).map { route in
            var route = route
            route.isQuiet = true
            return route
        }
    }

    package static let schemas: [Schema.Named] = RecipientsJSON.schemas
}

/// Publishes, and returns the address of what was published.
package typealias SubmissionPublishing = @Sendable (PublishedWords, Member) async throws(WebError) -> String
