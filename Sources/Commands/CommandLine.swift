package import ArgumentParser

/// The program.
package struct RapporteurCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "rapporteur",
        abstract: "One record of human-rights recommendations: import, search, compare, export.",
        discussion: """
            A first hour:
              rapporteur demo                          invented States and texts to look around in
              rapporteur import export.json            your own file; the format is found out
              rapporteur search 'torture -police'      words, "phrases", OR, -not, pref*, state:PER
              rapporteur serve                         pages and API on http://127.0.0.1:8080

            Data lives in --data (default ./data) as one SQLite file; --database puts it on PostgreSQL.
            Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with rejected rows.
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, ImportCommand.self, ImportsCommand.self, ExtractCommand.self, SearchCommand.self,
            SimilarCommand.self, ClustersCommand.self, TagsCommand.self, ExportCommand.self, ReportCommand.self,
            ImportArchiveCommand.self,
            VerifyCommand.self,
            SynonymsCommand.self, UserCommand.self, WorkspaceCommand.self, MailCommand.self, DemoCommand.self,
            RelevanceCommand.self, AssessmentsCommand.self,
            ConfigurationCommand.self, DoctorCommand.self,
        ])

    package init() {}

    /// Runs what the process was asked for and ends it: 0 done, 1 failed, 2 wrong usage, 3 done with rejected rows.
    package static func start() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            exit(withError: nil)
        } catch {
            // The library's own code for wrong usage is sysexits' 64.
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Terminal.remark(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }
}
