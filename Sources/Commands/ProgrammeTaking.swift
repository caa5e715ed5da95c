import Domain
import FoundationEssentials
import Ingest
import Markup
import Operations
import People
import Programmes

/// Brings files of the aid-data standard in, as `import` found them to be.
struct ProgrammeTaking {
    let programmes: Programmes
    /// The workspace that keeps them; nil: for all.
    let member: Member?
    let isDryRun: Bool
    let isJSON: Bool

    init(_ record: OpenRecord, workspace: String?, resources: String, isDryRun: Bool, isJSON: Bool) async throws {
        programmes = try Self.open(record, resources: resources)
        if let workspace {
            guard
                let found = try await Workspaces(programmes.store).all().first(where: { $0.slug == workspace })
            else { throw CommandFailure("There is no workspace \(workspace). `rapporteur workspace list` names them.") }
            member = Member.keeper(UserCommand.caller.name, of: found)
        } else {
            member = nil
        }
        self.isDryRun = isDryRun
        self.isJSON = isJSON
    }

    static func open(_ record: OpenRecord, resources: String) throws -> Programmes {
        do throws(AidCodesError) {
            return Programmes(
                store: WorkspaceStore(database: record.database, clock: .system), library: record.library,
                codes: try AidCodes(directory: resources + "/reference", reference: record.reference))
        } catch {
            throw CommandFailure("The reference facts in \(error.file) cannot be read. Check --resources.")
        }
    }

    func take(_ file: String, _ kind: AidFileKind) async throws -> ProgrammeReport {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        guard kind == .activities else {
            var report = ProgrammeReport(file: file, isDryRun: isDryRun)
            report.failure = AidFileKind.organisationsSentence
            say(report)
            return report
        }
        let line = ProgressLine()
        let order = ProgrammeOrder(
            file: name, member: member, actor: UserCommand.caller.name, isPublic: member == nil, isDryRun: isDryRun)
        defer { line.clear() }
        do throws(WorkspaceError) {
            var report = try await programmes.take(
                order, open: { () throws(IngestError) in try FileSupply(path: file) }
            ) { line.show(rows: $0.rows, bytesRead: $0.bytesRead, bytesTotal: $0.bytesTotal, seconds: $0.seconds) }
            line.clear()
            report.file = file
            say(report)
            if !isDryRun, report.created + report.updated > 0 { while try await programmes.linkNext() > 0 {} }
            return report
        } catch {
            throw CommandFailure("\(file) was not read to its end: \(error). What came before went in.")
        }
    }

    private func say(_ report: ProgrammeReport) {
        if isJSON { return json(report) }
        let verb = report.isDryRun ? "would be " : ""
        let group = ProgressLine.grouped
        Terminal.say(Terminal.bold(report.file) + " as \(ProgrammeReport.format)")
        Terminal.say(
            "  \(group(report.read)) activities read in \(Int(report.seconds.rounded())) s; programmes: \(group(report.created)) \(verb)created, "
                + "\(group(report.updated)) \(verb)updated, \(group(report.unchanged)) unchanged; activities: "
                + "\(group(report.rejected)) rejected; \(group(report.warned)) warnings")
        for rejection in report.rejections {
            Terminal.say("  activity \(rejection.row), \(rejection.field): \(rejection.reason)")
        }
        for warning in report.warnings.prefix(20) {
            Terminal.say(Terminal.dim("  warning: activity \(warning.row), \(warning.field): \(warning.reason)"))
        }
        if report.warned > 20 { Terminal.say(Terminal.dim("  --json says all \(group(report.warned)) warnings")) }
        if let failure = report.failure {
            if report.read == 0 { return Terminal.remark("  \(failure)") }
            Terminal.remark(
                "  The file broke off: \(failure) What came before \(verb.isEmpty ? "went" : "would go") in.")
        }
    }

    private func json(_ report: ProgrammeReport) {
        Terminal.json { writer in
            writer.member("file", report.file)
            writer.member("format", ProgrammeReport.format)
            writer.member("read", report.read)
            writer.member("created", report.created)
            writer.member("updated", report.updated)
            writer.member("unchanged", report.unchanged)
            writer.member("rejected", report.rejected)
            for (name, entries) in [("rejections", report.rejections), ("warnings", report.warnings)] {
                writer.array(name) {
                    for entry in entries {
                        writer.object {
                            writer.member("row", entry.row)
                            writer.member("field", entry.field)
                            writer.member("reason", entry.reason)
                        }
                    }
                }
            }
            writer.member("failure", report.failure)
            writer.member("dry_run", report.isDryRun)
        }
    }
}
