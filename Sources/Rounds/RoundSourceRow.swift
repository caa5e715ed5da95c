package import Domain
import FoundationEssentials
import Plans
import Store

/// What a round takes from the public record.
enum RoundSourceRow {
    /// Reports of reviews of a State with at least one recommendation: newest first.
    static func documents(_ state: StateCode, _ connection: any ReadConnection) throws -> [RoundDocument] {
        let documents = try connection.all(
            DocumentRow.select + """
                 WHERE state = $1 AND mechanism IN ('upr', 'demo-upr')
                ORDER BY COALESCE(published, '') DESC, id DESC LIMIT 200
                """, [.text(state.rawValue)]
        ) { try DocumentRow.read($0) }
        var counts: [Int64: (pending: Int, decided: Int)] = [:]
        try connection.query(
            """
            SELECT document_id, SUM(CASE WHEN position IN ('supported', 'noted') THEN 0 ELSE 1 END),
                SUM(CASE WHEN position IN ('supported', 'noted') THEN 1 ELSE 0 END) FROM recommendation
            WHERE document_id IN ({set}) AND kind = 'recommendation' AND merged_into IS NULL GROUP BY document_id
            """, [], set: documents.map { .int($0.id.value) }
        ) { row in counts[try row.int(0)] = (Int(try row.int(1)), Int(try row.int(2))) }
        return documents.compactMap { document in
            counts[document.id.value].map {
                RoundDocument(document: document, pending: $0.pending, decided: $0.decided)
            }
        }
    }

    static func document(_ id: DocumentID, _ connection: any ReadConnection) throws -> Document? {
        try connection.first(DocumentRow.select + " WHERE id = $1", [.int(id.value)]) { try DocumentRow.read($0) }
    }

    /// Every recommendation of a document, in its order; pledges are none.
    static func recommendations(
        _ document: DocumentID, _ connection: any ReadConnection
    ) throws -> [Recommendation] {
        let ids = try connection.all(
            """
            SELECT id FROM recommendation WHERE document_id = $1 AND kind = 'recommendation' AND merged_into IS NULL
            ORDER BY paragraph_key, ordinal, id LIMIT \(Rounds.paragraphsMax + 1)
            """, [.int(document.value)]
        ) { RecommendationID(try $0.int(0)) }
        return try RecordLoader(connection).load(ids).map { record in
            var recommendation = record.recommendation
            // Who made a variant of the paragraph made the paragraph.
            let all = Set(recommendation.recommending).union(recommendation.parts.flatMap(\.recommending))
            recommendation.recommending = all.sorted()
            return recommendation
        }
    }

    /// What recommendations of a round are called now: those that became part of others are the others; gone ones are left out.
    static func current(
        _ round: RoundID, _ connection: any ReadConnection
    ) throws -> [RecommendationID: RecommendationID] {
        var now: [RecommendationID: RecommendationID] = [:]
        try connection.query(
            """
            SELECT p.recommendation_id, COALESCE(r.merged_into, r.id) FROM round_paragraph p
            JOIN recommendation r ON r.id = p.recommendation_id WHERE p.round_id = $1
            """, [.int(round.value)]
        ) { row in now[RecommendationID(try row.int(0))] = RecommendationID(try row.int(1)) }
        return now
    }

    /// Themes of a round's recommendations, without those a person disputes.
    static func themes(
        _ round: RoundID, _ connection: any ReadConnection
    ) throws -> [RecommendationID: [String]] {
        let ids = try connection.all(
            """
            SELECT DISTINCT recommendation_id FROM round_paragraph
            WHERE round_id = $1 AND merged_into IS NULL AND dropped IS NULL
            """, [.int(round.value)]
        ) { RecommendationID(try $0.int(0)) }
        let records = try RecordLoader(connection).load(ids)
        return Dictionary(
            records.map { record in
                let codes = record.recommendation.effectiveTags.filter { $0.kind == .theme }.map(\.code)
                return (record.recommendation.id, Array(Set(codes)).sorted())
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Issues of a State that a round's recommendations stand in.
    static func issues(
        _ round: RoundID, _ state: StateCode, _ connection: any ReadConnection
    ) throws -> [RecommendationID: IssueID] {
        var issues: [RecommendationID: IssueID] = [:]
        try connection.query(
            """
            SELECT m.recommendation_id, m.issue_id FROM issue_member m
            JOIN round_paragraph p ON p.recommendation_id = m.recommendation_id
            WHERE p.round_id = $1 AND m.state = $2
            """, [.int(round.value), .text(state.rawValue)]
        ) { row in issues[RecommendationID(try row.int(0))] = IssueID(try row.int(1)) }
        return issues
    }

    /// What issues are called: the name a person gave, else the program's in each language.
    static func names(
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

/// A report that a round can be held on.
package struct RoundDocument: Sendable {
    package var document: Document
    package var pending: Int
    /// Recommendations the report itself says a position of.
    package var decided: Int
    /// The round that is held on it already.
    package var round: RoundID?

    package var total: Int { pending + decided }
}
