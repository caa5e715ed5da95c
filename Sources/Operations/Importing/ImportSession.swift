import Domain
import Ingest
import Store

/// One run of an import that keeps what it does.
struct ImportSession {
    let database: any Database
    let ids: IDAllocator
    let clock: Clock

    func keep(
        _ order: Importing.Order, _ name: String, _ reader: DraftReader, _ report: inout ImportReport,
        told: (DraftBatch) -> Void
    ) async throws(ImportError) {
        var context: ImportContext
        var pool = IDPool()
        do throws(StoreError) {
            let importID = ImportID(try await ids.take("import").lowerBound)
            context = try await begin(order, importID, name)
        } catch { throw .begin(error, name) }
        var tally = ImportTally()
        do throws(StoreError) {
            var batch = await read(reader, &report)
            while let current = batch {
                async let ahead = next(reader)
                try await pool.fill(ids, for: current.batch, &context)
                context.at = clock.instant
                let outcome = try await commit(current, context, tally, report)
                tally.keep(outcome, in: &context)
                tally.count(current, outcome, into: &report)
                told(current.batch)
                batch = take(await ahead, &report)
            }
            context.at = clock.instant
            try await end(context, report, order, report.failure == nil ? .finished : .interrupted)
        } catch {
            // What was committed stays and is told; the run can be resumed or undone.
            report.failure = error.description
            try? await end(context, report, order, .interrupted)
        }
    }

    private func next(_ reader: DraftReader) async -> Result<PreparedBatch?, IngestError> {
        do throws(IngestError) { return .success(try await reader.next()) } catch { return .failure(error) }
    }

    private func read(_ reader: DraftReader, _ report: inout ImportReport) async -> PreparedBatch? {
        take(await next(reader), &report)
    }

    private func take(_ result: Result<PreparedBatch?, IngestError>, _ report: inout ImportReport) -> PreparedBatch? {
        switch result {
        case .success(let batch): return batch
        case .failure(let error):
            report.failure = error.message
            return nil
        }
    }

    private func commit(
        _ prepared: PreparedBatch, _ context: ImportContext, _ tally: ImportTally, _ soFar: ImportReport
    ) async throws(StoreError) -> BatchOutcome {
        try await database.change(at: context.at) { connection, log in
            let outcome = try tally.apply(prepared.drafts, context, connection)
            for id in outcome.created { log.changed(.recommendation, id.value) }
            for id in outcome.updated.sorted() { log.changed(.recommendation, id.value) }
            for id in outcome.merged { log.removed(.recommendation, id.value) }
            let isRunning = try connection.execute(
                """
                UPDATE import_run SET rows_read = $2, touched = $3, created = $4, updated = $5
                WHERE id = $1 AND status = 'running'
                """,
                [
                    .int(context.importID.value), .int(prepared.batch.rowsRead), .text(context.at),
                    .int(soFar.created + outcome.created.count), .int(soFar.updated + outcome.updated.count),
                ])
            guard isRunning == 1 else { throw StoreError.busy(reason: "this import was undone meanwhile") }
            return outcome
        }.value
    }

    private func begin(
        _ order: Importing.Order, _ importID: ImportID, _ name: String
    ) async throws(StoreError) -> ImportContext {
        let at = clock.instant
        return try await database.change(at: at) { connection, log in
            let context = try Self.context(order, importID, at: at, connection)
            try Self.insertRun(context, name: name, order, connection)
            log.audit(AuditEntry(actor: order.actor, action: "import.begin", subject: "import/\(importID)"))
            return context
        }.value
    }

    /// What a run knows before its first batch.
    static func context(
        _ order: Importing.Order, _ importID: ImportID, at: String, _ connection: any WriteConnection
    ) throws -> ImportContext {
        let sourceID = try SourceRow.establish(order.source, connection)
        var context = ImportContext(importID: importID, source: order.source, sourceID: sourceID, at: at)
        context.isNewSource =
            try connection.count(
                "SELECT COUNT(*) FROM (SELECT 1 FROM source_row WHERE source_id = $1 LIMIT 1) AS any_row",
                [.int(sourceID)]) == 0
        try connection.query(
            """
            SELECT DISTINCT r.document_id, COALESCE(r.review, '') FROM source_row s
            JOIN recommendation r ON r.id = s.recommendation_id WHERE s.source_id <> $1
            """, [.int(order.source.isDocument ? 0 : sourceID)]
        ) { row in
            context.foreignDocuments.insert(DocumentID(try row.int(0)))
            let review = try row.text(1)
            if !review.isEmpty { context.foreignReviews.insert(review) }
        }
        return context
    }

    static func insertRun(
        _ context: ImportContext, name: String, _ order: Importing.Order, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO import_run (id, name, file, format, source_id, status, rows_read, created, updated, unchanged, rejected,
                started, touched) VALUES ($1, $2, $3, $4, $5, 'running', 0, 0, 0, 0, 0, $6, $6)
            """,
            [
                // The name alone: pages show it, and a folder tells about people and machines.
                .int(context.importID.value), .text(name), .text(order.fileName), .text(order.format),
                .int(context.sourceID),
                .text(context.at),
            ])
    }

    /// Writes how the run ended, its rejected rows and the audit entry.
    private func end(
        _ context: ImportContext, _ report: ImportReport, _ order: Importing.Order, _ status: ImportRun.Status
    ) async throws(StoreError) {
        let at = clock.instant
        try await database.change(at: at) { connection, log in
            try connection.execute(
                """
                UPDATE import_run SET status = $2, rows_read = $3, created = $4, updated = $5, unchanged = $6, rejected = $7,
                    touched = $8, ended = $8, failure = $9 WHERE id = $1
                """,
                [
                    .int(context.importID.value), .text(status.rawValue), .int(report.read), .int(report.created),
                    .int(report.updated), .int(report.unchanged), .int(report.rejected), .text(at),
                    .optional(report.failure),
                ])
            var rows = SQLRows(columnCount: 5, rowsExpected: report.rejections.count)
            for (place, rejection) in report.rejections.enumerated() {
                rows.append(
                    .int(context.importID.value), .int(place), .int(rejection.row), .text(rejection.field),
                    .text(rejection.reason))
            }
            if !rows.isEmpty {
                try connection.insert(
                    into: "import_rejection", ["import_id", "position", "row_number", "field", "reason"], rows)
            }
            log.audit(
                AuditEntry(
                    actor: order.actor, action: "import.\(status.rawValue)", subject: "import/\(context.importID)",
                    detail: "{\"rows\":\(report.read),\"created\":\(report.created),\"updated\":\(report.updated)}"))
        }
    }
}

extension ImportError {
    static func begin(_ error: StoreError, _ name: String) -> ImportError {
        if case .constraint(.unique, _) = error { return .nameTaken(name) }
        return .store(error.description)
    }
}

/// Blocks of ids taken ahead, so that a batch needs no transaction of its own for them.
struct IDPool {
    private var ends = IDBlocks()
    private static let blockSize = 20_000

    /// Makes sure that the batch finds enough ids of every kind.
    mutating func fill(_ ids: IDAllocator, for batch: DraftBatch, _ context: inout ImportContext)
        async throws(StoreError)
    {
        let count = batch.drafts.count
        let parts = batch.drafts.reduce(0) { $0 + $1.parts.count }
        // As if every tag were new: what is not used stays for the next batch.
        let newTerms = batch.drafts.reduce(ActionCategory.allCases.count) { $0 + $1.tags.count }
        for (kind, path, needed) in [
            ("recommendation", \IDBlocks.recommendation, count), ("part", \.part, parts),
            ("document", \.document, count),
            ("position", \.position, count), ("term", \.term, newTerms), ("assessment", \.assessment, count),
        ] where ends[keyPath: path] - context.ids[keyPath: path] < Int64(needed) {
            let block = try await ids.take(kind, max(Self.blockSize, needed))
            context.ids[keyPath: path] = block.lowerBound
            ends[keyPath: path] = block.upperBound
        }
    }
}
