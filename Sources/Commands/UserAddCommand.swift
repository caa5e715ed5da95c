import ArgumentParser
import Domain
import Markup
import Operations
import People

/// Makes an account with a sign-in key, or, with an e-mail address, invites somebody to a workspace.
struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Makes an account and prints its sign-in key, once; or invites by e-mail.",
        discussion: """
            rapporteur user add Ana --role coordinator
                a key for the shared record
            rapporteur user add Ana --workspace aldora --role focal-point --institution MoJ
                a key for a workspace
            rapporteur user add --email ana@example.org --workspace aldora --role administrator
                an invitation: its letter waits for the mail server, and its link is printed

            The store keeps digests of keys and links alone: whoever loses one gets another.
            """)

    @Argument(help: "The name, as the audit log will show it. Not with --email: there the person chooses it.")
    var name: String?

    @Option(help: "In the record coordinator or focal-point; in a workspace one of its six roles.")
    var role = "focal-point"

    @Option(help: "Invite this address. Needs --workspace.")
    var email: String?

    @Option(help: "The workspace's name in addresses.")
    var workspace: String?

    @Option(help: "Name or abbreviation of an institution of the workspace.")
    var institution: String?

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (name == nil) != (email == nil) else { throw ValidationError("Give a name, or --email; not both.") }
        if email != nil, workspace == nil { throw ValidationError("--email needs --workspace.") }
        if institution != nil, workspace == nil { throw ValidationError("--institution needs --workspace.") }
        if workspace == nil, Role(rawValue: role) == nil || role == Role.none.rawValue {
            throw ValidationError("--role takes coordinator or focal-point.")
        }
        if workspace != nil, WorkspaceRole(rawValue: role) == nil {
            let roles = WorkspaceRole.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--role takes \(roles) in a workspace.")
        }
    }

    func run() async throws {
        let settings = try await global.settings()
        let record = try await global.open(settings, making: true)
        if let email { return try await invite(email, record, settings) }
        do throws(AccountError) {
            let isOfRecord = workspace == nil
            if let workspace { try await checkRoom(workspace, record) }
            let role: Role = isOfRecord ? Role(rawValue: role) ?? .focalPoint : .none
            let new = try await record.accounts.add(name ?? "", role, by: UserCommand.caller)
            if let workspace { try await put(new.account, workspace, record) }
            guard json else {
                Terminal.say("\(new.account.name) may sign in as \(self.role) with this key:")
                Terminal.say(new.key)
                Terminal.remark("It is shown this once. Give it to that person alone.")
                return
            }
            Terminal.json { writer in
                writer.member("name", new.account.name)
                writer.member("role", self.role)
                writer.member("key", new.key)
            }
        } catch { throw CommandFailure(error.sentence) }
    }

    /// Before an account is made: that there is such a workspace, and such an institution in it.
    private func checkRoom(_ slug: String, _ record: OpenRecord) async throws(AccountError) {
        do throws(WorkspaceError) { _ = try await CommandRoom(slug, record).institution(institution) } catch {
            throw .store(error.sentence)
        }
    }

    private func put(_ account: Account, _ slug: String, _ record: OpenRecord) async throws(AccountError) {
        do throws(WorkspaceError) {
            let room = try await CommandRoom(slug, record)
            try await Workspaces(room.store).put(
                account.id, WorkspaceRole(rawValue: role) ?? .observer, try await room.institution(institution),
                by: room.keeper)
        } catch { throw .store(error.sentence) }
    }

    private func invite(_ email: String, _ record: OpenRecord, _ settings: Settings) async throws {
        do throws(WorkspaceError) {
            let room = try await CommandRoom(workspace ?? "", record)
            let sent = try await Invitations(room.store, record.accounts).invite(
                Invitations.Order(
                    email: email, role: WorkspaceRole(rawValue: role) ?? .observer,
                    institution: try await room.institution(institution)), by: room.keeper)
            let link = (settings.publicAddress ?? "http://\(settings.host):\(settings.port)") + sent.path
            guard json else {
                Terminal.say(
                    "\(sent.invitation.email) is invited to \(room.workspace.name) as \(role). The link, good once:")
                Terminal.say(link)
                Terminal.remark("Until \(sent.invitation.expires.prefix(10)). The letter leaves with the next mail.")
                return
            }
            Terminal.json { writer in
                writer.member("email", sent.invitation.email)
                writer.member("role", role)
                writer.member("link", link)
                writer.member("expires", sent.invitation.expires)
            }
        } catch { throw CommandFailure(error.sentence) }
    }
}
