import ArgumentParser
import Domain
import Markup
import Operations
import People
import Reference

struct WorkspaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workspace", abstract: "The workspaces of national mechanisms.",
        subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a workspace. Its first administrator comes with `rapporteur user add --workspace`.")

        @Argument(help: "Its name in addresses: 2 to 40 small letters, digits and hyphens.")
        var slug: String

        @Option(help: "Its name as people read it.")
        var name: String

        @Option(help: "Code of its State: ISO 3166-1 alpha-3.")
        var state: String

        @Option(help: "Language of letters to those who chose none: en, fr, es, ru, ar, zh.")
        var language = "en"

        @Option(name: .customLong("time-zone"), help: "Where its days begin, for instance Europe/Ljubljana.")
        var timeZone = "UTC"

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let record = try await global.open(try await global.settings(), making: true)
            guard record.reference.facts(of: StateCode(state)) != nil else {
                throw CommandFailure("\(state) is no State that the program knows. Codes look like PER.")
            }
            guard ["en", "fr", "es", "ru", "ar", "zh"].contains(language) else {
                throw CommandFailure("--language takes en, fr, es, ru, ar or zh.")
            }
            let workspaces = Workspaces(WorkspaceStore(database: record.database, clock: .system))
            do throws(WorkspaceError) {
                let made = try await workspaces.add(
                    slug: slug, name: name, state: StateCode(state), language: LanguageTag(language),
                    timeZone: timeZone, by: UserCommand.caller)
                Terminal.say("\(made.name) is at /workspaces/\(made.slug).")
                Terminal.remark(
                    "Next: rapporteur user add --email ADDRESS --workspace \(made.slug) --role administrator")
            } catch { throw CommandFailure(error.sentence) }
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
                        Terminal.say("\(workspace.slug)  \(workspace.state.rawValue)  \(workspace.name)\(state)")
                        continue
                    }
                    Terminal.json { writer in
                        writer.member("slug", workspace.slug)
                        writer.member("name", workspace.name)
                        writer.member("state", workspace.state.rawValue)
                        writer.member("language", workspace.language.rawValue)
                        writer.member("timeZone", workspace.timeZone)
                        writer.member("closed", workspace.isClosed)
                    }
                }
            } catch { throw CommandFailure(error.sentence) }
        }
    }
}
