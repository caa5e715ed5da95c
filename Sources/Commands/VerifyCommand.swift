import ArgumentParser
import Markup
import Operations

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Checks the audit log, the change log and every reference.",
        discussion: "Exit code 1, and the place, where something is wrong.")

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let record = try await global.open(try await global.settings())
        let report = try await Verification(database: record.database)()
        if json {
            Terminal.json { writer in
                writer.member("ok", report.faults.isEmpty)
                writer.member("audit_entries", report.auditEntries)
                writer.member("changes", report.changes)
                writer.member("documents", report.documents)
                writer.member("recommendations", report.recommendations)
                writer.array("faults", of: report.faults)
            }
        } else {
            Terminal.say("audit entries    \(ProgressLine.grouped(report.auditEntries))")
            Terminal.say("changes          \(ProgressLine.grouped(report.changes))")
            Terminal.say("documents        \(ProgressLine.grouped(report.documents))")
            Terminal.say("recommendations  \(ProgressLine.grouped(report.recommendations))")
            for fault in report.faults { Terminal.say("Wrong: \(fault)") }
            Terminal.say(report.faults.isEmpty ? "Everything is in order." : "\(report.faults.count) things are wrong.")
        }
        if !report.faults.isEmpty { throw ExitCode(1) }
    }
}
