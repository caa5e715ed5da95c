import Domain
import Store

/// What consultations of the workspace brought, as everybody reads it: published ones that were held, and contributions that are shown.
enum ConsultationFactRow {
    /// At most so many contributions of all consultations are drafted from.
    static let contributionsMax = 1_000

    static func fill(_ facts: inout ReportFacts, _ connection: any ReadConnection) throws {
        let own: [SQLValue] = [.int(facts.workspace.id.value)]
        let open = "c.workspace_id = $1 AND c.published IS NOT NULL AND c.cancelled IS NULL"
        facts.consultations = try connection.all(
            "SELECT c.id, c.title, c.language, c.opens, c.closes FROM consultation c WHERE \(open) ORDER BY c.opens, c.id",
            own
        ) { row in
            ConsultationFact(
                id: try row.int(0), title: try row.text(1), language: LanguageTag(try row.text(2)),
                opens: try row.value(3) { CalendarDate($0) }, closes: try row.value(4) { CalendarDate($0) })
        }
        let places = Dictionary(
            facts.consultations.indices.map { (facts.consultations[$0].id, $0) },
            uniquingKeysWith: { first, _ in first })
        try connection.query(
            """
            SELECT x.consultation_id, x.id, i.name, x.language, x.body, x.answer, x.answer_why, x.answer_language
            FROM contribution x JOIN consultation c ON c.id = x.consultation_id AND \(open)
            LEFT JOIN institution i ON i.id = x.institution_id AND i.workspace_id = x.workspace_id
            WHERE x.workspace_id = $1 AND x.status = 'shown' ORDER BY x.id LIMIT \(contributionsMax)
            """, own
        ) { row in
            guard let place = places[try row.int(0)] else { return }
            facts.consultations[place].contributions.append(
                ContributionFact(
                    id: try row.int(1), institution: try row.textOrNil(2), language: LanguageTag(try row.text(3)),
                    text: try row.text(4),
                    answer: try row.textOrNil(5).flatMap { ContributionFact.Answer(rawValue: $0) },
                    answerWhy: try row.text(6), answerLanguage: LanguageTag(try row.text(7))))
        }
    }
}
