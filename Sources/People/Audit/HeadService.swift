import Domain
package import Logging
import ServiceLifecycle

/// Signs a head of the audit log now and then while the server runs, where the log has grown.
package struct HeadService: Service {
    private let trail: AuditTrail
    private let logger: Logger
    private let every: Duration

    package init(trail: AuditTrail, logger: Logger, every: Duration = .seconds(300)) {
        self.trail = trail
        self.logger = logger
        self.every = every
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do throws(WorkspaceError) {
                    try await trail.sign()
                } catch {
                    logger.warning("A head of the audit log was not signed", metadata: ["reason": "\(error)"])
                }
                try? await Task.sleep(for: every)
            }
        }
    }
}

extension HeadService: CustomStringConvertible {
    /// For the log of services: its name alone.
    package var description: String { "HeadService" }
}
