package import Logging
package import People
import ServiceLifecycle

/// Does what is due for submissions while the server runs. Its log tells that it failed, never of what.
package struct SubmissionService: Service {
    private let submissions: Submissions
    private let trail: AuditTrail
    private let logger: Logger
    private let rest: Duration

    package init(submissions: Submissions, trail: AuditTrail, logger: Logger, rest: Duration = .seconds(30)) {
        self.submissions = submissions
        self.trail = trail
        self.logger = logger
        self.rest = rest
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do throws(SubmissionError) {
                    try await submissions.forgetEnded()
                    try await submissions.settle(head: try? await trail.sign())
                } catch {
                    logger.warning("What is due for protected submissions was not done")
                }
                try? await Task.sleep(for: rest)
            }
        }
    }
}

extension SubmissionService: CustomStringConvertible {
    /// For the log of services: its name alone.
    package var description: String { "SubmissionService" }
}
