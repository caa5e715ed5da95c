package import Domain
package import Frame
package import People
package import Submissions

/// Pages of protected submissions: every address of this room. None leaves a line in the log or a count in metrics.
package enum SubmissionRoutes {
    /// `publish` publishes an assessment in the name of a recipient's institution and returns its address on this site.
    package static func all(_ submissions: Submissions, publish: SubmissionPublishing? = nil) -> [Route] {
        (PublicRoutes.all(submissions) + DeskRoutes.all(submissions, publish) + AdmissionPage.routes(submissions)).map {
            route in
            var route = route
            route.isQuiet = true
            return route
        }
    }

    /// What waits for whoever runs the installation, said at her desk.
    package static func deskAsides(_ submissions: Submissions) -> DeskAsides { AdmissionPage.deskAsides(submissions) }

    package static let schemas: [Schema.Named] = RecipientsJSON.schemas
}

/// Publishes, and tells the submitter in the same transaction: it is handed what seals word of the address and gives back what writes it.
package typealias SubmissionPublishing =
    @Sendable (
        PublishedWords, Member,
        (_ address: String) async throws(SubmissionError) -> @Sendable (inout WorkspaceChange) throws -> Void
    ) async throws(SubmissionError) -> Void
