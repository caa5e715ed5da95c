import ArgumentParser
import Domain
package import Mail
import Markup
import Operations

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Messages that wait, and those in trouble.",
        subcommands: [List.self, Retry.self, Test.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The newest messages, and what holds them up.")

        @Option(help: "waiting, sent or failed; all where not said.")
        var status: String?

        @Option(help: "How many, 1 to 1000.")
        var limit = 50

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var global: GlobalOptions

        func validate() throws {
            if let status, Outbox.Status(rawValue: status) == nil {
                throw ValidationError("--status takes waiting, sent or failed.")
            }
            guard (1...1_000).contains(limit) else { throw ValidationError("--limit takes 1 to 1000.") }
        }

        func run() async throws {
            let settings = try await global.settings()
            let record = try await global.open(settings)
            let outbox = Outbox(database: record.database, clock: .system)
            let entries = try await outbox.page(status.flatMap(Outbox.Status.init), limit: limit)
            for entry in entries { json ? MailCommand.json(entry) : MailCommand.say(entry) }
            guard !json else { return }
            for status in Outbox.Status.allCases {
                Terminal.say("\(status.rawValue)  \(ProgressLine.grouped(try await outbox.count(status)))")
            }
            if try settings.mailSettings == nil {
                Terminal.remark("No mail server is configured: set smtp-url and smtp-from to let messages leave.")
            }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets messages in trouble, or one of them, be tried again now.")

        @Argument(help: "The number of one message; all in trouble where not said.")
        var number: Int64?

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let record = try await global.open(try await global.settings())
            let count = try await Outbox(database: record.database, clock: .system).retry(number)
            if let number, count == 0 {
                throw CommandFailure("Message \(number) is not in trouble. `rapporteur mail` shows those that are.")
            }
            Terminal.say("\(count) \(count == 1 ? "message is" : "messages are") tried again.")
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts a message into the outbox to see whether it arrives.")

        @Argument(help: "Where to.")
        var address: String

        @Option(help: "In which language.")
        var language = "en"

        @OptionGroup var global: GlobalOptions

        func validate() throws {
            if MailAddress(address) == nil { throw ValidationError("\(address) is no e-mail address.") }
        }

        func run() async throws {
            let record = try await global.open(try await global.settings())
            let number = try await Outbox(database: record.database, clock: .system)
                .test(address, language: LanguageTag(language))
            Terminal.say(
                "Message \(number) waits. The running server sends it; `rapporteur mail` shows what became of it.")
        }
    }

    private static func say(_ entry: Outbox.Item) {
        let trouble = entry.trouble.map { "  attempt \(entry.attempts): \($0)" } ?? ""
        Terminal.say(
            "\(entry.number)  \(entry.made.prefix(16))  \(entry.status.rawValue)  \(entry.kind)  \(entry.address)\(trouble)"
        )
    }

    private static func json(_ entry: Outbox.Item) {
        Terminal.json { writer in
            writer.member("id", Int(entry.number))
            writer.member("kind", entry.kind)
            writer.member("address", entry.address)
            writer.member("status", entry.status.rawValue)
            writer.member("attempts", entry.attempts)
            writer.member("made", entry.made)
            writer.member("sent", entry.sent)
            writer.member("message_id", entry.messageID)
            writer.member("trouble", entry.trouble)
        }
    }
}

extension Settings {
    /// Nil where no mail server is configured. Throws what is wrong with the configuration otherwise.
    package var mailSettings: MailSettings? {
        get throws {
            guard let url = smtp.url else { return nil }
            do throws(MailSettings.Fault) {
                return try MailSettings(
                    url: url, from: smtp.from ?? "", user: smtp.user, password: smtp.password,
                    starttls: smtp.starttls, certificates: smtp.certificates,
                    publicAddress: publicAddress ?? "http://\(host):\(port)")
            } catch { throw CommandFailure("The configuration of mail cannot be used: \(error)") }
        }
    }
}
