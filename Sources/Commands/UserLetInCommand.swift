import ArgumentParser
import Domain
import People

/// Lets somebody into an institution that is not the State's and has nobody left who could.
struct UserLetInCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "let-in", abstract: "Lets somebody into an institution that has nobody left who could.",
        discussion: """
            An institution that is not the State's lets its people in itself, on its page. Where all have left, those who
            wait are let in here, or refused. Make sure that it is the institution that asks for it. Without a name the
            command lists everybody who waits.
            """)

    @Argument(help: "The name of the account that waits.")
    var name: String?

    @Option(help: "The workspace's name in addresses.")
    var workspace: String

    @Flag(help: "Refuse instead.")
    var refuse = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let record = try await global.open(try await global.settings())
        do throws(WorkspaceError) {
            let room = try await CommandRoom(workspace, record)
            let colleagues = Colleagues(room.store)
            let waiting = try await colleagues.all(room.keeper)
            guard let name else {
                for one in waiting {
                    Terminal.say("\(one.made.prefix(10))  \(one.role.rawValue)  \(one.name)  \(one.institutionName)")
                }
                return
            }
            guard let request = waiting.first(where: { $0.name == name }) else {
                throw WorkspaceError.invalid("name", "nobody called \(name) waits there.")
            }
            try await colleagues.decideForEmpty(request.id, accept: !refuse, by: room.keeper)
            Terminal.say(
                refuse
                    ? "\(name) was refused." : "\(name) is \(request.role.rawValue) of \(request.institutionName) now.")
        } catch { throw CommandFailure(error.sentence) }
    }
}
