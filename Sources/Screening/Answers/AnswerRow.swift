import Domain
import Store

/// Answers that were handed in. There is no statement that changes or removes one.
enum AnswerRow {
    private static let columns = """
        a.id, a.moment_id, a.workspace_id, c.number, a.question, a.answer, a.reason, a.evidence, a.link, a.at
        """
    private static let from = """
        FROM screening_answer a JOIN screening_sheet h ON h.id = a.sheet_id
        LEFT JOIN screening_contributor c ON c.screening_id = h.screening_id AND c.workspace_id = h.workspace_id
            AND c.account_id = h.account_id
        """

    static func insert(
        _ drafts: [AnswerDraft], on sheet: Int64, _ place: SheetPlace, by name: String, at: String,
        _ connection: any WriteConnection
    ) throws {
        guard !drafts.isEmpty else { return }
        let ids = try IDAllocator.take("screening_answer", drafts.count, connection)
        var rows = SQLRows(columnCount: 12, rowsExpected: drafts.count)
        for (id, draft) in zip(ids, drafts) {
            guard let reply = draft.reply else { continue }
            rows.append(
                .int(id), .int(place.screening.value), .int(place.moment.value), .int(sheet),
                .int(place.workspace.value), .text(draft.question), .text(reply.rawValue), .text(draft.reason),
                .text(draft.evidence), .text(draft.link), .text(name), .text(at))
        }
        try connection.insert(
            into: "screening_answer",
            [
                "id", "screening_id", "moment_id", "sheet_id", "workspace_id", "question", "answer", "reason",
                "evidence",
                "link", "said_by", "at",
            ], rows)
    }

    /// All of a screening in the order they were handed in, for a workspace that takes part. Who wrote one for a contributor is read
    /// only where her name is: `asks` says that the reader is one of those who ask contributors.
    static func all(
        _ id: ScreeningID, _ workspace: WorkspaceID, asks: Bool, _ connection: any ReadConnection
    ) throws -> [ScreeningAnswer] {
        try connection.all(
            """
            SELECT \(columns), CASE WHEN h.account_id IS NULL OR \(ContributorRow.showsName) THEN a.said_by ELSE NULL END
            \(from) WHERE a.screening_id = $3 AND \(CaseRow.takesPart("a.screening_id", "$1")) ORDER BY a.id
            """, [.int(workspace.value), .flag(asks), .int(id.value)], read)
    }

    /// Those of one sheet, for its own side.
    static func of(
        sheet: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ScreeningAnswer] {
        try connection.all(
            "SELECT \(columns), a.said_by \(from) WHERE a.sheet_id = $1 AND a.workspace_id = $2 ORDER BY a.id",
            [.int(sheet), .int(workspace.value)], read)
    }

    static func isAny(of id: ScreeningID, _ connection: any ReadConnection) throws -> Bool {
        try connection.count("SELECT COUNT(*) FROM screening_answer WHERE screening_id = $1", [.int(id.value)]) > 0
    }

    static func isAny(at moment: MomentID, _ connection: any ReadConnection) throws -> Bool {
        try connection.count("SELECT COUNT(*) FROM screening_answer WHERE moment_id = $1", [.int(moment.value)]) > 0
    }

    private static func read(_ row: any Row) throws -> ScreeningAnswer {
        ScreeningAnswer(
            id: try row.int(0), moment: MomentID(try row.int(1)),
            side: ScreeningSide.Key(WorkspaceID(try row.int(2)), contributor: try row.intOrNil(3).map { Int($0) }),
            question: try row.text(4), reply: try row.value(5, ScreeningReply.init(rawValue:)),
            reason: try row.text(6), evidence: try row.text(7), link: try row.text(8), saidBy: try row.textOrNil(10),
            at: try row.text(9))
    }
}
