import ArgumentParser
import Domain
import FoundationEssentials
import Markup
import Operations
import People

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Who may sign in, work on documents, and work in workspaces.",
        subcommands: [UserAddCommand.self, List.self, UserLetInCommand.self, Disable.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Every account, or the people of a workspace.")

        @Option(help: "The people of this workspace, with what they are in it.")
        var workspace: String?

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let record = try await global.open(try await global.settings())
            if let workspace { return try await list(workspace, record) }
            do throws(AccountError) {
                for account in try await record.accounts.list() {
                    guard json else {
                        let state = account.isDisabled ? "  disabled" : ""
                        let email = account.email.map { "  \($0)" } ?? ""
                        Terminal.say(
                            "\(account.created.prefix(10))  \(account.role.rawValue)  \(account.name)\(email)\(state)")
                        continue
                    }
                    Terminal.json { writer in
                        writer.member("name", account.name)
                        writer.member("role", account.role.rawValue)
                        writer.member("email", account.email)
                        writer.member("disabled", account.isDisabled)
                        writer.member("created", account.created)
                    }
                }
            } catch { throw CommandFailure(error.sentence) }
        }

        private func list(_ slug: String, _ record: OpenRecord) async throws {
            do throws(WorkspaceError) {
                let room = try await CommandRoom(slug, record)
                for entry in try await Memberships(room.store).all(room.keeper) {
                    guard json else {
                        let place = entry.institutionName.map { "  \($0)" } ?? ""
                        let until = entry.until.map { "  until \($0.prefix(10))" } ?? ""
                        Terminal.say("\(entry.since.prefix(10))  \(entry.role.rawValue)  \(entry.name)\(place)\(until)")
                        continue
                    }
                    Terminal.json { writer in
                        writer.member("name", entry.name)
                        writer.member("role", entry.role.rawValue)
                        writer.member("email", entry.email)
                        writer.member("institution", entry.institutionName)
                        writer.member("since", entry.since)
                        writer.member("until", entry.until)
                    }
                }
            } catch { throw CommandFailure(error.sentence) }
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes an account's key, sessions and tokens; its name stays in the audit log.")

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

/// A workspace that a command works in, and whoever keeps the store as its keeper.
struct CommandRoom {
    let store: WorkspaceStore
    let workspace: Workspace
    let keeper: Member

    init(_ slug: String, _ record: OpenRecord) async throws(WorkspaceError) {
        store = WorkspaceStore(database: record.database, clock: .system)
        workspace = try await Workspaces(store).find(slug)
        keeper = Member.keeper(UserCommand.caller.name, of: workspace)
    }

    /// The institution of this name or abbreviation.
    func institution(_ name: String?) async throws(WorkspaceError) -> InstitutionID? {
        guard let name else { return nil }
        let all = try await Institutions(store).all(keeper)
        guard let found = all.first(where: { $0.name == name || $0.abbreviation == name }) else {
            throw .invalid("institution", "there is none called \(name)")
        }
        return found.id
    }
}

extension WorkspaceError {
    /// What a person reads on the terminal.
    var sentence: String {
        switch self {
        case .notFound: "There is no such workspace. `rapporteur workspace list` shows them."
        case .forbidden: "This is not allowed."
        case .stale: "Somebody changed it meanwhile. Try again."
        case .invalid(let troubles):
            troubles.map { "\($0.field): \(Self.reasons[$0.allowed] ?? $0.allowed)" }.joined(separator: "\n")
        case .store(let reason): "The store did not take it: \(reason)"
        }
    }

    /// The same as the pages say, for whoever has no catalogue at hand.
    private static let reasons = [
        "people.colleagues.theirs": "it has people: one of them lets others in, on its page.",
        "workspace.slugForm": "2 to 40 small letters, digits and hyphens.",
        "workspace.slugTaken": "another workspace has this name in addresses.",
        "workspace.nameLength": "1 to 200 characters.",
        "workspace.timeZoneUnknown": "a name of the IANA database, for instance Europe/Ljubljana, or UTC.",
        "workspace.agencyState": "a State's agency names its State.",
        "workspace.mechanismState": "a mechanism has a State.",
        "people.emailForm": "an e-mail address.", "people.institutionNeeded": "a focal point has an institution.",
        "people.institutionUnknown": "no open institution of this workspace.",
        "people.memberAlready": "this person is a member already.",
        "people.lastAdministrator": "a workspace keeps an administrator.",
    ]
}

extension AccountError {
    /// What a person reads on the terminal.
    var sentence: String {
        switch self {
        case .nameTaken(let name): "There is an account called \(name). Choose another name."
        case .nameUnusable(let name):
            "\"\(name)\" cannot be a name: 1 to \(Account.nameLengthMax) characters, no colon, not \"system\"."
        case .unknownName(let name): "There is no account called \(name). `rapporteur user list` shows them."
        case .keyRefused, .signInRefused, .codeRefused, .codeNeeded: "The sign-in was refused."
        case .tooManyAttempts: "Too many attempts. Wait a minute."
        case .store(let reason), .outside(let reason): "The store did not take it: \(reason)"
        case .addressMissing, .passwordUnfit, .linkUseless, .confirmationNeeded, .notFound, .outsideUnknown,
            .tooManyTokens, .busy:
            "It was not done: \(self)"
        }
    }
}
