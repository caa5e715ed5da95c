import Domain
import FoundationEssentials
import Store

/// Rows of tracking workbooks. Every statement carries the workspace.
enum TrackingRowRow {
    static let pageMax = 200
    private static let columns = """
        id, workspace_id, file_id, sheet, row_number, kind, raw, words, paragraph, said, candidates, verdict, status,
        recommendation_id, why, decided_by, decided, version
        """

    static func insert(_ rows: [TrackingRow], _ connection: any WriteConnection) throws {
        guard !rows.isEmpty else { return }
        var values = SQLRows(columnCount: 19, rowsExpected: rows.count)
        for row in rows {
            values.append(
                .int(row.id.value), .int(row.workspace.value), .int(row.file.value), .text(row.sheet), .int(row.row),
                .text(row.kind), .text(try TrackingJSON.text(row.raw)), .text(row.words), .text(row.paragraph),
                .text(try TrackingJSON.text(row.values)), .text(try TrackingJSON.text(row.candidates)),
                .text(row.verdict.rawValue), .text(row.status.rawValue), .optional(row.recommendation?.value),
                .int(row.values.leftovers.count), .optional(row.why), .text(row.decidedBy), .text(row.decided),
                .int(row.version))
        }
        try connection.insert(
            into: "tracking_row",
            [
                "id", "workspace_id", "file_id", "sheet", "row_number", "kind", "raw", "words", "paragraph", "said",
                "candidates", "verdict", "status", "recommendation_id", "leftovers", "why", "decided_by", "decided",
                "version",
            ], values)
    }

    /// Whether it was still at its version.
    static func update(_ row: TrackingRow, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE tracking_row SET kind = $4, words = $5, paragraph = $6, said = $7, candidates = $8, verdict = $9, status = $10,
            recommendation_id = $11, leftovers = $12, why = $13, decided_by = $14, decided = $15, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(row.id.value), .int(row.workspace.value), .int(row.version), .text(row.kind), .text(row.words),
                .text(row.paragraph), .text(try TrackingJSON.text(row.values)),
                .text(try TrackingJSON.text(row.candidates)), .text(row.verdict.rawValue), .text(row.status.rawValue),
                .optional(row.recommendation?.value), .int(row.values.leftovers.count), .optional(row.why),
                .text(row.decidedBy), .text(row.decided),
            ]) == 1
    }

    static func find(
        _ id: TrackingRowID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> TrackingRow? {
        try connection.first(
            "SELECT \(columns) FROM tracking_row WHERE id = $1 AND workspace_id = $2",
            [.int(id.value), .int(workspace.value)]
        ) { try read($0) }
    }

    static func all(
        of file: TrackingFileID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [TrackingRow] {
        try connection.all(
            "SELECT \(columns) FROM tracking_row WHERE workspace_id = $1 AND file_id = $2 ORDER BY id",
            [.int(workspace.value), .int(file.value)]
        ) { try read($0) }
    }

    /// A page of rows after one, in the order of the file. `leftover`: applied rows with cells to settle.
    static func page(
        _ status: TrackingRow.Status, leftover: Bool, file: TrackingFileID?, after: TrackingRowID?, limit: Int,
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [TrackingRow] {
        var values: [SQLValue] = [.int(workspace.value), .text(status.rawValue), .int(after?.value ?? 0)]
        var conditions = ["workspace_id = $1", "status = $2", "id > $3"]
        if leftover { conditions.append("leftovers > 0") }
        if let file {
            values.append(.int(file.value))
            conditions.append("file_id = $\(values.count)")
        }
        values.append(.int(min(limit, pageMax)))
        return try connection.all(
            """
            SELECT \(columns) FROM tracking_row WHERE \(conditions.joined(separator: " AND ")) ORDER BY id
            LIMIT $\(values.count)
            """, values
        ) { try read($0) }
    }

    /// Rows whose cells hold words that are not known.
    static func unsettled(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [TrackingRow] {
        try connection.all(
            "SELECT \(columns) FROM tracking_row WHERE workspace_id = $1 AND leftovers > 0 ORDER BY id LIMIT 20000",
            [.int(workspace.value)]
        ) { try read($0) }
    }

    static func counts(
        _ workspace: WorkspaceID, file: TrackingFileID?, _ connection: any ReadConnection
    ) throws -> TrackingCounts {
        var values: [SQLValue] = [.int(workspace.value)]
        if let file { values.append(.int(file.value)) }
        var counts = TrackingCounts()
        try connection.query(
            """
            SELECT status, COUNT(*), SUM(CASE WHEN leftovers > 0 THEN 1 ELSE 0 END) FROM tracking_row
            WHERE workspace_id = $1\(file == nil ? "" : " AND file_id = $2") GROUP BY status
            """, values
        ) { row in
            let count = Int(try row.int(1))
            switch try row.value(0, TrackingRow.Status.init(rawValue:)) {
            case .applied:
                counts.applied = count
                counts.leftover = Int(try row.int(2))
            case .waiting: counts.waiting = count
            case .aside: counts.aside = count
            }
        }
        return counts
    }

    private static func read(_ row: any Row) throws -> TrackingRow {
        TrackingRow(
            id: TrackingRowID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            file: TrackingFileID(try row.int(2)), sheet: try row.text(3), row: Int(try row.int(4)),
            kind: try row.text(5), raw: try TrackingJSON.value([TrackingRow.Cell].self, try row.text(6)),
            words: try row.text(7), paragraph: try row.text(8),
            values: try TrackingJSON.value(TrackingValues.self, try row.text(9)),
            candidates: try TrackingJSON.value([MatchCandidate].self, try row.text(10)),
            verdict: try row.value(11, MatchVerdict.init(rawValue:)),
            status: try row.value(12, TrackingRow.Status.init(rawValue:)),
            recommendation: try row.intOrNil(13).map { RecommendationID($0) }, why: try row.textOrNil(14),
            decidedBy: try row.text(15), decided: try row.text(16), version: Int(try row.int(17)))
    }
}

/// Values kept as JSON in one column.
enum TrackingJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw StoreError.corrupt(reason: "\(type) in JSON")
        }
    }
}
