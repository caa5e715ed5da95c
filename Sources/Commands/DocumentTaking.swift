import Documents
import Domain
import FoundationEssentials
import Markup
import Operations

/// Takes documents in, one after the other, and prints what happened to each.
struct DocumentTaking {
    let importing: DocumentImport
    let options: DocumentReader.Options
    let mode: DocumentImport.Mode
    let isJSON: Bool
    let sentences: DoubtSentences

    private static let doubtsShownMax = 200

    func take(
        _ file: String, _ place: Int, of count: Int, name: String?
    ) async throws(ImportError) -> ImportReport {
        let line = ProgressLine()
        line.say("reading \(place + 1) of \(count): \(file.split(separator: "/").last ?? "")")
        defer { line.clear() }
        let caller = Caller.commandLine(ProcessInfo.processInfo.environment["USER"] ?? "unknown")
        let report = try await importing(file, options, mode, name: name, by: caller)
        line.clear()
        isJSON ? print(json: report) : print(report)
        return report.report
    }

    private func print(_ taken: DocumentImport.Report) {
        let report = taken.report
        let group = ProgressLine.grouped
        let verb = report.isDryRun ? "would be " : ""
        Terminal.say(Terminal.bold(report.file) + ": " + sentences(taken.kind))
        var line = "  \(group(report.read)) found in \(Self.rounded(report.seconds)) s"
        if taken.onDesk > 0 {
            line += "; \(group(taken.onDesk)) open on the desk as reading \(taken.reading.map(\.description) ?? "")"
            if taken.kind == .communication { line += ": a communication, sealed, never in the record" }
        } else {
            line +=
                "; recommendations: \(group(report.created)) \(verb)created, \(group(report.updated)) \(verb)updated, "
                + "\(group(report.unchanged)) unchanged"
        }
        if report.merged > 0 { line += ", \(group(report.merged)) \(verb)joined into others as variants" }
        if report.waiting > 0 { line += "; \(group(report.waiting)) answers wait for their report" }
        if report.rejected > 0 { line += "; \(group(report.rejected)) rejected" }
        Terminal.say(line)
        for rejection in report.rejections {
            Terminal.say("  number \(rejection.row), \(rejection.field): \(rejection.reason)")
        }
        if !taken.doubtful.isEmpty { Terminal.say("  \(group(taken.doubtful.count)) doubtful, please look at them:") }
        for finding in taken.doubtful.prefix(Self.doubtsShownMax) { Terminal.say("    " + self.line(finding)) }
        if let failure = report.failure { Terminal.remark("  It broke off: \(failure)") }
        if !report.isDryRun, !report.name.isEmpty { Terminal.say(Terminal.dim("  kept as \(report.name)")) }
    }

    private func line(_ finding: Finding) -> String {
        let doubts = finding.doubts.map { sentences($0) }
        let page = finding.page.map { "page \($0), " } ?? ""
        return "\(page)paragraph \(finding.paragraph?.printed ?? "-"): \(doubts.joined(separator: " "))"
    }

    private static func rounded(_ seconds: Double) -> String {
        String(Int(seconds * 10) / 10) + "." + String(Int(seconds * 10) % 10)
    }

    private func print(json taken: DocumentImport.Report) {
        let report = taken.report
        Terminal.json { writer in
            writer.member("file", report.file)
            writer.member("format", taken.kind.rawValue)
            writer.member("name", report.name.isEmpty ? nil : report.name)
            writer.member("read", report.read)
            writer.member("created", report.created)
            writer.member("updated", report.updated)
            writer.member("unchanged", report.unchanged)
            writer.member("joined", report.merged)
            writer.member("waiting", report.waiting)
            writer.member("rejected", report.rejected)
            writer.array("rejections") {
                for rejection in report.rejections {
                    writer.object {
                        writer.member("row", rejection.row)
                        writer.member("field", rejection.field)
                        writer.member("reason", rejection.reason)
                    }
                }
            }
            writer.member("doubtful", taken.doubtful.count)
            writer.array("doubts") {
                for finding in taken.doubtful {
                    writer.object {
                        writer.member("paragraph", finding.paragraph?.printed)
                        writer.member("page", finding.page)
                        writer.array("doubts", of: finding.doubts.map(\.code.rawValue))
                    }
                }
            }
            writer.member("on_desk", taken.onDesk)
            writer.member("reading", taken.reading.map(\.description))
            writer.member("failure", report.failure)
            writer.member("dry_run", report.isDryRun)
        }
    }
}
