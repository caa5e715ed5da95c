import Domain
import Store

/// What was contributed to consultations.
enum ContributionRow {
    private static let columns = """
        x.id, x.consultation_id, x.session_id, x.origin, x.institution_id, i.name, x.sent_by, x.name, x.actor, x.language,
        x.body, x.made, x.status, x.moderated, x.moderated_why, x.answer, x.answer_why, x.answer_language, x.answered,
        x.version
        """
    private static let source = """
        contribution x LEFT JOIN institution i ON i.id = x.institution_id AND i.workspace_id = x.workspace_id
        """

    /// Everybody reads it, or that it was held back.
    private static let isOpen = "(x.status = 'shown' OR (x.status = 'held-back' AND x.origin = 'member'))"

    /// What everybody reads of all published consultations, by number.
    static func published(
        after: ContributionID?, limit: Int, _ connection: any ReadConnection
    ) throws -> [Contribution] {
        try connection.all(
            """
            SELECT \(columns) FROM \(ConsultationRow.open) JOIN contribution x ON x.consultation_id = c.id
            LEFT JOIN institution i ON i.id = x.institution_id AND i.workspace_id = x.workspace_id
            WHERE x.id > $1 AND \(isOpen) ORDER BY x.id LIMIT $2
            """, [.int(after?.value ?? 0), .int(limit)], read
        ).map { $0.status == .heldBack ? $0.marker : $0 }
    }

    static func publishedCount(_ connection: any ReadConnection) throws -> Int {
        try connection.count(
            """
            SELECT COUNT(*) FROM \(ConsultationRow.open) JOIN contribution x ON x.consultation_id = c.id WHERE \(isOpen)
            """)
    }

    /// What everybody reads of it: what is shown, markers of what an institution sent and was held back, and that something cited was
    /// taken back.
    static func published(_ id: ConsultationID, _ connection: any ReadConnection) throws -> [Contribution] {
        try connection.all(
            """
            SELECT \(columns) FROM \(source) WHERE x.consultation_id = $1 AND \(isOpen) ORDER BY x.id LIMIT $2
            """, [.int(id.value), .int(ConsultationLimits.contributionsMax)], read
        ).map { $0.status == .heldBack ? $0.marker : $0 }
    }

    /// What a member reads: everything for whoever holds it; else what is shown, and what the own institution sent.
    static func all(
        _ id: ConsultationID, _ workspace: WorkspaceID, sees: Sight, _ connection: any ReadConnection
    ) throws -> [Contribution] {
        var values: [SQLValue] = [
            .int(id.value), .int(workspace.value), .int(ConsultationLimits.contributionsMax),
        ]
        var condition = ""
        if case .own(let institution) = sees {
            values.append(.int(institution?.value ?? 0))
            condition = """
                 AND (x.status = 'shown' OR (x.status = 'held-back' AND x.origin = 'member')
                    OR (x.origin = 'member' AND x.institution_id = $4))
                """
        }
        return try connection.all(
            """
            SELECT \(columns) FROM \(source) WHERE x.consultation_id = $1 AND x.workspace_id = $2\(condition)
            ORDER BY x.id LIMIT $3
            """, values, read
        ).map { contribution in
            guard case .own(let institution) = sees, contribution.status == .heldBack,
                institution == nil || contribution.institution != institution
            else { return contribution }
            return contribution.marker
        }
    }

    enum Sight {
        case everything
        case own(InstitutionID?)
    }

    static func find(
        _ id: ContributionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Contribution? {
        try connection.first(
            "SELECT \(columns) FROM \(source) WHERE x.id = $1 AND x.workspace_id = $2",
            [.int(id.value), .int(workspace.value)], read)
    }

    static func find(receipt: String, _ connection: any ReadConnection) throws -> Contribution? {
        try connection.first("SELECT \(columns) FROM \(source) WHERE x.receipt = $1", [.text(receipt)], read)
    }

    static func count(
        _ id: ConsultationID, waitingOfOutsiders: Bool = false, _ connection: any ReadConnection
    ) throws -> Int {
        try connection.count(
            "SELECT COUNT(*) FROM contribution WHERE consultation_id = $1"
                + (waitingOfOutsiders ? " AND origin = 'outsider' AND status = 'waiting'" : ""), [.int(id.value)])
    }

    /// Shown inputs without an answer, by consultation of a workspace.
    static func unanswered(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ConsultationID: Int] {
        let found = try connection.all(
            """
            SELECT consultation_id, COUNT(*) FROM contribution
            WHERE workspace_id = $1 AND status = 'shown' AND answer IS NULL GROUP BY consultation_id
            """, [.int(workspace.value)]
        ) { (ConsultationID(try $0.int(0)), Int(try $0.int(1))) }
        return Dictionary(found, uniquingKeysWith: +)
    }

    static func insert(
        _ value: Contribution, _ workspace: WorkspaceID, receipt: String? = nil, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO contribution (id, consultation_id, workspace_id, session_id, origin, institution_id, sent_by, name,
                actor, language, body, receipt, made, status, moderated_why, answer_why, answer_language, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '', '', $10, 1)
            """,
            [
                .int(value.id.value), .int(value.consultation.value), .int(workspace.value),
                .optional(value.session), .text(value.origin.rawValue), .optional(value.institution?.value),
                .text(value.sentBy), .text(value.name), .text(value.actor), .text(value.language.rawValue),
                .text(value.text), .optional(receipt), .text(value.made), .text(value.status.rawValue),
            ])
    }

    /// Writes how it stands: shown, answered, taken back. Throws `stale` where the version is another.
    static func update(
        _ value: Contribution, version: Int, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        let changed = try connection.execute(
            """
            UPDATE contribution SET status = $4, name = $5, body = $6, moderated = $7, moderated_why = $8, answer = $9,
                answer_why = $10, answer_language = $11, answered = $12, actor = $13,
                version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(value.id.value), .int(workspace.value), .int(version), .text(value.status.rawValue),
                .text(value.name), .text(value.text), .optional(value.moderated), .text(value.moderatedWhy),
                .optional(value.answer?.rawValue), .text(value.answerWhy), .text(value.answerLanguage.rawValue),
                .optional(value.answered), .text(value.actor),
            ])
        if changed == 0 { throw WorkspaceError.stale(value.subject, version: value.version) }
    }

    private static func read(_ row: any Row) throws -> Contribution {
        Contribution(
            id: ContributionID(try row.int(0)), consultation: ConsultationID(try row.int(1)),
            session: try row.intOrNil(2), origin: try row.value(3, Contribution.Origin.init(rawValue:)),
            institution: try row.intOrNil(4).map { InstitutionID($0) }, institutionName: try row.textOrNil(5),
            sentBy: try row.text(6), name: try row.text(7), actor: try row.text(8),
            language: LanguageTag(try row.text(9)), text: try row.text(10), made: try row.text(11),
            status: try row.value(12, Contribution.Status.init(rawValue:)), moderated: try row.textOrNil(13),
            moderatedWhy: try row.text(14), answer: try row.textOrNil(15).flatMap { Contribution.Answer(rawValue: $0) },
            answerWhy: try row.text(16), answerLanguage: LanguageTag(try row.text(17)),
            answered: try row.textOrNil(18), version: Int(try row.int(19)))
    }
}

extension Contribution {
    /// That something was held back, and on what ground; none of its words.
    fileprivate var marker: Contribution {
        var marker = self
        marker.text = ""
        marker.name = ""
        marker.actor = ""
        marker.sentBy = ""
        marker.answer = nil
        marker.answered = nil
        marker.answerWhy = ""
        return marker
    }
}
