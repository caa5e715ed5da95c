import Archives
import ArgumentParser
import Assessments
import Clocks
import Consultations
import Cooperation
import CooperationRecords
import Domain
import Markup
import Operations
import People
import Plans
import Practices
import Programmes
import PublicFace

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes everything, one workspace or what is public into a folder, in open formats.",
        discussion: """
            Without more: the whole installation, with its history and files, to be read back by `rapporteur import-archive`. It is not
            public. What everybody may read lies beside the tables: recommendations.jsonl and so on.

            --workspace W writes one workspace with the public records it refers to. --public writes open data alone: recommendations.jsonl
            and .csv, documents.jsonl, one file per further kind, programmes.iati.xml. Each export has a README.md with the data
            dictionary, and SHA256SUMS.

            Keys, passwords and second factors are in no file, unless --secrets names a file with a pass phrase: then they are in
            secrets.sealed. Without them people ask for a new password after the move.
            """)

    @Option(help: "The folder; made if missing, its files of these names replaced.", completion: .directory)
    var out: String

    @Option(help: "Only this workspace.")
    var workspace: String?

    @Flag(name: .customLong("public"), help: "Only what everybody may read.")
    var isPublic = false

    @Option(help: "A file whose first line is the pass phrase for keys and passwords.", completion: .file())
    var secrets: String?

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if isPublic, workspace != nil { throw ValidationError("Take one of --public and --workspace.") }
        if secrets != nil, isPublic || workspace != nil {
            throw ValidationError("--secrets goes with the whole installation.")
        }
    }

    func run() async throws {
        let settings = try await global.settings()
        let record = try await global.open(settings)
        let archives = try ArchiveOpening.archives(
            record, resources: ResourceFolder.find(settings.resources), licence: settings.dataLicence)
        let scope: Archives.Scope = isPublic ? .everybody : workspace.map { .workspace($0) } ?? .installation
        let line = ArchiveProgress()
        do throws(ArchiveFault) {
            let report = try await archives.export(
                scope, to: out, phrase: try PhraseFile.read(secrets), progress: { line.show("writing", $0) })
            line.clear()
            say(report)
        } catch {
            line.clear()
            throw CommandFailure(error.sentence)
        }
    }

    private func say(_ report: Archives.Report) {
        if json {
            return Terminal.json { writer in
                writer.member("out", out)
                writer.member("files", report.files)
                writer.member("tables", report.tables.count)
                writer.member("rows", report.rows)
                writer.member("left_out", report.leftOut)
            }
        }
        let group = ProgressLine.grouped
        if report.tables.isEmpty { return Terminal.say("\(group(report.files)) files of open data written to \(out)") }
        Terminal.say(
            "\(group(report.rows)) rows of \(report.tables.count) tables written to \(out), \(group(report.files)) files in all"
        )
        if report.leftOut > 0 {
            Terminal.remark(
                "\(group(report.leftOut)) rows were left out: they lean on what belongs to other workspaces.")
        }
        if secrets == nil, workspace == nil {
            Terminal.remark(
                "Passwords and second factors are not in it; --secrets seals them into a part of their own.")
        }
    }
}

/// What an export is made with.
enum ArchiveOpening {
    static func archives(_ record: OpenRecord, resources: String, licence: String?) throws -> Archives {
        let store = WorkspaceStore(database: record.database, clock: .system)
        let practices = Practices(store: store, reference: record.reference)
        return Archives(
            store: store, folder: record.folder, programmes: try ProgrammeTaking.open(record, resources: resources),
            cooperation: Cooperation(
                store: store, library: record.library, issues: record.issues, reference: record.reference),
            practices: practices, beside: try published(record, store, practices, resources), licence: licence)
    }

    /// What workspaces published.
    private static func published(
        _ record: OpenRecord, _ store: WorkspaceStore, _ practices: Practices, _ resources: String
    ) throws -> [PublicTable] {
        WorkspaceTables.all(
            PublicFaces(store: store, library: record.library, reference: record.reference),
            Assessments(store: store, library: record.library, reference: record.reference),
            StateCooperation(
                store: store, library: record.library, reference: record.reference,
                yardsticks: try Yardsticks(directory: resources + "/reference")),
            Consultations(
                store: store,
                plans: Plans(
                    store: store, library: record.library, issues: record.issues, folder: record.folder),
                practices: practices, clocks: Clocks(store: store, reference: record.reference)))
    }
}
