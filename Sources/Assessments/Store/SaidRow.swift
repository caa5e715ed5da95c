import Domain
import Store

/// Assessments as the voice that wrote them has them. Every statement names workspace and voice, so that nobody else in the workspace
/// reads or changes them.
enum SaidRow {
    private static let columns = """
        s.id, s.workspace_id, s.institution_id, s.assessor_kind, s.assessor, s.state, s.subject_kind, s.subject_id, s.part_id,
        s.document, s.paragraph, s.part_label, s.subject_title, s.scheme, s.scheme_edition, s.value, s.day, s.statement_id,
        s.status, s.author, s.author_id, s.made, s.checked_by, s.checked_at, s.published_at, s.superseded_by,
        s.taken_back_at, s.taken_back_why, s.removed_at, s.removed_by, s.removed_ground, s.removed_text, s.version
        """

    private static let ofVoice = "s.workspace_id = $1 AND COALESCE(s.institution_id, 0) = $2"

    /// Newest first.
    static func all(
        _ voice: AssessmentVoice, _ workspace: WorkspaceID, after: AssessmentID?, limit: Int,
        _ connection: any ReadConnection
    ) throws -> [OwnAssessment] {
        let from = after.map { " AND s.id < \($0.value)" } ?? ""
        return try filled(
            connection.all(
                "SELECT \(columns) FROM assessment_said s WHERE \(ofVoice)\(from) ORDER BY s.id DESC LIMIT \(limit)",
                [.int(workspace.value), .int(voice.key)], read), connection)
    }

    static func count(
        _ voice: AssessmentVoice, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Int {
        try connection.count(
            "SELECT COUNT(*) FROM assessment_said s WHERE \(ofVoice)", [.int(workspace.value), .int(voice.key)])
    }

    static func find(
        _ id: AssessmentID, _ voice: AssessmentVoice, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> OwnAssessment? {
        try filled(
            connection.all(
                "SELECT \(columns) FROM assessment_said s WHERE \(ofVoice) AND s.id = $3",
                [.int(workspace.value), .int(voice.key), .int(id.value)], read), connection
        ).first
    }

    /// What the voice says now of the same thing in the same scheme.
    static func current(_ own: OwnAssessment, _ connection: any ReadConnection) throws -> (
        id: AssessmentID, day: String
    )? {
        try connection.first(
            """
            SELECT s.id, s.day FROM assessment_said s WHERE \(ofVoice) AND s.subject_kind = $3 AND s.subject_id = $4
                AND s.part_id = $5 AND s.scheme = $6 AND s.status = 'published' AND s.id <> $7
            ORDER BY s.day DESC, s.id DESC LIMIT 1
            """,
            [
                .int(own.workspace.value), .int(own.voice.key), .text(own.draft.thing.kind.rawValue),
                .int(own.draft.thing.id), .int(own.draft.part), .text(own.draft.scheme.rawValue), .int(own.id.value),
            ]
        ) { (AssessmentID(try $0.int(0)), try $0.text(1)) }
    }

    static func insert(_ own: OwnAssessment, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO assessment_said (workspace_id, institution_id, id, assessor_kind, assessor, state, subject_kind,
                subject_id, part_id, document, paragraph, part_label, subject_title, scheme, scheme_edition, value, day,
                statement_id, status, author, author_id, made, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 'draft', $19, $20, $21, 1)
            """,
            [.int(own.workspace.value), .optional(own.voice.institution?.value), .int(own.id.value)] + values(own) + [
                .optional(own.draft.statement), .text(own.author), .int(own.authorID.value), .text(own.made),
            ])
        try writeParts(own, connection)
    }

    /// Makes a draft say this, and forgets who had read it; whether it was a draft of the voice at that version.
    static func update(_ own: OwnAssessment, version: Int, _ connection: any WriteConnection) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE assessment_said AS s SET assessor_kind = $4, assessor = $5, state = $6, subject_kind = $7, subject_id = $8,
                part_id = $9, document = $10, paragraph = $11, part_label = $12, subject_title = $13, scheme = $14,
                scheme_edition = $15, value = $16, day = $17, author = $18, author_id = $19, checked_by = NULL,
                checked_at = NULL, version = version + 1
            WHERE \(ofVoice) AND s.id = $3 AND s.status = 'draft' AND s.version = $20
            """,
            [.int(own.workspace.value), .int(own.voice.key), .int(own.id.value)] + values(own) + [
                .text(own.author), .int(own.authorID.value), .int(version),
            ])
        guard changed == 1 else { return false }
        try deleteParts(own.id, connection)
        try writeParts(own, connection)
        return true
    }

    /// A draft goes as if it had never been.
    static func discard(_ own: OwnAssessment, version: Int, _ connection: any WriteConnection) throws -> Bool {
        try step(own, version, "checked_by = NULL", [], isDraft: true, connection) {
            try deleteParts(own.id, connection)
            try connection.execute(
                "DELETE FROM assessment_said AS s WHERE \(ofVoice) AND s.id = $3 AND s.status = 'draft'",
                [.int(own.workspace.value), .int(own.voice.key), .int(own.id.value)])
        }
    }

    static func check(
        _ own: OwnAssessment, version: Int, by name: String, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try step(
            own, version, "checked_by = $5, checked_at = $6", [.text(name), .text(at)], isDraft: true, connection)
    }

    static func publish(
        _ own: OwnAssessment, version: Int, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try step(
            own, version, "status = 'published', published_at = $5, assessor_kind = $6, assessor = $7",
            [.text(at), .text(own.voice.assessor.rawValue), .text(own.voice.name)], isDraft: true, connection)
    }

    /// Says that the voice says something newer. `id` is of the voice.
    static func supersede(
        _ id: AssessmentID, by newer: AssessmentID, _ own: OwnAssessment, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE assessment_said AS s SET status = 'superseded', superseded_by = $4, superseded_at = $5,
                version = version + 1
            WHERE \(ofVoice) AND s.id = $3 AND s.status = 'published'
            """,
            [
                .int(own.workspace.value), .int(own.voice.key), .int(id.value), .int(newer.value), .text(at),
            ])
    }

    /// What was published goes to a marker, and its words go from the store; whether it was that version of the voice's.
    static func takeBack(
        _ own: OwnAssessment, version: Int, why: String, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try step(
            own, version, "status = 'taken-back', taken_back_at = $5, taken_back_why = $6", [.text(at), .text(why)],
            isDraft: false, connection
        ) { try Blanking.run(own.workspace, connection) }
    }

    private static func step(
        _ own: OwnAssessment, _ version: Int, _ set: String, _ more: [SQLValue], isDraft: Bool,
        _ connection: any WriteConnection, then act: () throws -> Void = {}
    ) throws -> Bool {
        let status = isDraft ? "s.status = 'draft'" : "s.status IN ('published', 'superseded')"
        let changed = try connection.execute(
            """
            UPDATE assessment_said AS s SET \(set), version = version + 1
            WHERE \(ofVoice) AND s.id = $3 AND s.version = $4 AND \(status)
            """,
            [.int(own.workspace.value), .int(own.voice.key), .int(own.id.value), .int(version)] + more)
        guard changed == 1 else { return false }
        try act()
        return true
    }

    private static func values(_ own: OwnAssessment) -> [SQLValue] {
        [
            .text(own.voice.assessor.rawValue), .text(own.voice.name), .text(own.state?.rawValue ?? ""),
            .text(own.draft.thing.kind.rawValue), .int(own.draft.thing.id), .int(own.draft.part), .text(own.document),
            .text(own.paragraph), .text(own.partLabel), .text(own.title), .text(own.draft.scheme.rawValue),
            .int(own.edition), .text(own.draft.value), .text(own.draft.day.description),
        ]
    }

    private static func read(_ row: any Row) throws -> OwnAssessment {
        let state = try row.text(5)
        let thing = AssessedThing(try row.value(6, AssessedThing.Kind.init(rawValue:)), try row.int(7))
        let removed = try row.textOrNil(28).map { at in
            PublishedAssessment.Removed(
                at: at, by: try row.value(29, RemovalRole.init(rawValue:)),
                ground: try row.value(30, RemovalGround.init(rawValue:)), text: try row.textOrNil(31) ?? "")
        }
        return OwnAssessment(
            id: AssessmentID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            voice: AssessmentVoice(
                institution: try row.intOrNil(2).map { InstitutionID($0) },
                assessor: try row.value(3, Assessment.AssessorKind.init(rawValue:)), name: try row.text(4)),
            draft: AssessmentDraft(
                thing: thing, part: try row.int(8), scheme: SchemeCode(try row.text(13)), value: try row.text(15),
                day: try row.value(16) { CalendarDate($0) }, reasons: [], statement: try row.intOrNil(17)),
            edition: Int(try row.int(14)), content: nil, state: state.isEmpty ? nil : StateCode(state),
            document: try row.text(9), paragraph: try row.text(10), partLabel: try row.text(11),
            title: try row.text(12), status: try row.value(18, OwnAssessment.Status.init(rawValue:)),
            author: try row.text(19), authorID: AccountID(try row.int(20)), made: try row.text(21),
            checkedBy: try row.textOrNil(22), checkedAt: try row.textOrNil(23), published: try row.textOrNil(24),
            supersededBy: try row.intOrNil(25).map { AssessmentID($0) }, takenBack: try row.textOrNil(26),
            takenBackWhy: try row.textOrNil(27), removed: removed, version: Int(try row.int(32)))
    }
}
