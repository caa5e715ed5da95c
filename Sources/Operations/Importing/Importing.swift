package import Domain
package import Ingest
package import Store

/// Brings files into the record.
///
/// A run commits after every thousand rows under its name. Importing the same file again changes nothing, so an interrupted
/// run is resumed by starting it again.
package struct Importing: Sendable {
    private let database: any Database
    private let ids: IDAllocator
    private let clock: Clock

    package init(database: any Database, clock: Clock) {
        self.database = database
        ids = IDAllocator(database)
        self.clock = clock
    }

    /// What is to be imported, and as what.
    package struct Order: Sendable {
        package var file: String
        package var format: String
        package var source: SourceCode
        /// Nil takes the file's name and the time.
        package var name: String?
        package var isDryRun: Bool
        /// For the audit log.
        package var actor: String

        package init(
            file: String, format: String, source: SourceCode, name: String? = nil, isDryRun: Bool = false, actor: String
        ) {
            self.file = file
            self.format = format
            self.source = source
            self.name = name
            self.isDryRun = isDryRun
            self.actor = actor
        }

        /// The file without its folder.
        var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }
    }

    /// Imports everything `open` gives. `progress` is told after every batch.
    package func run(
        _ order: Order, open: @escaping @Sendable () throws(IngestError) -> any DraftSource,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws(ImportError) -> ImportReport {
        let began = clock.milliseconds()
        let name = order.name ?? "\(order.fileName)-\(clock.instant)"
        var report = ImportReport(
            name: name, file: order.file, format: order.format, source: order.source, isDryRun: order.isDryRun)
        let reader = DraftReader(source: order.source)
        do throws(IngestError) { try await reader.open(open) } catch { throw .file(error.message) }
        if order.isDryRun {
            try await dryRun(order, open, &report)
        } else {
            let run = ImportSession(database: database, ids: ids, clock: clock)
            try await run.keep(order, name, reader, &report) { batch in
                progress(
                    ImportProgress(
                        rows: batch.rowsRead, bytesRead: batch.bytesRead, bytesTotal: batch.bytesTotal,
                        seconds: Double(clock.milliseconds() - began) / 1_000))
            }
        }
        report.seconds = Double(clock.milliseconds() - began) / 1_000
        return report
    }

    /// Everything an import would do, in one transaction that is given up at the end. Other writers wait that long.
    private func dryRun(
        _ order: Order, _ open: @escaping @Sendable () throws(IngestError) -> any DraftSource,
        _ report: inout ImportReport
    ) async throws(ImportError) {
        let start = report
        let at = clock.instant
        do {
            try await database.write { connection in
                var report = start
                var tally = ImportTally()
                var context = try ImportSession.context(order, ImportID(1 << 40), at: at, connection)
                context.ids = .beyondAll
                try ImportSession.insertRun(context, name: start.name, order, connection)
                do throws(IngestError) {
                    var source = try open()
                    while let batch = try source.nextBatch() {
                        do {
                            let prepared = PreparedBatch(batch, source: start.source)
                            let outcome = try tally.apply(prepared.drafts, context, connection)
                            tally.keep(outcome, in: &context)
                            tally.count(prepared, outcome, into: &report)
                        } catch {
                            throw IngestError.malformed(
                                byte: batch.bytesRead, record: batch.rowsRead, reason: "\(error)")
                        }
                    }
                } catch {
                    report.failure = error.message
                }
                throw DryRunEnd(report: report)
            }
        } catch {
            guard case .abandoned(let end as DryRunEnd) = error else { throw ImportError.begin(error, start.name) }
            report = end.report
        }
    }

    private struct DryRunEnd: Error { let report: ImportReport }
}

extension IDBlocks {
    /// Ids that no store reaches, for transactions that are given up.
    static let beyondAll = IDBlocks(
        recommendation: 1 << 40, part: 1 << 40, document: 1 << 40, position: 1 << 40, term: 1 << 40,
        assessment: 1 << 40,
        history: 1)
}
