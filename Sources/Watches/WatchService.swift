import Domain
package import Logging
import Operations
import People
import ServiceLifecycle

/// Looks for what is new to watches that are due. Any number of these may run: what one told, the others find told.
package struct WatchService: Service {
    private let watches: Watches
    private let logger: Logger
    private let rest: Duration

    package init(watches: Watches, logger: Logger, rest: Duration = .seconds(120)) {
        self.watches = watches
        self.logger = logger
        self.rest = rest
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await look()
                try? await Task.sleep(for: rest)
            }
        }
    }

    private func look() async {
        // A list that is not complete yet would say that something is not there.
        guard watches.library.isReady else { return }
        do throws(WorkspaceError) {
            let owed = try await watches.round()
            if owed > 0 { logger.info("Letters of watches are owed", metadata: ["letters": "\(owed)"]) }
        } catch {
            logger.warning("Watches stand still", metadata: ["reason": "\(error)"])
        }
    }
}

extension WatchService: CustomStringConvertible {
    /// For the log of services: its name alone.
    package var description: String { "WatchService" }
}
