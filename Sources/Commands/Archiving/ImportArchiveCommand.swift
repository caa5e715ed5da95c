import Archives
import ArgumentParser
import Domain
import Foundation
import Markup
import Operations

struct ImportArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-archive",
        abstract: "Brings an export of an installation, or of a workspace, into an empty installation.",
        discussion: """
            The archive is a folder, or a ZIP file of one. Its checksums are compared before anything is read, and everything goes in or
            nothing does. An installation that has anything in it is refused. `rapporteur verify` runs at the end.

            Keys of recipients of protected submissions are ended, and their holders make new ones that are let in as first keys are:
            whoever made the file could have put keys of their own there. Name the signing key of the installation it comes from, as
            `rapporteur verify --key` printed it there, and the keys it vouched for stand; with the sealed part it goes on signing here.

            After it, the server runs as the old one did. Do not run both: they would be the same installation twice.
            """)

    @Argument(help: "The folder or ZIP file that `rapporteur export` made.", completion: .file())
    var archive: String

    @Option(help: "A file whose first line is the pass phrase of the sealed part.", completion: .file())
    var secrets: String?

    @Option(
        help: ArgumentHelp(
            "The public key of the installation that made it, from there and not from the file. May be given again.",
            valueName: "64 hexadecimal digits"))
    var signingKeyOf: [String] = []

    @Option(help: "The most that its files may have together, in GiB.")
    var mostGib = 64

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...65_536).contains(mostGib) else { throw ValidationError("--most-gib takes 1 to 65536.") }
    }

    func run() async throws {
        let settings = try await global.settings()
        try GlobalOptions.makeFolder(settings.data)
        let report = try await read(try global.environment().archive(settings))
        let record = try await global.open(settings)
        let checked = try await Verification(database: record.database, folder: record.folder)()
        say(report, checked)
        if !checked.faults.isEmpty { throw ExitCode(1) }
    }

    private func read(_ reading: ArchiveImport) async throws -> ArchiveImport.Report {
        let line = ArchiveProgress()
        defer { line.clear() }
        do throws(ArchiveFault) {
            return try await reading(
                archive, phrase: try PhraseFile.read(secrets), trusting: signingKeyOf, actor: UserCommand.caller.name,
                bytesMax: mostGib << 30, progress: { line.show("reading", $0) })
        } catch { throw CommandFailure(error.sentence) }
    }

    private func say(_ report: ArchiveImport.Report, _ checked: Verification.Report) {
        if json {
            return Terminal.json { writer in
                writer.member("archive", archive)
                writer.member("scope", report.scope.rawValue)
                writer.member("tables", report.tables.count)
                writer.member("rows", report.rows)
                writer.member("secrets", report.hasSecrets)
                writer.member("endedKeys", report.endedKeys)
                writer.member("keepsSigningKey", report.keepsSigningKey)
                writer.array("faults", of: checked.faults)
            }
        }
        Terminal.say("\(ProgressLine.grouped(report.rows)) rows of \(report.tables.count) tables are in.")
        if !report.hasSecrets {
            Terminal.remark("Passwords did not come along: people ask for a new one on the sign-in page.")
        }
        if report.endedKeys > 0 {
            Terminal.remark(
                "\(report.endedKeys) keys of recipients of protected submissions were ended. Their holders make new ones."
            )
        }
        for fault in checked.faults { Terminal.say("Wrong: \(fault)") }
        Terminal.say(checked.faults.isEmpty ? "Everything is in order." : "\(checked.faults.count) things are wrong.")
    }
}

/// A pass phrase from a file: never from the command line, where others on the machine read it.
enum PhraseFile {
    static func read(_ path: String?) throws(ArchiveFault) -> String? {
        guard let path else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else { throw .missing(file: path) }
        let line = String(decoding: data.prefix(4_096), as: UTF8.self).prefix { !$0.isNewline }
        guard line.count >= ArchiveFault.phraseCharactersMin else { throw .shortPhrase }
        return String(line)
    }
}

/// One line on a terminal that says which file is at work.
final class ArchiveProgress: Sendable {
    private let isShown = isatty(2) == 1

    func show(_ verb: String, _ name: String) {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(verb) \(name)".utf8))
    }

    func clear() {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
