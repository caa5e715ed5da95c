import Domain
import Store

/// Templates of letters, letters that were sent, and what letters speak of.
enum LetterTable {
    private static let columns = "id, workspace_id, title, subject, body, language, matter, withdrawn, version"
    static let sentMax = 500

    static func insert(_ template: LetterTemplate, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO letter_template (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            [
                .int(template.id.value), .int(template.workspace.value), .text(template.title),
                .text(template.subject), .text(template.body), .text(template.language.rawValue),
                .text(template.matter.rawValue), .flag(template.isWithdrawn), .int(template.version),
            ])
    }

    static func update(_ template: LetterTemplate, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE letter_template SET title = $4, subject = $5, body = $6, language = $7, matter = $8, withdrawn = $9,
                version = version + 1 WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(template.id.value), .int(template.workspace.value), .int(version), .text(template.title),
                .text(template.subject), .text(template.body), .text(template.language.rawValue),
                .text(template.matter.rawValue), .flag(template.isWithdrawn),
            ])
        guard changed == 0 else { return }
        guard let now = try find(template.id, template.workspace, connection) else { throw WorkspaceError.notFound }
        throw WorkspaceError.stale(template.about, version: now.version)
    }

    static func find(
        _ id: LetterTemplateID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> LetterTemplate? {
        try templates("id = $2", [.int(workspace.value), .int(id.value)], connection).first
    }

    /// By title, those that were not withdrawn.
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [LetterTemplate] {
        try templates("withdrawn = 0", [.int(workspace.value)], connection)
    }

    private static func templates(
        _ condition: String, _ values: [SQLValue], _ connection: any ReadConnection
    ) throws -> [LetterTemplate] {
        try connection.all(
            "SELECT \(columns) FROM letter_template WHERE workspace_id = $1 AND \(condition) ORDER BY title, id LIMIT 500",
            values
        ) { row in
            LetterTemplate(
                id: LetterTemplateID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), title: try row.text(2),
                subject: try row.text(3), body: try row.text(4), language: LanguageTag(try row.text(5)),
                matter: try row.value(6, LetterMatter.init(rawValue:)), isWithdrawn: try row.int(7) == 1,
                version: Int(try row.int(8)))
        }
    }

    static func insert(_ letter: SentLetter, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO letter (id, workspace_id, template_id, institution_id, address, language, subject, body, items,
                sent_by, sent) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .int(letter.id.value), .int(workspace.value), .int(letter.template.value),
                .int(letter.institution.value), .text(letter.address), .text(letter.language.rawValue),
                .text(letter.subject), .text(letter.body), .int(letter.rows), .text(letter.by), .text(letter.at),
            ])
    }

    /// The last ones, newest first.
    static func sent(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [SentLetter] {
        try connection.all(
            """
            SELECT id, template_id, institution_id, address, language, subject, body, items, sent_by, sent FROM letter
            WHERE workspace_id = $1 ORDER BY id DESC LIMIT \(sentMax)
            """, [.int(workspace.value)]
        ) { row in
            SentLetter(
                id: LetterID(try row.int(0)), template: LetterTemplateID(try row.int(1)),
                institution: InstitutionID(try row.int(2)), address: try row.text(3),
                language: LanguageTag(try row.text(4)), subject: try row.text(5), body: try row.text(6),
                rows: Int(try row.int(7)), by: try row.text(8), at: try row.text(9))
        }
    }

    /// What a letter of this matter says to an institution, in order, at most 1,000.
    static func rows(
        _ matter: LetterMatter, _ institution: InstitutionID, _ workspace: Workspace, _ language: LanguageTag,
        _ connection: any ReadConnection
    ) throws -> [LetterRow] {
        let values: [SQLValue] = [.int(workspace.id.value), .int(institution.value)]
        switch matter {
        case .nothing: return []
        case .round:
            return try connection.all(
                """
                SELECT p.number, p.ordinal, p.texts, x.due FROM proposal x
                JOIN round_paragraph p ON p.id = x.paragraph_id JOIN round r ON r.id = x.round_id
                WHERE x.workspace_id = $1 AND x.institution_id = $2 AND x.position IS NULL AND r.status = 'open'
                    AND p.merged_into IS NULL AND p.dropped IS NULL AND p.decided IS NULL
                ORDER BY r.id, p.place, p.ordinal LIMIT 1000
                """, values
            ) { row in
                let texts = StoredTexts.texts(try row.text(2))
                let text = texts[language] ?? texts[workspace.language] ?? texts.min { $0.key < $1.key }?.value ?? ""
                return LetterRow(
                    number: try row.textOrNil(0) ?? "#\(try row.int(1))", text: text,
                    due: CalendarDate(try row.text(3)))
            }
        case .actions:
            return try connection.all(
                """
                SELECT a.title, a.due FROM action a WHERE a.workspace_id = $1 AND a.withdrawn = 0
                    AND a.status NOT IN ('done', 'stopped') AND (a.lead_id = $2 OR EXISTS (
                        SELECT 1 FROM action_support s WHERE s.action_id = a.id AND s.institution_id = $2))
                ORDER BY CASE WHEN a.due IS NULL THEN 1 ELSE 0 END, a.due, a.id LIMIT 1000
                """, values
            ) { row in
                LetterRow(text: try row.text(0), due: try row.textOrNil(1).flatMap { CalendarDate($0) })
            }
        case .decisions:
            return try DecisionRow.all(institution: institution, workspace.id, connection).filter { !$0.isWithdrawn }
                .map { LetterRow(text: $0.text, due: $0.due) }
        }
    }
}
