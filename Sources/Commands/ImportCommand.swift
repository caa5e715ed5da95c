import ArgumentParser
import Documents
import Domain
import FoundationEssentials
import Markup
import Operations
import Programmes

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Reads files into the record; the format is found out from their content.",
        discussion: """
            Formats: \(names.joined(separator: " "))
            The same file again changes nothing; a newer one updates, and the old values stay in the history. A recommendation
            that another source has already is joined to it. Every thousand rows are kept as one; an import that was
            interrupted is resumed by starting it again, or taken back with `rapporteur imports undo NAME`.

            Documents (PDF, DOCX, ODT, RTF, HTML) are read paragraph by paragraph; report, addendum and list of a review come in any
            order. Doubtful findings go in as well and are listed; --review puts a document on the desk instead, where a person
            accepts it. Letters about alleged violations never enter the record: they stay on the desk, sealed.

            Activity files of the aid-data standard (IATI 1.01 to 2.03) become programmes; --workspace names who keeps them.

            A table (CSV, TSV, XLSX) of your own:
              rapporteur import --propose matrix.xlsx > mapping.json     what its columns seem to be; correct it
              rapporteur import --mapping mapping.json matrix.xlsx
            """)

    @Argument(help: "Files to read.", completion: .file())
    var files: [String]

    @Option(name: .customLong("as"), help: "The format, where it should not be found out.")
    var format: String?

    @Option(help: "A column mapping (JSON) for tables.", completion: .file())
    var mapping: String?

    @Flag(help: "Print the mapping that the header suggests, and import nothing.")
    var propose = false

    @Option(help: "A name for this import; by default the file's name and the time.")
    var name: String?

    @Option(
        help: ArgumentHelp("The source the records are filed under, where the file does not say.", valueName: "code"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "The language of a document, or of UHRI's JSON and XLSX (default: told by the text).", valueName: "tag"
        ))
    var language: String?

    @Flag(help: "Documents: put what is found on the desk; nothing enters the record before a person accepts it.")
    var review = false

    @OptionGroup(title: "Documents") var reading: ReadingOptions

    @Flag(help: "Say what would happen and change nothing.")
    var dryRun = false

    @Flag(help: "One JSON object a line and file on standard output.")
    var json = false

    @OptionGroup var global: GlobalOptions

    @Option(help: "Programmes: the workspace that keeps them, as drafts; by default they are public and for all.")
    var workspace: String?

    private static let names = ImportFormats.names + [ProgrammeReport.format]

    static var actor: String { UserCommand.caller.name }

    func validate() throws {
        if let format, !Self.names.contains(format) {
            throw ValidationError("--as takes one of: \(Self.names.joined(separator: ", ")).")
        }
        if name != nil, files.count > 1 { throw ValidationError("--name needs a single file.") }
    }

    func run() async throws {
        if propose { return try propose(files[0]) }
        let record = try await global.open(try await global.settings(), making: true)
        let importing = Importing(database: record.database, clock: .system)
        let documents = DocumentTaking(
            importing: DocumentImport(desk: record.desk), options: try reading.options(language: language),
            mode: dryRun ? .dryRun : review ? .review : .accept, isJSON: json,
            sentences: DoubtSentences(resources: try ResourceFolder.find(try await global.settings().resources)))
        let programmes = try await ProgrammeTaking(
            record, workspace: workspace,
            resources: try ResourceFolder.find(try await global.settings().resources), isDryRun: dryRun, isJSON: json)
        let following = record.ownsCorpus && !dryRun ? Task { try await record.feed.follow() } : nil
        var hasFailed = false
        var hasRejected = false
        for (place, file) in files.enumerated() {
            do {
                if mapping == nil, let kind = programmeFile(file) {
                    let report = try await programmes.take(file, kind)
                    if report.failure != nil { hasFailed = true }
                    if report.rejected > 0 { hasRejected = true }
                    continue
                }
                if format == nil, mapping == nil, DocumentReader.isDocument(file) {
                    let report = try await documents.take(file, place, of: files.count, name: name)
                    if report.failure != nil { hasFailed = true }
                    if report.rejected > 0 { hasRejected = true }
                    continue
                }
                let report = try await take(file, importing, record)
                json ? print(json: report) : print(report)
                if report.failure != nil { hasFailed = true }
                if report.rejected > 0 { hasRejected = true }
            } catch let error as ImportError {
                hasFailed = true
                json ? print(json: error, file) : Terminal.remark("\(file): \(error.sentence)")
            }
        }
        following?.cancel()
        _ = await following?.result
        if record.ownsCorpus, !dryRun {
            try await record.feed.catchUp()
            try record.saveCorpus()
        }
        if hasFailed { throw ExitCode(1) }
        if hasRejected { throw ExitCode(3) }
    }

    /// What a file of aid data holds; nil for every other file.
    private func programmeFile(_ file: String) -> AidFileKind? {
        if format == ProgrammeReport.format { return .activities }
        return format == nil ? AidFileKind.of(file) : nil
    }

    private func take(_ file: String, _ importing: Importing, _ record: OpenRecord) async throws(ImportError)
        -> ImportReport
    {
        let opened = try ImportFile(
            file, format: format, mapping: mapping, source: source, language: language, record.reference)
        let line = ProgressLine()
        defer { line.clear() }
        let order = Importing.Order(
            file: file, format: opened.format, source: opened.source, name: name, isDryRun: dryRun, actor: Self.actor)
        return try await importing.run(order, open: opened.open) { progress in
            line.show(
                rows: progress.rows, bytesRead: progress.bytesRead, bytesTotal: progress.bytesTotal,
                seconds: progress.seconds)
        }
    }

    private func propose(_ file: String) throws {
        do {
            Terminal.say(try ImportFile.proposedMapping(file))
        } catch {
            throw CommandFailure(error.sentence)
        }
    }

    private func print(_ report: ImportReport) {
        let verb = report.isDryRun ? "would be " : ""
        Terminal.say(Terminal.bold(report.file) + " as \(report.format)")
        let group = ProgressLine.grouped
        Terminal.say(
            "  \(group(report.read)) rows read in \(report.roundedSeconds) s; recommendations: "
                + "\(group(report.created)) \(verb)created, \(group(report.updated)) \(verb)updated, "
                + "\(group(report.unchanged)) unchanged; rows: \(group(report.rejected)) rejected")
        if report.merged > 0 { Terminal.say("  \(group(report.merged)) \(verb)joined into others as variants") }
        for rejection in report.rejections {
            Terminal.say("  row \(rejection.row), \(rejection.field): \(rejection.reason)")
        }
        if report.rejected > report.rejections.count {
            Terminal.say("  and \(group(report.rejected - report.rejections.count)) more rejected rows")
        }
        if let failure = report.failure {
            Terminal.remark(
                "  The file broke off: \(failure) What came before \(verb.isEmpty ? "went" : "would go") in.")
        } else if !report.isDryRun {
            Terminal.say(Terminal.dim("  kept as \(report.name)"))
        }
    }

    private func print(json report: ImportReport) {
        Terminal.json { writer in
            writer.member("file", report.file)
            writer.member("format", report.format)
            writer.member("name", report.name)
            writer.member("read", report.read)
            writer.member("created", report.created)
            writer.member("updated", report.updated)
            writer.member("unchanged", report.unchanged)
            writer.member("joined", report.merged)
            writer.member("rejected", report.rejected)
            report.writeRejections(to: writer)
            writer.member("failure", report.failure)
            writer.member("dry_run", report.isDryRun)
        }
    }

    private func print(json error: ImportError, _ file: String) {
        Terminal.json { writer in
            writer.member("file", file)
            writer.member("format", nil as String?)
            for key in ["read", "created", "updated", "unchanged", "rejected"] { writer.member(key, 0) }
            writer.array("rejections") {}
            writer.member("failure", error.sentence)
        }
    }
}
