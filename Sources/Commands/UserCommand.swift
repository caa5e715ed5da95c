import ArgumentParser
import Domain
import FoundationEssentials
import Markup
import Operations
import People

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Who may sign in and work on documents.",
        subcommands: [Add.self, List.self, Disable.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes an account and prints its sign-in key, once.",
            discussion: "The store keeps a digest of the key alone: whoever loses it gets a new account.")

        @Argument(help: "The name, as the audit log will show it.")
        var name: String

        @Option(help: "coordinator (everything, sealed names included) or focal-point (works on documents).")
        var role = "focal-point"

        @Flag(help: "One JSON object.")
        var json = false

        @OptionGroup var global: GlobalOptions

        func validate() throws {
            if Role(rawValue: role) == nil { throw ValidationError("--role takes coordinator or focal-point.") }
        }

        func run() async throws {
            let record = try await global.open(try await global.settings(), making: true)
            let role = Role(rawValue: role) ?? .focalPoint
            do throws(AccountError) {
                let new = try await record.accounts.add(name, role, by: UserCommand.caller)
                guard json else {
                    Terminal.say("\(new.account.name) may sign in as \(new.account.role.rawValue) with this key:")
                    Terminal.say(new.key)
                    Terminal.remark("It is shown this once. Give it to that person alone.")
                    return
                }
                Terminal.json { writer in
                    writer.member("name", new.account.name)
                    writer.member("role", new.account.role.rawValue)
                    writer.member("key", new.key)
                }
            } catch { throw CommandFailure(error.sentence) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Every account.")

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let record = try await global.open(try await global.settings())
            do throws(AccountError) {
                for account in try await record.accounts.list() {
                    guard json else {
                        let state = account.isDisabled ? "  disabled" : ""
                        Terminal.say(
                            "\(account.created.prefix(10))  \(account.role.rawValue)  \(account.name)\(state)")
                        continue
                    }
                    Terminal.json { writer in
                        writer.member("name", account.name)
                        writer.member("role", account.role.rawValue)
                        writer.member("disabled", account.isDisabled)
                        writer.member("created", account.created)
                    }
                }
            } catch { throw CommandFailure(error.sentence) }
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes an account's key and ends its sessions; its name stays in the audit log.")

        @Argument(help: "The name.")
        var name: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let record = try await global.open(try await global.settings())
            do throws(AccountError) {
                try await record.accounts.disable(name, by: UserCommand.caller)
            } catch { throw CommandFailure(error.sentence) }
            Terminal.say("\(name) cannot sign in any more.")
        }
    }

    static var caller: Caller { .commandLine(ProcessInfo.processInfo.environment["USER"] ?? "unknown") }
}

extension AccountError {
    /// What a person reads on the terminal.
    var sentence: String {
        switch self {
        case .nameTaken(let name): "There is an account called \(name). Choose another name."
        case .nameUnusable(let name):
            "\"\(name)\" cannot be a name: 1 to \(Account.nameLengthMax) characters, no colon, not \"system\"."
        case .unknownName(let name): "There is no account called \(name). `rapporteur user list` shows them."
        case .keyRefused: "The key was refused."
        case .tooManyAttempts: "Too many attempts. Wait a minute."
        case .store(let reason): "The store did not take it: \(reason)"
        }
    }
}
