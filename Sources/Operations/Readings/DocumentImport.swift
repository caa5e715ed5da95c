package import Documents
package import Domain
import FoundationEssentials
import Secrets
import Store

/// Reads documents for the person at the command line, who accepts what is found.
package struct DocumentImport: Sendable {
    private let desk: Desk

    package init(desk: Desk) { self.desk = desk }

    package enum Mode: Sendable {
        /// Everything found goes into the record, doubtful findings too; they are told.
        case accept
        /// It waits on the desk.
        case review
        /// Nothing is kept.
        case dryRun
    }

    package struct Report: Sendable {
        package var report: ImportReport
        package var kind: DocumentKind
        package var reading: ReadingID?
        package var doubtful: [Finding] = []
        /// Findings that stay on the desk: for review, or because a communication never enters the record.
        package var onDesk = 0
    }

    package func callAsFunction(
        _ path: String, _ options: DocumentReader.Options, _ mode: Mode, name: String? = nil, by caller: Caller
    ) async throws(ImportError) -> Report {
        let began = desk.clock.milliseconds()
        let result: DocumentReader.Result
        do throws(DocumentError) {
            result = try await DocumentReader(reference: desk.reference, programs: desk.programs).read(path, options)
        } catch { throw .file(error.message) }
        var report: Report
        do throws(DeskError) {
            report =
                mode == .dryRun
                ? try await tryOut(path, result, by: caller)
                : try await keep(path, options, result, mode, name, by: caller)
        } catch { throw .desk(error) }
        report.report.file = path
        report.report.seconds = Double(desk.clock.milliseconds() - began) / 1_000
        return report
    }

    private func keep(
        _ path: String, _ options: DocumentReader.Options, _ result: DocumentReader.Result, _ mode: Mode,
        _ name: String?, by caller: Caller
    ) async throws(DeskError) -> Report {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .document(.unreadable(path: path, reason: "no such file, or no right to read it"))
        }
        let bytes = Array(data)
        let received = try await desk.receive(path, bytes, options, by: caller)
        // What people have decided or corrected stays; what only the command line took in is read as this program reads it.
        if try await desk.isUntouched(received.reading), try await desk.mayRead(received.reading, as: result, options) {
            try await desk.keep(received.reading, nil, result, bytes, replacing: true, by: caller)
        }
        let page = try await desk.reading(received.reading, for: caller)
        let facts = page.reading.facts ?? result.reading.facts
        var report = Report(report: empty(path, facts, isDryRun: false), kind: facts.kind, reading: received.reading)
        report.report.read = page.items.count
        report.doubtful = page.items.filter { $0.status != .dropped }.map(\.current).filter(\.isDoubtful)
        guard mode == .accept, facts.kind != .communication else {
            report.onDesk = page.items.count { $0.status == .open }
            return report
        }
        let acceptance = try await desk.accept(received.reading, .allButDropped, named: name, by: caller)
        if let own = acceptance.report { report.report = own }
        // Answers that no import can take: the importer has not seen them.
        let told = Set(report.report.rejections.map(\.row))
        let refused = page.items.filter { acceptance.refused[$0.id] != nil && $0.current.paragraph == nil }
        report.report.reject(
            refused.filter { !told.contains($0.current.number) }.map {
                RowRejection(
                    row: $0.current.number, field: "paragraph",
                    reason: acceptance.refused[$0.id]?.sentence ?? "it has no number")
            })
        return report
    }

    private func tryOut(
        _ path: String, _ result: DocumentReader.Result, by caller: Caller
    ) async throws(DeskError) -> Report {
        let facts = result.reading.facts
        var report = Report(report: empty(path, facts, isDryRun: true), kind: facts.kind, reading: nil)
        report.doubtful = result.reading.findings.filter(\.isDoubtful)
        report.report.read = result.reading.findings.count
        guard let source = FindingDrafts.source(facts.kind) else { return report }
        if let field = FindingDrafts.missing(facts) { throw .invalid(field: field, allowed: "known") }
        let maker = FindingDrafts(facts, desk.reference)
        let findings = result.reading.findings
        let drafts = zip(findings, maker.keys(findings, taken: [])).enumerated().map { place, entry in
            maker.draft(entry.0, row: place + 1, key: entry.1)
        }
        let order = Importing.Order(
            file: path, format: facts.kind.rawValue, source: source, isDryRun: true, actor: caller.name)
        do throws(ImportError) {
            report.report = try await Importing(database: desk.database, clock: desk.clock).run(
                order, open: { FindingSource(drafts) })
        } catch { throw .store(error.sentence) }
        return report
    }

    private func empty(_ path: String, _ facts: DocumentFacts, isDryRun: Bool) -> ImportReport {
        ImportReport(
            name: "", file: path, format: facts.kind.rawValue,
            source: FindingDrafts.source(facts.kind) ?? .document, isDryRun: isDryRun)
    }
}

extension Desk {
    /// Whether a new reading may stand for this one: what people have marked as a communication is opened only where the kind is named.
    func mayRead(
        _ id: ReadingID, as result: DocumentReader.Result, _ options: DocumentReader.Options
    ) async throws(DeskError) -> Bool {
        if result.reading.facts.kind == .communication || options.kind != nil { return true }
        return try await read { try ReadingRow.find(id, $0)?.isRestricted != true }
    }

    /// Whether nobody but the command line has decided on anything in it.
    func isUntouched(_ id: ReadingID) async throws(DeskError) -> Bool {
        let items = try await read { try ReadingItemRow.all(of: id, $0) }
        return items.allSatisfy { item in
            !item.isCorrected && item.status != .dropped
                && (item.status == .open || item.decidedBy?.hasPrefix("cli:") == true)
        }
    }
}

extension ImportError {
    static func desk(_ error: DeskError) -> ImportError {
        switch error {
        case .document(let error): .file(error.message)
        case .invalid(let field, _):
            .file(
                "The document does not say its \(field). Name it with --\(field), or correct it on the desk after --review."
            )
        case .fileEmpty: .file("The file is empty.")
        case .fileTooLarge(let max): .file("The file is larger than \(max >> 20) MB.")
        case .sealed(let reason): .store("sealed files cannot be opened: \(reason)")
        case .store(let reason): .store(reason)
        case .notFound, .forbidden, .stale, .notRead, .picture: .store("\(error)")
        }
    }
}
