import Domain
package import Logging
import ServiceLifecycle

/// Reads documents that wait on the desk, one after the other, while the server runs.
package struct ReadingService: Service {
    private let desk: Desk
    private let isAlone: Bool
    private let logger: Logger
    private let worker: String

    /// `isAlone`: no other process serves this store, so whatever is being read when this one begins was left by a crash.
    package init(desk: Desk, isAlone: Bool, logger: Logger) {
        self.desk = desk
        self.isAlone = isAlone
        self.logger = logger
        worker = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown { await work() }
    }

    private func work() async {
        desk.tidy()
        var isFresh = isAlone
        while !Task.isCancelled {
            do throws(DeskError) {
                if isFresh { try await desk.takeUp() }
                isFresh = false
                if try await desk.readNext(worker: worker) { continue }
            } catch {
                logger.warning("Documents cannot be read at the moment", metadata: ["reason": "\(error)"])
                try? await Task.sleep(for: .seconds(5))
            }
            try? await Task.sleep(for: .milliseconds(500))
        }
    }
}

extension ReadingService: CustomStringConvertible {
    /// For the log of services: its name alone.
    package var description: String { "ReadingService" }
}
