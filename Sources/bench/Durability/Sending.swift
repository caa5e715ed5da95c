import ArgumentParser
import Domain
import Foundation
import Locales
import Mail
import Operations
import Store

/// Sends what waits in the outbox until nothing waits, or until it is killed.
struct Sending: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "send", abstract: "Sends until it is killed.")

    @Option(help: "smtp://127.0.0.1:port")
    var smtp: String

    @OptionGroup var place: Durability.Place

    func run() async throws {
        let record = try await place.open()
        let settings = try MailSettings(
            url: smtp, from: "Mechanism of Aldora <upr@aldora.example>", publicAddress: "https://aldora.example")
        // Waits of a second, so that what a killed process held is soon taken by the next.
        let delivery = Delivery(
            database: record.database, postman: Postman(settings),
            letters: Letters(
                try Locales.load(from: place.resources + "/locales"),
                templates: LetterTemplates(data: place.data, resources: place.resources),
                publicAddress: settings.publicAddress),
            clock: .system,
            patience: Delivery.Patience(
                attemptsMax: 1_000, firstPauseSeconds: 1, longestPauseSeconds: 1, claimSeconds: 1, batch: 5))
        try Durability.say("ready")
        while true {
            let outcome = try await delivery.pass()
            if let trouble = outcome.trouble { try Durability.say("trouble \(trouble)") }
            let waiting = try await Outbox(database: record.database, clock: .system).count(.waiting)
            if waiting == 0 { break }
            try await Task.sleep(for: .milliseconds(100))
        }
        try Durability.say("done")
        await record.database.close()
    }
}
