import Domain
package import Locales
package import Logging
import People
import ServiceLifecycle

/// Lets deadlines, alerts and reminders of every workspace follow the time. Any number of these may run, on any number of machines:
/// what one did, the others find done.
package struct ClockService: Service {
    let clocks: Clocks
    let locales: Locales
    let logger: Logger
    /// How long it rests between two rounds.
    let rest: Duration

    package init(
        clocks: Clocks, locales: Locales, logger: Logger, rest: Duration = .seconds(300)
    ) {
        self.clocks = clocks
        self.locales = locales
        self.logger = logger
        self.rest = rest
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await round()
                try? await Task.sleep(for: rest)
            }
        }
    }

    /// One look at every workspace. What fails in one does not keep the others waiting; the next round tries again.
    package func round() async {
        let workspaces: [Workspace]
        do throws(WorkspaceError) { workspaces = try await Workspaces(clocks.store).all() } catch {
            logger.warning("The workspaces cannot be read", metadata: ["reason": "\(error)"])
            return
        }
        for workspace in workspaces where !workspace.isClosed {
            do throws(WorkspaceError) {
                let refreshed = try await clocks.refresh(workspace)
                let alerted = try await clocks.refreshAlerts(workspace)
                let sent = try await clocks.remind(workspace, locales)
                guard refreshed != .init() || alerted != .init() || sent > 0 else { continue }
                logger.info(
                    "Clocks of a workspace went on",
                    metadata: [
                        "workspace": "\(workspace.slug)", "deadlines": "\(refreshed.new + refreshed.changed)",
                        "alerts": "\(alerted.raised)", "messages": "\(sent)",
                    ])
            } catch {
                logger.warning(
                    "Clocks of a workspace stand still",
                    metadata: ["workspace": "\(workspace.slug)", "reason": "\(error)"])
            }
        }
    }
}

extension ClockService: CustomStringConvertible {
    /// For the log of services: its name alone.
    package var description: String { "ClockService" }
}
