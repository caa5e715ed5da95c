import Domain
import Store

/// Assessments as everybody reads them. What is a draft is never selected; of what was taken back or removed neither value nor day nor
/// words are: not in what is shown, nor in what can be asked for.
enum PublicRow {
    /// A condition on `s`: its words may be read.
    static let isOpen = "(s.status IN ('published', 'superseded') AND s.removed_at IS NULL)"

    /// A condition on `a`: the same assessor has said something later in the same scheme.
    static let hasNewer = """
        EXISTS (SELECT 1 FROM assessment n WHERE n.recommendation_id = a.recommendation_id AND n.part_id = a.part_id
            AND n.assessor_kind = a.assessor_kind AND n.assessor = a.assessor AND n.scheme = a.scheme
            AND n.stated > a.stated)
        """

    private static let saidTables = """
        assessment_said s LEFT JOIN assessment_source q ON q.id = s.source_id
        """

    /// Conditions every question carries: published, and not of an installation whose assessments were dropped.
    private static let saidAlways = "s.published_at IS NOT NULL AND q.dropped IS NULL"

    private static let saidColumns = """
        s.id AS id, CASE WHEN s.workspace_id IS NULL THEN 'package' ELSE 'workspace' END AS origin,
        COALESCE(s.workspace_id, s.source_id) AS origin_id, '' AS source_code, s.assessor_kind AS assessor_kind,
        s.assessor AS assessor, s.state AS state, s.subject_kind AS subject_kind, s.subject_id AS subject_id,
        s.part_label AS part_label, s.document AS document, s.paragraph AS paragraph, s.subject_title AS title,
        NULL AS said_in, s.published_at AS published, s.status AS status, s.superseded_by AS superseded_by,
        s.superseded_at AS superseded_at, s.taken_back_at AS taken_back_at,
        CASE WHEN s.removed_at IS NULL THEN s.taken_back_why ELSE NULL END AS taken_back_why, s.removed_at AS removed_at,
        s.removed_by AS removed_by, s.removed_ground AS removed_ground, s.removed_text AS removed_text,
        CASE WHEN \(isOpen) THEN s.scheme ELSE '' END AS scheme,
        CASE WHEN \(isOpen) THEN s.scheme_edition ELSE 0 END AS edition,
        CASE WHEN \(isOpen) THEN s.value ELSE '' END AS value, CASE WHEN \(isOpen) THEN s.day ELSE NULL END AS day,
        NULL AS wording, s.published_at AS moment
        """

    private static let recordTables = """
        assessment a JOIN source c ON c.id = a.source_id JOIN recommendation r ON r.id = a.recommendation_id
        JOIN document d ON d.id = r.document_id LEFT JOIN recommendation_part p ON p.id = a.part_id
        """

    private static let recordColumns = """
        a.id, 'record', 0, c.code, a.assessor_kind, a.assessor,
        COALESCE(d.state, (SELECT MIN(x.state) FROM recommendation_state x
            WHERE x.recommendation_id = a.recommendation_id AND x.role = 0), ''),
        'recommendation', COALESCE(r.merged_into, r.id), COALESCE(p.label, ''), COALESCE(d.symbol, ''),
        COALESCE(r.paragraph, ''), '', a.document, NULL, CASE WHEN \(hasNewer) THEN 'superseded' ELSE 'published' END, NULL,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, a.scheme, 0, a.value, a.stated, a.wording, COALESCE(a.stated, '')
        """

    static func all(
        _ query: AssessmentQuery, order: String, limit: Int, _ connection: any ReadConnection
    ) throws -> [PublishedAssessment] {
        let found = try connection.all(
            """
            SELECT * FROM (
                SELECT \(saidColumns) FROM \(saidTables)
                WHERE \(saidAlways) AND \(AssessmentQuery.joined(query.said))
                UNION ALL
                SELECT \(recordColumns) FROM \(recordTables) WHERE \(AssessmentQuery.joined(query.recorded))
            ) u ORDER BY \(order) LIMIT \(limit)
            """, query.values, read)
        return try filled(found, connection)
    }

    static func count(_ query: AssessmentQuery, _ connection: any ReadConnection) throws -> Int {
        try connection.count(
            """
            SELECT (SELECT COUNT(*) FROM \(saidTables)
                WHERE \(saidAlways) AND \(AssessmentQuery.joined(query.said)))
                + (SELECT COUNT(*) FROM \(recordTables) WHERE \(AssessmentQuery.joined(query.recorded)))
            """, query.values)
    }

    /// What is said now, by assessor's kind, scheme and value. Values of two schemes are never added.
    static func tally(_ query: AssessmentQuery, _ connection: any ReadConnection) throws -> [AssessmentTally] {
        let found = try connection.all(
            """
            SELECT s.assessor_kind, s.scheme, s.scheme_edition, s.value, COUNT(*) FROM \(saidTables)
            WHERE \(saidAlways) AND \(isOpen) AND \(AssessmentQuery.joined(query.said))
            GROUP BY s.assessor_kind, s.scheme, s.scheme_edition, s.value
            UNION ALL
            SELECT a.assessor_kind, a.scheme, 0, a.value, COUNT(*) FROM \(recordTables)
            WHERE \(AssessmentQuery.joined(query.recorded)) GROUP BY a.assessor_kind, a.scheme, a.value
            """, query.values
        ) { row in
            AssessmentTally(
                assessor: try row.value(0, Assessment.AssessorKind.init(rawValue:)),
                scheme: SchemeCode(try row.text(1)),
                edition: Int(try row.int(2)), content: nil, value: try row.text(3), count: Int(try row.int(4)))
        }
        return Dictionary(grouping: found) { entry in
            var key = entry
            key.count = 0
            return key
        }
        .map { key, entries in
            var tally = key
            tally.count = entries.reduce(0) { $0 + $1.count }
            return tally
        }
        .sorted {
            ($0.assessor.rawValue, $0.scheme.rawValue, $0.edition, $0.value)
                < ($1.assessor.rawValue, $1.scheme.rawValue, $1.edition, $1.value)
        }
    }

    /// Where the list goes on after this one.
    static func cursor(after last: PublishedAssessment) -> AssessmentCursor {
        AssessmentCursor(moment: last.published ?? last.words?.date?.description ?? "", id: last.id)
    }

    private static func read(_ row: any Row) throws -> PublishedAssessment {
        let kind = try row.value(7, AssessedThing.Kind.init(rawValue:))
        let state = try row.text(6)
        return PublishedAssessment(
            id: AssessmentID(try row.int(0)), origin: try origin(row),
            assessor: try row.value(4, Assessment.AssessorKind.init(rawValue:)), assessorName: try row.text(5),
            state: state.isEmpty ? nil : StateCode(state), thingKind: kind,
            thing: try row.intOrNil(8).map { AssessedThing(kind, $0) }, part: try row.text(9),
            document: try row.text(10), paragraph: try row.text(11), title: try row.text(12),
            saidIn: try row.textOrNil(13), published: try row.textOrNil(14), standing: try standing(row),
            words: try words(row))
    }

    /// A package's facts are filled in afterwards.
    private static func origin(_ row: any Row) throws -> PublishedAssessment.Origin {
        switch try row.text(1) {
        case "workspace": .workspace(WorkspaceID(try row.int(2)))
        case "package":
            .package(
                PackageOrigin(
                    source: AssessmentSourceID(try row.int(2)), name: "", operatorKind: nil, address: nil,
                    fingerprint: "", received: ""))
        default: .record(SourceCode(try row.text(3)))
        }
    }

    private static func standing(_ row: any Row) throws -> PublishedAssessment.Standing {
        if let at = try row.textOrNil(20) {
            return .removed(
                PublishedAssessment.Removed(
                    at: at, by: try row.value(21, RemovalRole.init(rawValue:)),
                    ground: try row.value(22, RemovalGround.init(rawValue:)), text: try row.textOrNil(23) ?? ""))
        }
        if let at = try row.textOrNil(18) { return .takenBack(at: at, why: try row.textOrNil(19) ?? "") }
        guard try row.text(15) == "superseded" else { return .current }
        return .superseded(by: try row.intOrNil(16).map { AssessmentID($0) }, at: try row.textOrNil(17))
    }

    private static func words(_ row: any Row) throws -> PublishedAssessment.Words? {
        let scheme = try row.text(24)
        guard !scheme.isEmpty else { return nil }
        var reasons: [LanguageTag: String] = [:]
        // A document's own words: in which language, the record does not say.
        if let wording = try row.textOrNil(28), !wording.isEmpty { reasons[.unknown] = wording }
        return PublishedAssessment.Words(
            scheme: SchemeCode(scheme), edition: Int(try row.int(25)), content: nil, value: try row.text(26),
            date: try row.textOrNil(27).flatMap { CalendarDate($0) }, reasons: reasons, original: nil, evidence: [])
    }
}
