package import Logging
import ServiceLifecycle
import Store

/// Sends messages while the server runs.
package struct MailService: Service {
    private let delivery: Delivery
    private let logger: Logger
    private let pause: Duration

    /// `pause`: how long to rest between two looks at the outbox.
    package init(delivery: Delivery, logger: Logger, pause: Duration = .seconds(3)) {
        self.delivery = delivery
        self.logger = logger
        self.pause = pause
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown { await follow() }
    }

    private func follow() async {
        var rests = 1
        while !Task.isCancelled {
            do throws(StoreError) {
                let outcome = try await delivery.pass()
                if outcome.sent + outcome.failed > 0 {
                    logger.info(
                        "Messages left", metadata: ["sent": "\(outcome.sent)", "failed": "\(outcome.failed)"])
                }
                if let trouble = outcome.trouble {
                    if rests == 1 {
                        logger.warning("Messages wait for the mail server", metadata: ["reason": "\(trouble)"])
                    }
                    // Up to five minutes, while the server is in trouble.
                    rests = min(rests * 2, 100)
                } else {
                    rests = 1
                }
            } catch {
                logger.warning("The outbox cannot be read at the moment", metadata: ["reason": "\(error)"])
            }
            try? await Task.sleep(for: pause * rests)
        }
    }
}

extension MailService: CustomStringConvertible {
    /// For the log of services: its name alone.
    package var description: String { "MailService" }
}
