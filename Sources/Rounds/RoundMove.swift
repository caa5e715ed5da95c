package import Domain
import Plans
import Store

/// What became of a paragraph when its round went from one report to another. Only added to.
package struct RoundMove: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The same words, with the same number or another.
        case same
        /// Other words.
        case reworded
        /// One paragraph of several that came of one; its questions and answers were copied.
        case split
        /// It became part of another, which took over its questions and answers.
        case merged
        /// It has no counterpart.
        case dropped
        /// New in the later report.
        case added
    }

    package var id: ID<RoundMove>
    package var edition: Int
    package var kind: Kind
    package var paragraph: RoundParagraphID
    package var oldNumber: String?
    package var newNumber: String?
    /// 0...1; nil where nothing was compared.
    package var likeness: Double?
    /// A person said so; else the words were so alike that nobody was asked.
    package var isConfirmed: Bool
    /// The words before, where they changed.
    package var oldTexts: [LanguageTag: String]
    package var by: String
    package var at: String
}

enum RoundMoveRow {
    static func insert(
        _ moves: [RoundMove], _ round: RoundID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        guard !moves.isEmpty else { return }
        let names = [
            "id", "workspace_id", "round_id", "edition", "kind", "paragraph_id", "old_number", "new_number",
            "likeness", "confirmed", "old_texts", "moved_by", "at",
        ]
        var rows = SQLRows(columnCount: names.count, rowsExpected: moves.count)
        for move in moves {
            rows.append(
                .int(move.id.value), .int(workspace.value), .int(round.value), .int(move.edition),
                .text(move.kind.rawValue), .int(move.paragraph.value), .optional(move.oldNumber),
                .optional(move.newNumber), move.likeness.map { .real($0) } ?? .null, .flag(move.isConfirmed),
                .optional(move.oldTexts.isEmpty ? nil : StoredTexts.json(move.oldTexts)), .text(move.by),
                .text(move.at))
        }
        try connection.insert(into: "round_move", names, rows)
    }

    /// Of these paragraphs, at most `SQLSet.sizeMax`, oldest first.
    static func of(
        _ paragraphs: [RoundParagraphID], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [RoundMove] {
        try connection.all(
            """
            SELECT id, edition, kind, paragraph_id, old_number, new_number, likeness, confirmed, old_texts, moved_by, at
            FROM round_move WHERE workspace_id = $1 AND paragraph_id IN ({set}) ORDER BY id
            """, [.int(workspace.value)], set: paragraphs.map { .int($0.value) }
        ) { row in
            RoundMove(
                id: ID<RoundMove>(try row.int(0)), edition: Int(try row.int(1)),
                kind: try row.value(2, RoundMove.Kind.init(rawValue:)), paragraph: RoundParagraphID(try row.int(3)),
                oldNumber: try row.textOrNil(4), newNumber: try row.textOrNil(5), likeness: try row.realOrNil(6),
                isConfirmed: try row.int(7) == 1, oldTexts: StoredTexts.texts(try row.textOrNil(8) ?? "{}"),
                by: try row.text(9), at: try row.text(10))
        }
    }
}
