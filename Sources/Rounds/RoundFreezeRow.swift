import Domain
import Plans
import Store

/// Frozen results. Entries are only added; of a freeze only its reopening is written later, once.
enum RoundFreezeRow {
    private static let columns = """
        round_id, number, document_id, edition, frozen_by, at, digest, reopened_by, reopened_at, reopened_because
        """

    static func insert(
        _ freeze: RoundFreeze, _ entries: [FrozenRound.Entry], _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO round_freeze (workspace_id, round_id, number, document_id, edition, frozen_by, at, digest)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .int(workspace.value), .int(freeze.round.value), .int(freeze.number), .int(freeze.document.value),
                .int(freeze.edition), .text(freeze.by), .text(freeze.at), .text(freeze.digest),
            ])
        let names = [
            "workspace_id", "round_id", "number", "paragraph_id", "recommendation_id", "printed", "place", "ordinal",
            "texts", "position", "reason", "in_report",
        ]
        var rows = SQLRows(columnCount: names.count, rowsExpected: entries.count)
        for entry in entries {
            rows.append(
                .int(workspace.value), .int(freeze.round.value), .int(freeze.number), .int(entry.paragraph.value),
                .int(entry.recommendation.value), .optional(entry.number?.printed),
                .text(entry.number?.sortKey ?? ""), .int(entry.ordinal), .text(StoredTexts.json(entry.texts)),
                .text(entry.position.rawValue), .text(entry.reason), .flag(entry.isInReport))
        }
        try connection.insert(into: "round_result", names, rows)
    }

    /// Oldest first.
    static func all(
        _ round: RoundID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [RoundFreeze] {
        try connection.all(
            "SELECT \(columns) FROM round_freeze WHERE round_id = $1 AND workspace_id = $2 ORDER BY number",
            [.int(round.value), .int(workspace.value)]
        ) { row in
            RoundFreeze(
                round: RoundID(try row.int(0)), number: Int(try row.int(1)), document: DocumentID(try row.int(2)),
                edition: Int(try row.int(3)), by: try row.text(4), at: try row.text(5), digest: try row.text(6),
                reopenedBy: try row.textOrNil(7), reopenedAt: try row.textOrNil(8),
                reopenedBecause: try row.textOrNil(9))
        }
    }

    static func reopen(
        _ round: Round, by: String, at: String, because: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE round_freeze SET reopened_by = $4, reopened_at = $5, reopened_because = $6
            WHERE round_id = $1 AND workspace_id = $2 AND number = $3 AND reopened_at IS NULL
            """,
            [
                .int(round.id.value), .int(round.workspace.value), .int(round.freezes), .text(by), .text(at),
                .text(because),
            ])
    }

    /// In the report's order. `only`: what this institution was asked.
    static func entries(
        _ freeze: RoundFreeze, _ workspace: WorkspaceID, only institution: InstitutionID?,
        _ connection: any ReadConnection
    ) throws -> [FrozenRound.Entry] {
        let asked = """
             AND EXISTS (SELECT 1 FROM proposal x WHERE x.paragraph_id = r.paragraph_id AND x.workspace_id = $2
            AND x.institution_id = $4)
            """
        return try connection.all(
            """
            SELECT r.paragraph_id, r.recommendation_id, r.printed, r.ordinal, r.texts, r.position, r.reason, r.in_report
            FROM round_result r WHERE r.round_id = $1 AND r.workspace_id = $2 AND r.number = $3\
            \(institution == nil ? "" : asked) ORDER BY r.place, r.ordinal, r.paragraph_id
            """,
            [.int(freeze.round.value), .int(workspace.value), .int(freeze.number)]
                + (institution.map { [.int($0.value)] } ?? [])
        ) { row in
            FrozenRound.Entry(
                paragraph: RoundParagraphID(try row.int(0)), recommendation: RecommendationID(try row.int(1)),
                number: try row.textOrNil(2).flatMap { ParagraphNumber($0) }, ordinal: Int(try row.int(3)),
                texts: StoredTexts.texts(try row.text(4)), position: try row.value(5, Position.init(rawValue:)),
                reason: try row.text(6), isInReport: try row.int(7) == 1)
        }
    }
}
