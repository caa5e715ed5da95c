import ArgumentParser
import Domain
import Markup
import Operations

struct ImportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imports", abstract: "Shows past imports and takes one back.",
        subcommands: [List.self, Rejected.self, Undo.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every import, newest first. One that was interrupted is resumed by importing its file again.")

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let record = try await global.open(try await global.settings())
            for run in try await record.library.sources().runs {
                if json { print(json: run) } else { print(run) }
            }
        }

        private func print(_ run: ImportRun) {
            Terminal.say(Terminal.bold(run.name) + "  " + run.status.rawValue)
            Terminal.say(
                "  \(run.file) as \(run.format), \(run.started): \(run.rowsRead) rows, \(run.created) created, "
                    + "\(run.updated) updated, \(run.unchanged) unchanged, \(run.rejected) rejected")
            if let failure = run.failure { Terminal.say("  broke off: \(failure)") }
        }

        private func print(json run: ImportRun) {
            Terminal.json { writer in
                writer.member("name", run.name)
                writer.member("file", run.file)
                writer.member("format", run.format)
                writer.member("source", run.source.rawValue)
                writer.member("status", run.status.rawValue)
                writer.member("read", run.rowsRead)
                writer.member("created", run.created)
                writer.member("updated", run.updated)
                writer.member("unchanged", run.unchanged)
                writer.member("rejected", run.rejected)
                writer.member("started", run.started)
                writer.member("ended", run.ended)
                writer.member("failure", run.failure)
            }
        }
    }

    struct Rejected: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The rejected rows of an import, with their reasons.")

        @Argument(help: "The import's name, as `imports` shows it.")
        var name: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let record = try await global.open(try await global.settings())
            do {
                for rejection in try await record.library.rejections(ofImport: name) {
                    Terminal.say("row \(rejection.row), \(rejection.field): \(rejection.reason)")
                }
            } catch OperationError.notFound {
                throw CommandFailure(ImportError.unknownName(name).sentence)
            }
        }
    }

    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes back what an import brought: its own records go, others get their earlier values again.")

        @Argument(help: "The import's name, as `imports` shows it.")
        var name: String

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let record = try await global.open(try await global.settings())
            do {
                let report = try await ImportUndo(database: record.database, clock: .system)(
                    name, actor: ImportCommand.actor)
                try await record.feed.catchUp()
                try? record.saveCorpus()
                Terminal.say("\(report.removed) recommendations removed, \(report.restored) put back as they were.")
                if report.stayedMerged > 0 {
                    Terminal.say("\(report.stayedMerged) that this import joined into one stay joined.")
                }
            } catch let error as ImportError {
                throw CommandFailure(error.sentence)
            }
        }
    }
}
