package import Domain
import People
package import Store

/// A row of the queue with what it could mean.
package struct QueuedRow: Sendable {
    package struct Candidate: Sendable {
        package var match: MatchCandidate
        package var record: StoredRecord
    }

    package var row: TrackingRow
    /// The workbook's name.
    package var file: String
    package var candidates: [Candidate]
    /// What the row was matched to.
    package var matched: StoredRecord?
}

extension Tracking {
    package static let queuePage = 25

    /// How many rows stand where: of the workspace, or of one workbook.
    package func counts(_ file: TrackingFileID?, _ member: Member) async throws(TrackingError) -> TrackingCounts {
        try member.needs(.importTracking)
        return try await store.read { try TrackingRowRow.counts(member.workspace.id, file: file, $0) }
    }

    /// A page of rows. `leftover`: of the applied ones those with cells to settle.
    package func rows(
        _ status: TrackingRow.Status, leftover: Bool = false, file: TrackingFileID? = nil, after: TrackingRowID? = nil,
        limit: Int = queuePage, _ member: Member
    ) async throws(TrackingError) -> (rows: [QueuedRow], next: TrackingRowID?) {
        try member.needs(.importTracking)
        let workspace = member.workspace.id
        return try await store.read { connection in
            let found = try TrackingRowRow.page(
                status, leftover: leftover, file: file, after: after, limit: limit + 1, workspace, connection)
            let page = Array(found.prefix(limit))
            let wanted = page.flatMap { row in
                (row.status == .waiting ? row.candidates.map(\.recommendation) : [])
                    + (row.recommendation.map { [$0] } ?? [])
            }
            let records = Dictionary(
                try RecordLoader(connection).load(Array(Set(wanted)).sorted()).map { ($0.recommendation.id, $0) },
                uniquingKeysWith: { first, _ in first })
            let names = Dictionary(
                try TrackingFileRow.all(workspace, connection).map { ($0.id, $0.name) },
                uniquingKeysWith: { first, _ in first })
            let rows = page.map { row in
                QueuedRow(
                    row: row, file: names[row.file] ?? "",
                    candidates: row.status == .waiting
                        ? row.candidates.compactMap { candidate in
                            records[candidate.recommendation].map { .init(match: candidate, record: $0) }
                        } : [], matched: row.recommendation.flatMap { records[$0] })
            }
            return (rows, found.count > limit ? page.last?.id : nil)
        }
    }

    /// Words of institutions and statuses that rows wait for, most frequent first.
    package func unknownWords(_ member: Member) async throws(TrackingError) -> [TrackingPreview.UnknownWord] {
        try member.needs(.importTracking)
        let rows = try await store.read { try TrackingRowRow.unsettled(member.workspace.id, $0) }
        var found: [String: TrackingPreview.UnknownWord] = [:]
        for row in rows {
            for leftover in row.values.leftovers {
                guard let kind = leftover.reason.wordKind else { continue }
                found[
                    kind.rawValue + " " + WordKey.of(leftover.value),
                    default: .init(kind: kind, word: leftover.value, count: 0, firstSheet: row.sheet, firstRow: row.row)
                ].count += 1
            }
        }
        return found.values.sorted { ($0.kind.rawValue, -$0.count, $0.word) < ($1.kind.rawValue, -$1.count, $1.word) }
    }

    // MARK: Decisions

    /// Says which recommendation rows mean, and takes them over. All or nothing.
    package func choose(
        _ choices: [(row: TrackingRowID, version: Int, recommendation: RecommendationID)], by member: Member
    ) async throws(TrackingError) {
        try member.needs(.importTracking)
        guard (1...TrackingRowRow.pageMax).contains(choices.count) else {
            throw .workspace(.invalid("rows", "sheets.allowed.rows"))
        }
        let stock = try await TrackingStock.take(store, choices.count)
        try await store.change(member) { change in
            var work = try TrackingWork(choices.map(\.recommendation), stock, &change)
            for choice in choices {
                var row = try Self.open(choice.row, choice.version, change)
                guard row.status != .applied else { throw WorkspaceError.invalid("rows", "sheets.allowed.open") }
                let old = row.recommendation
                row.recommendation = choice.recommendation
                row.verdict = .person
                row.why = nil
                row = work.applied(row, try Self.name(row.file, change))
                try Self.keep(&row, .applied, "tracking.match", &change)
                change.field(
                    Subject(.trackingRow, row.id.value), "recommendation", from: old?.description,
                    to: choice.recommendation.description)
            }
            try work.write(&change)
        }
    }

    /// Says that rows are not taken over, and why.
    package func setAside(
        _ rows: [(row: TrackingRowID, version: Int)], why: String, by member: Member
    ) async throws(TrackingError) {
        try member.needs(.importTracking)
        let why = why.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (1...Self.whyMax).contains(why.count) else { throw .workspace(.invalid("why", "sheets.allowed.why")) }
        guard (1...TrackingRowRow.pageMax).contains(rows.count) else {
            throw .workspace(.invalid("rows", "sheets.allowed.rows"))
        }
        try await store.change(member) { change in
            for (id, version) in rows {
                var row = try Self.open(id, version, change)
                guard row.status == .waiting else { throw WorkspaceError.invalid("rows", "sheets.allowed.open") }
                change.field(
                    Subject(.trackingRow, id.value), "status", from: row.status.rawValue, to: "aside", why: why)
                row.why = why
                try Self.keep(&row, .aside, "tracking.aside", &change)
            }
        }
    }

    /// Puts rows that were set aside back into the queue.
    package func bringBack(
        _ rows: [(row: TrackingRowID, version: Int)], by member: Member
    ) async throws(TrackingError) {
        try member.needs(.importTracking)
        guard (1...TrackingRowRow.pageMax).contains(rows.count) else {
            throw .workspace(.invalid("rows", "sheets.allowed.rows"))
        }
        try await store.change(member) { change in
            for (id, version) in rows {
                var row = try Self.open(id, version, change)
                guard row.status == .aside else { throw WorkspaceError.invalid("rows", "sheets.allowed.open") }
                change.field(
                    Subject(.trackingRow, id.value), "status", from: "aside", to: "waiting", why: row.why)
                row.why = nil
                row.kind = TrackingLine.Kind.record.rawValue
                try Self.keep(&row, .waiting, "tracking.back", &change)
            }
        }
    }

    static func open(_ id: TrackingRowID, _ version: Int, _ change: WorkspaceChange) throws -> TrackingRow {
        guard let row = try TrackingRowRow.find(id, change.workspace, change.connection) else {
            throw WorkspaceError.notFound
        }
        guard row.version == version else {
            throw WorkspaceError.stale(Subject(.trackingRow, id.value), version: row.version)
        }
        return row
    }

    static func name(_ file: TrackingFileID, _ change: WorkspaceChange) throws -> String {
        try TrackingFileRow.find(file, change.workspace, change.connection)?.name ?? ""
    }

    static func keep(
        _ row: inout TrackingRow, _ status: TrackingRow.Status, _ action: String, _ change: inout WorkspaceChange
    ) throws {
        row.status = status
        row.decidedBy = change.member.name
        row.decided = change.at
        guard try TrackingRowRow.update(row, change.connection) else {
            throw WorkspaceError.stale(Subject(.trackingRow, row.id.value), version: row.version + 1)
        }
        change.did(action, Subject(.trackingRow, row.id.value))
    }
}
