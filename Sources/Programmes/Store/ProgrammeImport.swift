package import Domain
package import Ingest
import People
import Store

/// What an import of programmes did. Rows are activities of the file; programmes are counted as created, updated and unchanged.
package struct ProgrammeReport: Sendable {
    package var file: String
    package var read = 0
    package var created = 0
    package var updated = 0
    package var unchanged = 0
    package var rejected = 0
    package var warned = 0
    /// At most `keptMax` each; the counts are of all.
    package var rejections: [RowRejection] = []
    package var warnings: [RowRejection] = []
    /// Why the file broke off; what came before it went in.
    package var failure: String?
    package var isDryRun: Bool
    package var seconds = 0.0

    package static let format = "iati"
    package static let keptMax = 10_000

    package init(file: String, isDryRun: Bool) {
        self.file = file
        self.isDryRun = isDryRun
    }

    mutating func reject(_ row: Int, _ field: String, _ reason: String) {
        rejected += 1
        if rejections.count < Self.keptMax { rejections.append(.init(row: row, field: field, reason: reason)) }
    }

    mutating func warn(_ row: Int, _ field: String, _ reason: String) {
        if warnings.count < Self.keptMax { warnings.append(.init(row: row, field: field, reason: reason)) }
    }
}

/// Where an import stands, for a progress line.
package struct ProgrammeProgress: Sendable {
    package var rows: Int
    package var bytesRead: Int
    package var bytesTotal: Int?
    package var seconds: Double
}

/// For whom programmes are imported.
package struct ProgrammeOrder: Sendable {
    /// As messages name it, without its folder.
    package var file: String
    /// The workspace that keeps what comes in; nil where the operator imports for all.
    package var member: Member?
    /// For the audit log, where there is no member.
    package var actor: String
    /// Whether new programmes show to everybody at once.
    package var isPublic: Bool
    package var isDryRun: Bool

    package init(file: String, member: Member? = nil, actor: String, isPublic: Bool = true, isDryRun: Bool = false) {
        self.file = file
        self.member = member
        self.actor = actor
        self.isPublic = isPublic
        self.isDryRun = isDryRun
    }
}

extension Programmes {
    /// Reads a file and keeps what is new in it: a programme is known by its identifier, and equal content is no change. Each batch is one
    /// transaction, so an import that was interrupted is resumed by starting it again.
    package func take(
        _ order: ProgrammeOrder, open: @escaping @Sendable () throws(IngestError) -> any ByteSupply,
        progress: @Sendable (ProgrammeProgress) -> Void = { _ in }
    ) async throws(WorkspaceError) -> ProgrammeReport {
        if let member = order.member, try member.limit(.manageProgrammes) != nil { throw .forbidden }
        let began = store.clock.milliseconds()
        var report = ProgrammeReport(file: order.file, isDryRun: order.isDryRun)
        let reader = ProgrammeReader(codes)
        do throws(XMLFault) { try await reader.open(open) } catch {
            report.failure = error.sentence
            return report
        }
        var seen: Set<String> = []
        while true {
            let batch = await reader.next()
            if !batch.activities.isEmpty { try await keep(batch.activities, order, &seen, &report) }
            report.seconds = Double(store.clock.milliseconds() - began) / 1_000
            progress(
                ProgrammeProgress(
                    rows: report.read, bytesRead: batch.bytesRead, bytesTotal: batch.bytesTotal,
                    seconds: report.seconds))
            if let fault = batch.fault { report.failure = fault.sentence }
            if batch.isLast { return report }
        }
    }

    private func keep(
        _ activities: [ProgrammeReader.Prepared], _ order: ProgrammeOrder, _ seen: inout Set<String>,
        _ report: inout ProgrammeReport
    ) async throws(WorkspaceError) {
        var wanted: [ProgrammeReader.Prepared] = []
        for entry in activities {
            report.read += 1
            let place = "line \(entry.read.line)"
            let name = entry.read.identifier.isEmpty ? place : "\(entry.read.identifier), \(place)"
            report.warned += entry.read.warningsCount
            for note in entry.read.warnings {
                report.warn(
                    entry.read.row, "\(entry.read.identifier), line \(note.line), \(note.element)", note.reason)
            }
            if let refusal = entry.read.refusal {
                report.reject(
                    entry.read.row,
                    "\(entry.read.identifier.isEmpty ? "" : entry.read.identifier + ", ")line \(refusal.line), "
                        + refusal.element, refusal.reason)
            } else if !seen.insert(entry.read.identifier).inserted {
                report.reject(entry.read.row, name, "its identifier stands in the file twice; the first was taken")
            } else {
                wanted.append(entry)
            }
        }
        guard !wanted.isEmpty else { return }
        let work = ProgrammeBatch(order: order, activities: wanted, at: store.clock.instant)
        let outcome: ProgrammeBatch.Outcome
        if order.isDryRun {
            outcome = try await store.read { try work.look($0).outcome }
        } else if let member = order.member {
            outcome = try await store.change(member) { change in
                let outcome = try work.write(change.connection)
                for (entry, record) in outcome.written {
                    change.did("programme.\(entry)", Subject(.programme, record.value))
                }
                return outcome
            }
        } else {
            outcome = try await writeForAll(work, order.actor)
        }
        report.created += outcome.created
        report.updated += outcome.updated
        report.unchanged += outcome.unchanged
        for entry in outcome.refused {
            report.reject(entry.row, "\(entry.identifier), line \(entry.line)", entry.reason)
        }
    }

    /// The operator's own import: one entry in the audit log a batch.
    private func writeForAll(
        _ work: ProgrammeBatch, _ actor: String
    ) async throws(WorkspaceError) -> ProgrammeBatch.Outcome {
        do throws(StoreError) {
            return try await store.database.change(at: work.at) { connection, log in
                let outcome = try work.write(connection)
                guard !outcome.written.isEmpty else { return outcome }
                log.audit(
                    AuditEntry(
                        actor: actor, action: "programmes.import", subject: "programmes",
                        detail: "{\"created\":\(outcome.created),\"updated\":\(outcome.updated)}"))
                for (_, record) in outcome.written {
                    log.changed(ChangedEntity(SubjectKind.programme.rawValue), record.value)
                }
                return outcome
            }.value
        } catch { throw WorkspaceError(error) }
    }
}
