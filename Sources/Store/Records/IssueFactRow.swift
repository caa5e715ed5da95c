package import Domain

/// What lists and histories of issues need of a member, without its texts.
package struct IssueFactRow: Sendable {
    package var issue: IssueID
    package var recommendation: RecommendationID
    package var group: Int
    package var isPinned: Bool
    package var isPlaced: Bool
    package var since: String
    package var mechanism: MechanismCode
    package var document: DocumentID
    package var symbol: DocumentSymbol?
    package var cycle: Int?
    package var session: Int?
    package var published: CalendarDate?
    package var position: Position?

    /// All of a State that still count, by recommendation; of one issue where one is given.
    package static func all(
        of state: StateCode, in issue: IssueID? = nil, _ connection: any ReadConnection
    ) throws -> [IssueFactRow] {
        let isOne = issue == nil ? "" : " AND m.issue_id = $2"
        return try connection.all(
            """
            SELECT m.issue_id, m.recommendation_id, m.group_number, m.pinned, m.placed, m.since, d.mechanism, d.id, d.symbol,
                COALESCE(r.cycle, d.cycle), COALESCE(r.session, d.session), COALESCE(r.published, d.published), r.position
            FROM issue_member m JOIN recommendation r ON r.id = m.recommendation_id JOIN document d ON d.id = r.document_id
            WHERE m.state = $1\(isOne) AND \(IssueMemberRow.counts) ORDER BY m.recommendation_id
            """, [.text(state.rawValue)] + (issue.map { [.int($0.value)] } ?? [])
        ) { row in
            IssueFactRow(
                issue: IssueID(try row.int(0)), recommendation: RecommendationID(try row.int(1)),
                group: Int(try row.int(2)), isPinned: try row.int(3) == 1, isPlaced: try row.int(4) == 1,
                since: try row.text(5), mechanism: MechanismCode(try row.text(6)), document: DocumentID(try row.int(7)),
                symbol: try row.textOrNil(8).flatMap { DocumentSymbol($0) }, cycle: try row.intOrNil(9).map { Int($0) },
                session: try row.intOrNil(10).map { Int($0) },
                published: try row.textOrNil(11).flatMap { CalendarDate($0) },
                position: try row.textOrNil(12).flatMap { Position(rawValue: $0) })
        }
    }

    /// Cycle and position of at most `SQLSet.sizeMax` recommendations.
    package static func standing(
        _ set: [SQLValue], _ connection: any ReadConnection
    ) throws -> [(recommendation: RecommendationID, cycle: Int?, position: Position?)] {
        try connection.all(
            """
            SELECT r.id, COALESCE(r.cycle, d.cycle), r.position FROM recommendation r JOIN document d ON d.id = r.document_id
            WHERE r.id IN ({set}) AND r.merged_into IS NULL ORDER BY r.id
            """, set: set
        ) { row in
            (
                recommendation: RecommendationID(try row.int(0)), cycle: try row.intOrNil(1).map { Int($0) },
                position: try row.textOrNil(2).flatMap { Position(rawValue: $0) }
            )
        }
    }

    /// Who recommended each of these, at most `SQLSet.sizeMax`; each State once.
    package static func recommending(
        _ set: [SQLValue], _ connection: any ReadConnection
    ) throws -> [(recommendation: RecommendationID, state: StateCode)] {
        try connection.all(
            """
            SELECT DISTINCT recommendation_id, state FROM recommendation_state
            WHERE role = 1 AND recommendation_id IN ({set}) ORDER BY recommendation_id, state
            """, set: set
        ) { (recommendation: RecommendationID(try $0.int(0)), state: StateCode(try $0.text(1))) }
    }

    /// The theme codes of a State's members, each once a recommendation.
    package static func themes(
        of state: StateCode, _ connection: any ReadConnection
    ) throws -> [(recommendation: RecommendationID, theme: String)] {
        try connection.all(
            """
            SELECT DISTINCT m.recommendation_id, t.code FROM issue_member m
            JOIN tag g ON g.recommendation_id = m.recommendation_id JOIN term t ON t.id = g.term_id
            WHERE m.state = $1 AND t.kind = 'theme' ORDER BY m.recommendation_id, t.code
            """, [.text(state.rawValue)]
        ) { (recommendation: RecommendationID(try $0.int(0)), theme: try $0.text(1)) }
    }
}

extension PositionRow {
    /// What was said of at most `SQLSet.sizeMax` recommendations, by recommendation, oldest first; undated ones before dated ones.
    package static func all(
        of set: [SQLValue], _ connection: any ReadConnection
    ) throws -> [(recommendation: RecommendationID, event: PositionEvent)] {
        try connection.all(
            """
            SELECT e.recommendation_id, e.id, e.part_id, e.position, e.stated, s.code, e.document
            FROM position_event e JOIN source s ON s.id = e.source_id WHERE e.recommendation_id IN ({set})
            ORDER BY e.recommendation_id, e.stated NULLS FIRST, e.id
            """, set: set
        ) { row in
            let part = try row.int(2)
            let event = PositionEvent(
                id: PositionEventID(try row.int(1)), position: try row.value(3, Position.init(rawValue:)),
                part: part == 0 ? nil : PartID(part), date: try row.textOrNil(4).flatMap { CalendarDate($0) },
                source: SourceCode(try row.text(5)), document: try row.textOrNil(6))
            return (recommendation: RecommendationID(try row.int(0)), event: event)
        }
    }
}
