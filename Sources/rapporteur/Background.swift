import Commands
import Domain
import Locales
import Logging
import Mail
import Operations
import People
import ServiceLifecycle
import Store

/// What runs beside the pages: messages leave, heads of the audit log are signed.
enum Background {
    static func services(
        _ settings: Settings, _ record: OpenRecord, _ audit: AuditTrail, _ locales: Locales, _ resources: String,
        _ logger: Logger
    ) async throws -> [ServiceGroupConfiguration.ServiceConfiguration] {
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(
                service: HeadService(
                    trail: audit,
                    logger: logger))
        ]
        guard let mail = try settings.mailSettings else {
            let waiting = try await Outbox(database: record.database, clock: .system).count(.waiting)
            logger.notice(
                "No mail server is configured: messages wait in the outbox", metadata: ["waiting": "\(waiting)"])
            return services
        }
        let postman = Postman(mail)
        if !postman.isInstalled {
            logger.warning("curl is not installed: messages wait in the outbox", metadata: ["package": "curl"])
        }
        let letters = Letters(
            locales, templates: LetterTemplates(data: record.folder, resources: resources),
            publicAddress: mail.publicAddress)
        let delivery = Delivery(database: record.database, postman: postman, letters: letters, clock: .system)
        services.append(.init(service: MailService(delivery: delivery, logger: logger)))
        return services
    }
}
