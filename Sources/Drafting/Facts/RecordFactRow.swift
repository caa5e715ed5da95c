import Domain
import Plans
import Store

/// What a report takes from the public record.
enum RecordFactRow {
    static func document(
        _ id: DocumentID, _ state: StateCode, _ connection: any ReadConnection
    ) throws -> Document? {
        try connection.first(
            DocumentRow.select + " WHERE id = $1 AND state = $2", [.int(id.value), .text(state.rawValue)]
        ) { try DocumentRow.read($0) }
    }

    /// Documents about a State that hold recommendations, the latest first, at most 200.
    static func documents(_ state: StateCode, _ connection: any ReadConnection) throws -> [Document] {
        try connection.all(
            DocumentRow.select + """
                 WHERE state = $1 AND EXISTS (SELECT 1 FROM recommendation r
                    WHERE r.document_id = document.id AND r.merged_into IS NULL)
                ORDER BY COALESCE(published, '') DESC, id DESC LIMIT 200
                """, [.text(state.rawValue)]
        ) { try DocumentRow.read($0) }
    }

    /// In the order of their documents, oldest first, and there of their paragraphs.
    static func recommendations(
        _ scope: ReportScope, _ mechanisms: Set<MechanismCode>?, _ connection: any ReadConnection
    ) throws -> [RecommendationFact] {
        var values: [SQLValue] = [.text(scope.state.rawValue)]
        var conditions = ["s.state = $1", "s.part_id = 0", "s.role = 0", "r.merged_into IS NULL"]
        func add(_ condition: (String) -> String, _ value: SQLValue) {
            values.append(value)
            conditions.append(condition("$\(values.count)"))
        }
        if scope.recommendations.isEmpty {
            if let document = scope.document { add({ "r.document_id = \($0)" }, .int(document.value)) }
            if let cycle = scope.cycle { add({ "d.cycle = \($0)" }, .int(cycle)) }
            if scope.document == nil, let mechanisms {
                let places = mechanisms.sorted { $0.rawValue < $1.rawValue }.map { mechanism in
                    values.append(.text(mechanism.rawValue))
                    return "$\(values.count)"
                }
                conditions.append("d.mechanism IN (\(places.joined(separator: ", ")))")
            }
        }
        let chosen = scope.recommendations.prefix(SQLSet.sizeMax).map { SQLValue.int($0.value) }
        if !chosen.isEmpty { conditions.append("r.id IN ({set})") }
        let ids = try connection.all(
            """
            SELECT r.id FROM recommendation_state s JOIN recommendation r ON r.id = s.recommendation_id
            JOIN document d ON d.id = r.document_id WHERE \(conditions.joined(separator: " AND "))
            ORDER BY COALESCE(d.published, ''), d.id, r.paragraph_key, r.ordinal, r.id
            LIMIT \(Drafting.recommendationsMax)
            """, values, set: chosen.isEmpty ? nil : chosen
        ) { RecommendationID(try $0.int(0)) }
        return try RecordLoader(connection).load(ids).map {
            RecommendationFact(recommendation: $0.recommendation, document: $0.document)
        }
    }

    /// Issues, marks for follow-up, and what documents say of implementation.
    static func assessments(_ facts: inout ReportFacts, _ connection: any ReadConnection) throws {
        let places = Dictionary(
            facts.recommendations.indices.map { (facts.recommendations[$0].recommendation.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let ids = facts.recommendations.map(\.recommendation.id.value)
        for (id, issue) in try PlanSets.all(
            ids,
            "SELECT recommendation_id, issue_id FROM issue_member WHERE state = $1 AND recommendation_id IN ({set})",
            [.text(facts.state.rawValue)], connection, { (RecommendationID(try $0.int(0)), IssueID(try $0.int(1))) })
        {
            if let place = places[id] { facts.recommendations[place].issue = issue }
        }
        for id in try PlanSets.all(
            ids,
            """
            SELECT DISTINCT recommendation_id FROM follow_up
            WHERE is_for_follow_up = 1 AND recommendation_id IN ({set})
            """, [], connection, { RecommendationID(try $0.int(0)) })
        {
            if let place = places[id] { facts.recommendations[place].isForFollowUp = true }
        }
        for (id, fact) in try PlanSets.all(
            ids,
            """
            SELECT recommendation_id, id, assessor_kind, assessor, scheme, value, stated, wording, document
            FROM assessment WHERE recommendation_id IN ({set}) ORDER BY stated NULLS FIRST, id
            """, [], connection, { (RecommendationID(try $0.int(0)), try recorded($0)) })
        {
            if let place = places[id] { facts.recommendations[place].assessments.append(fact) }
        }
        facts.issueNames = try names(Set(facts.recommendations.compactMap(\.issue)), connection)
    }

    private static func recorded(_ row: any Row) throws -> AssessmentFact {
        let (kind, assessor, value) = (try row.text(2), try row.text(3), try row.text(5))
        let (stated, wording) = (try row.textOrNil(6), try row.textOrNil(7))
        return AssessmentFact(
            source: SentenceSource(
                .recordedAssessment, try row.int(1),
                digest: FactDigest.of([kind, assessor, try row.text(4), value, stated ?? "", wording ?? ""]),
                label: assessor, assessor: kind),
            assessorKind: kind, assessor: assessor, scheme: try row.text(4), value: value, words: [:],
            date: stated.flatMap { CalendarDate($0) }, wording: wording, document: try row.textOrNil(8))
    }

    private static func names(
        _ issues: Set<IssueID>, _ connection: any ReadConnection
    ) throws -> [IssueID: [LanguageTag: String]] {
        var names: [IssueID: [LanguageTag: String]] = [:]
        var rest = issues.sorted()[...]
        while !rest.isEmpty {
            let some = Array(rest.prefix(SQLSet.sizeMax))
            rest = rest.dropFirst(some.count)
            for row in try IssueRow.find(some, connection) {
                names[row.id] = row.givenName.map { [.english: $0] } ?? StoredTexts.texts(row.names)
            }
        }
        return names
    }
}
