import Domain
import Store

/// When and where positions of a State were stated, as the record has it.
enum RecordFactRow {
    struct Given {
        var cycle: Int?
        var document: String?
        var day: CalendarDate?
    }

    static func given(_ state: StateCode, _ connection: any ReadConnection) throws -> [Given] {
        try connection.all(
            """
            SELECT COALESCE(r.cycle, d.cycle), COALESCE(p.document, d.symbol), MIN(COALESCE(p.stated, d.published))
            FROM document d JOIN recommendation r ON r.document_id = d.id AND r.merged_into IS NULL
            JOIN position_event p ON p.recommendation_id = r.id AND p.position <> 'pending'
            WHERE d.state = $1 GROUP BY COALESCE(r.cycle, d.cycle), COALESCE(p.document, d.symbol)
            ORDER BY 1, 3 NULLS LAST, 2
            """, [.text(state.rawValue)]
        ) { row in
            Given(
                cycle: try row.intOrNil(0).map { Int($0) }, document: try row.textOrNil(1),
                day: try row.textOrNil(2).flatMap { CalendarDate($0) })
        }
    }
}
