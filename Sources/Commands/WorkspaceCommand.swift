import ArgumentParser
import Domain
import Markup
import Operations
import People
import Reference

struct WorkspaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workspace", abstract: "The workspaces of national mechanisms and of their partners.",
        subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a workspace. Its first administrator comes with `rapporteur user add --workspace`.")

        @Argument(help: "Its name in addresses: 2 to 40 small letters, digits and hyphens.")
        var slug: String

        @Option(help: "Its name as people read it.")
        var name: String

        @Option(help: "Whose room it is: mechanism (of a State) or partner.")
        var kind = WorkspaceKind.mechanism

        @Option(help: "Code of its State: ISO 3166-1 alpha-3. A mechanism has one; a partner may.")
        var state: String?

        @Option(help: "What a partner is, for instance foundation.")
        var actor: ActorKind?

        @Option(help: "Code of the regional group a partner works in, for instance africa.")
        var region: String?

        @Option(help: "Language of letters to those who chose none: en, fr, es, ru, ar, zh.")
        var language = "en"

        @Option(name: .customLong("time-zone"), help: "Where its days begin, for instance Europe/Ljubljana.")
        var timeZone = "UTC"

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let record = try await global.open(try await global.settings(), making: true)
            if let state, record.reference.facts(of: StateCode(state)) == nil {
                throw CommandFailure("\(state) is no State that the program knows. Codes look like PER.")
            }
            if let region, record.reference.group(region)?.kind != .region {
                throw CommandFailure("\(region) is no regional group that the program knows.")
            }
            guard ["en", "fr", "es", "ru", "ar", "zh"].contains(language) else {
                throw CommandFailure("--language takes en, fr, es, ru, ar or zh.")
            }
            let workspaces = Workspaces(WorkspaceStore(database: record.database, clock: .system))
            do throws(WorkspaceError) {
                let made = try await add(to: workspaces)
                Terminal.say("\(made.name) is at /workspaces/\(made.slug).")
                Terminal.remark(
                    "Next: rapporteur user add --email ADDRESS --workspace \(made.slug) --role administrator")
            } catch { throw CommandFailure(error.sentence) }
        }

        func validate() throws {
            switch kind {
            case .mechanism:
                if state == nil { throw ValidationError("A mechanism needs --state.") }
                if actor != nil || region != nil { throw ValidationError("--actor and --region are for partners.") }
            case .partner:
                if actor == nil { throw ValidationError("A partner needs --actor.") }
                if actor == .stateAgency, state == nil { throw ValidationError("A State's agency needs --state.") }
            }
        }

        private func add(to workspaces: Workspaces) async throws(WorkspaceError) -> Workspace {
            let state = state.map { StateCode($0) }
            if let actor {
                return try await workspaces.addPartner(
                    slug: slug, name: name, actor: actor, state: state, region: region,
                    language: LanguageTag(language), timeZone: timeZone, by: UserCommand.caller)
            }
            guard let state else { throw .invalid("state", "workspace.mechanismState") }
            return try await workspaces.add(
                slug: slug, name: name, state: state, language: LanguageTag(language), timeZone: timeZone,
                by: UserCommand.caller)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Every workspace.")

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let record = try await global.open(try await global.settings())
            let workspaces = Workspaces(WorkspaceStore(database: record.database, clock: .system))
            do throws(WorkspaceError) {
                for workspace in try await workspaces.all() {
                    guard json else {
                        let state = workspace.isClosed ? "  closed" : ""
                        let kind = workspace.actor.map { "  \($0.rawValue)" } ?? ""
                        Terminal.say(
                            "\(workspace.slug)  \(workspace.state?.rawValue ?? "–")  \(workspace.name)\(kind)\(state)")
                        continue
                    }
                    Terminal.json { writer in
                        writer.member("slug", workspace.slug)
                        writer.member("name", workspace.name)
                        writer.member("kind", workspace.kind.rawValue)
                        writer.member("state", workspace.state?.rawValue)
                        writer.member("actor", workspace.actor?.rawValue)
                        writer.member("region", workspace.region)
                        writer.member("language", workspace.language.rawValue)
                        writer.member("timeZone", workspace.timeZone)
                        writer.member("closed", workspace.isClosed)
                    }
                }
            } catch { throw CommandFailure(error.sentence) }
        }
    }
}

extension WorkspaceKind: ExpressibleByArgument {}
extension ActorKind: ExpressibleByArgument {}
