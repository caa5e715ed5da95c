package import Domain
import People
import Store

extension Tracking {
    /// Takes a workbook over: rows that are sure go into the plan, others wait, and rows that speak of no recommendation are set aside in
    /// the name of whoever looked at the preview. One transaction. A second time only rows that still wait are read anew.
    @discardableResult
    package func apply(
        _ id: TrackingFileID, version: Int, by member: Member
    ) async throws(TrackingError) -> TrackingCounts {
        try member.needs(.importTracking)
        let (file, sheets) = try await opened(id, member)
        guard file.version == version else {
            throw .workspace(.stale(Subject(.tracking, id.value), version: file.version))
        }
        let read = try await TrackingGround.read(store, member.workspace).rows(sheets, file.mapping)
        let ids = try await store.take(.trackingRow, max(1, read.count))
        let stock = try await TrackingStock.take(store, read.count)
        return try await store.change(member) { change in
            let known = try TrackingRowRow.all(of: id, change.workspace, change.connection)
            let rows = Self.rows(read, known, file, ids, change)
            var work = try TrackingWork(
                rows.changed.compactMap(\.recommendation) + rows.new.compactMap(\.recommendation), stock, &change)
            let new = rows.new.map { work.applied($0, file.name) }
            let changed = rows.changed.map { work.applied($0, file.name) }
            try work.write(&change)
            try TrackingRowRow.insert(new, change.connection)
            for row in changed where try !TrackingRowRow.update(row, change.connection) {
                throw WorkspaceError.stale(Subject(.trackingRow, row.id.value), version: row.version + 1)
            }
            var applied = file
            applied.isApplied = true
            guard try TrackingFileRow.update(applied, change.connection) else {
                throw WorkspaceError.stale(Subject(.tracking, id.value), version: file.version + 1)
            }
            let counts = try TrackingRowRow.counts(change.workspace, file: id, change.connection)
            change.did(
                "tracking.apply", Subject(.tracking, id.value),
                detail: "{\"applied\":\(counts.applied),\"waiting\":\(counts.waiting),\"aside\":\(counts.aside)}")
            return counts
        }
    }

    /// New rows, and rows that still wait and are now read differently.
    private static func rows(
        _ read: [ReadRow], _ known: [TrackingRow], _ file: TrackingFile, _ ids: Range<Int64>, _ change: WorkspaceChange
    ) -> (new: [TrackingRow], changed: [TrackingRow]) {
        let places = Dictionary(known.map { ("\($0.row) \($0.sheet)", $0) }, uniquingKeysWith: { first, _ in first })
        var ids = ids
        var new: [TrackingRow] = []
        var changed: [TrackingRow] = []
        for row in read {
            let old = places["\(row.line.row) \(row.line.sheet)"]
            if let old, old.status != .waiting { continue }
            guard let id = old?.id ?? ids.popFirst().map({ TrackingRowID($0) }) else { break }
            var made = TrackingRow(row, id: id, file: file, change)
            guard let old else {
                new.append(made)
                continue
            }
            made.version = old.version
            if made.status != old.status || made.values != old.values || made.candidates != old.candidates {
                changed.append(made)
            }
        }
        return (new, changed)
    }
}

extension TrackingRow {
    fileprivate init(_ row: ReadRow, id: TrackingRowID, file: TrackingFile, _ change: WorkspaceChange) {
        let isRecord = row.line.kind == .record
        self.init(
            id: id, workspace: change.workspace, file: file.id, sheet: row.line.sheet, row: row.line.row,
            kind: row.line.kind.rawValue, raw: row.line.raw.map { Cell(column: $0.column, value: $0.value) },
            words: String(row.line.text.prefix(4_000)), paragraph: row.line.paragraph.shown, values: row.values,
            candidates: row.match.candidates, verdict: row.match.verdict,
            status: !isRecord ? .aside : row.match.sure == nil ? .waiting : .applied, recommendation: row.match.sure,
            why: isRecord ? nil : row.line.kind.rawValue, decidedBy: change.member.name, decided: change.at, version: 1)
    }
}

/// Ids for everything that taking rows over may make.
struct TrackingStock: Sendable {
    var commitments: Range<Int64>
    var planned: Range<Int64>
    var actions: Range<Int64>
    var comments: Range<Int64>

    static func take(_ store: SheetStore, _ rows: Int) async throws(TrackingError) -> TrackingStock {
        let count = max(1, rows)
        return TrackingStock(
            commitments: try await store.take(.commitment, count),
            planned: try await store.take(.plannedRecommendation, count), actions: try await store.take(.action, count),
            comments: try await store.take(.comment, count * 3))
    }
}
