import Domain
import FoundationEssentials
import Plans
import Store

/// Paragraphs of rounds.
enum RoundParagraphRow {
    private static let own = """
        p.id, p.round_id, p.recommendation_id, p.number, p.ordinal, p.texts, p.recommending, p.decided, p.merged_into,
        p.dropped, p.version
        """
    private static let settled = """
        p.resolution, p.reason, p.legal_note, p.clearance, p.cleared_by, p.cleared_at, p.clearance_note
        """
    /// In place of what the mechanism settled on, for those who may not see it: it never leaves the store.
    private static let unsettled = "NULL, '', '', 'none', NULL, NULL, NULL"

    private static let names = [
        "id", "workspace_id", "round_id", "recommendation_id", "number", "place", "ordinal", "texts", "recommending",
        "decided", "resolution", "reason", "legal_note", "clearance", "cleared_by", "cleared_at", "clearance_note",
        "merged_into", "dropped", "version",
    ]

    static func insert(
        _ paragraphs: [RoundParagraph], _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        guard !paragraphs.isEmpty else { return }
        var rows = SQLRows(columnCount: names.count, rowsExpected: paragraphs.count)
        for paragraph in paragraphs {
            rows.append(
                .int(paragraph.id.value), .int(workspace.value), .int(paragraph.round.value),
                .int(paragraph.recommendation.value), .optional(paragraph.number?.printed),
                .text(paragraph.number?.sortKey ?? ""), .int(paragraph.ordinal),
                .text(StoredTexts.json(paragraph.texts)),
                .text(StoredTexts.list(paragraph.recommending)), .optional(paragraph.decided?.rawValue),
                .optional(paragraph.resolution?.rawValue), .text(paragraph.reason), .text(paragraph.legalNote))
            for value in ClearanceRow.values(paragraph.clearance) { rows.append(value) }
            rows.append(
                .optional(paragraph.mergedInto?.value), .optional(paragraph.dropped), .int(paragraph.version))
        }
        try connection.insert(into: "round_paragraph", names, rows)
    }

    /// In the report's order; those that became part of others or fell away last. `only`: those this institution was asked, without
    /// what the mechanism settled on.
    static func all(
        _ round: RoundID, _ workspace: WorkspaceID, only institution: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [RoundParagraph] {
        try connection.all(
            """
            SELECT \(own), \(institution == nil ? settled : unsettled) FROM round_paragraph p
            WHERE p.round_id = $1 AND p.workspace_id = $2\(institution == nil ? "" : asked)
            ORDER BY CASE WHEN p.merged_into IS NULL AND p.dropped IS NULL THEN 0 ELSE 1 END, p.place, p.ordinal, p.id
            """, [.int(round.value), .int(workspace.value)] + (institution.map { [.int($0.value)] } ?? [])
        ) { try read($0) }
    }

    static func find(
        _ id: RoundParagraphID, _ workspace: WorkspaceID, only institution: InstitutionID?,
        _ connection: any ReadConnection
    ) throws -> RoundParagraph? {
        try connection.first(
            """
            SELECT \(own), \(institution == nil ? settled : unsettled) FROM round_paragraph p
            WHERE p.id = $1 AND p.workspace_id = $2\(institution == nil ? "" : asked)
            """, [.int(id.value), .int(workspace.value)] + (institution.map { [.int($0.value)] } ?? [])
        ) { try read($0) }
    }

    private static let asked = """
         AND EXISTS (SELECT 1 FROM proposal x WHERE x.paragraph_id = p.id AND x.workspace_id = $2
        AND x.institution_id = $3)
        """

    /// Writes what the mechanism settled on. Throws `stale` where the version is another.
    static func settle(
        _ paragraph: RoundParagraph, version: Int, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        let changed = try connection.execute(
            """
            UPDATE round_paragraph SET resolution = $4, reason = $5, legal_note = $6, clearance = $7, cleared_by = $8,
                cleared_at = $9, clearance_note = $10, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(paragraph.id.value), .int(workspace.value), .int(version),
                .optional(paragraph.resolution?.rawValue), .text(paragraph.reason), .text(paragraph.legalNote),
            ] + ClearanceRow.values(paragraph.clearance))
        try require(changed, paragraph.id, workspace, connection)
    }

    /// Writes where it stands in a later report.
    static func move(
        _ paragraph: RoundParagraph, version: Int, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        let changed = try connection.execute(
            """
            UPDATE round_paragraph SET recommendation_id = $4, number = $5, place = $6, ordinal = $7, texts = $8,
                recommending = $9, decided = $10, merged_into = $11, dropped = $12, clearance = $13, cleared_by = $14,
                cleared_at = $15, clearance_note = $16, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(paragraph.id.value), .int(workspace.value), .int(version), .int(paragraph.recommendation.value),
                .optional(paragraph.number?.printed), .text(paragraph.number?.sortKey ?? ""), .int(paragraph.ordinal),
                .text(StoredTexts.json(paragraph.texts)), .text(StoredTexts.list(paragraph.recommending)),
                .optional(paragraph.decided?.rawValue), .optional(paragraph.mergedInto?.value),
                .optional(paragraph.dropped),
            ] + ClearanceRow.values(paragraph.clearance))
        try require(changed, paragraph.id, workspace, connection)
    }

    private static func require(
        _ changed: Int, _ id: RoundParagraphID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws {
        guard changed == 0 else { return }
        guard let now = try find(id, workspace, only: nil, connection) else { throw WorkspaceError.notFound }
        throw WorkspaceError.stale(now.subject, version: now.version)
    }

    private static func read(_ row: any Row) throws -> RoundParagraph {
        RoundParagraph(
            id: RoundParagraphID(try row.int(0)), round: RoundID(try row.int(1)),
            recommendation: RecommendationID(try row.int(2)),
            number: try row.textOrNil(3).flatMap { ParagraphNumber($0) }, ordinal: Int(try row.int(4)),
            texts: StoredTexts.texts(try row.text(5)), recommending: StoredTexts.states(try row.text(6)),
            decided: try row.textOrNil(7).flatMap { Position(rawValue: $0) },
            resolution: try row.textOrNil(11).flatMap { Position(rawValue: $0) }, reason: try row.text(12),
            legalNote: try row.text(13), clearance: try ClearanceRow.read(row, at: 14),
            mergedInto: try row.intOrNil(8).map { RoundParagraphID($0) }, dropped: try row.textOrNil(9),
            version: Int(try row.int(10)))
    }
}
