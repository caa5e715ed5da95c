import Domain
package import Logging
import People
import ServiceLifecycle

/// Links programmes with issues while the server runs.
package struct ProgrammeService: Service {
    private static let pauseSeconds = 20

    private let programmes: Programmes
    private let logger: Logger

    package init(programmes: Programmes, logger: Logger) {
        self.programmes = programmes
        self.logger = logger
    }

    package func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do throws(WorkspaceError) {
                    let linked = try await programmes.linkNext()
                    if linked > 0 { continue }
                } catch {
                    logger.warning("Programmes could not be linked with issues", metadata: ["reason": "\(error)"])
                }
                try await Task.sleep(for: .seconds(Self.pauseSeconds))
            }
        }
    }
}

extension ProgrammeService: CustomStringConvertible {
    /// For the log of services: its name alone.
    package var description: String { "ProgrammeService" }
}
