import Domain
import Store

/// Counts of a scope by theme and by State, each in one statement.
struct WorldGapRows {
    let conditions: GapConditions
    let connection: any ReadConnection

    struct Counts {
        var needs: [String: Int] = [:]
        var offers: [String: Int] = [:]
        var programmes: [String: Int] = [:]
    }

    func byTheme() throws -> Counts {
        let (needs, offers, programmes) = (try conditions.needs(), conditions.offers(), conditions.programmes())
        return Counts(
            needs: try counts(
                """
                SELECT x.value, COUNT(*) FROM need n JOIN need_value x ON x.need_id = n.id AND x.kind = 'theme'
                WHERE \(needs.sql) GROUP BY 1
                """, needs),
            offers: try counts(
                """
                SELECT x.value, COUNT(*) FROM offer o JOIN offer_value x ON x.offer_id = o.id AND x.kind = 'theme'
                WHERE \(offers.sql) GROUP BY 1
                """, offers),
            programmes: try counts(
                """
                SELECT x.code, COUNT(*) FROM programme_purpose x JOIN programme p ON p.id = x.programme_id
                WHERE x.kind = 'theme' AND \(programmes.sql) GROUP BY 1
                """, programmes))
    }

    /// Without offers: those are for a State by what they take.
    func byState() throws -> Counts {
        let (needs, programmes) = (try conditions.needs(), conditions.programmes())
        return Counts(
            needs: try counts("SELECT n.state, COUNT(*) FROM need n WHERE \(needs.sql) GROUP BY 1", needs),
            programmes: try counts(
                """
                SELECT x.state, COUNT(*) FROM programme_state x JOIN programme p ON p.id = x.programme_id
                WHERE \(programmes.sql) GROUP BY 1
                """, programmes))
    }

    /// Issues by State, and those among them that a programme under way is linked to.
    func issues() throws -> (all: [String: Int], helped: [String: Int]) {
        let stands = """
            i.merged_into IS NULL AND EXISTS (SELECT 1 FROM issue_member m JOIN recommendation r ON r.id = m.recommendation_id
                WHERE m.issue_id = i.id AND r.kind = 'recommendation' AND r.merged_into IS NULL)
            """
        let programmes = conditions.ofTheWorld.programmes()
        return (
            try counts("SELECT i.state, COUNT(*) FROM issue i WHERE \(stands) GROUP BY 1", RowCondition()),
            try counts(
                """
                SELECT i.state, COUNT(*) FROM issue i WHERE \(stands) AND EXISTS (SELECT 1 FROM programme_issue l
                    JOIN programme p ON p.id = l.programme_id
                    WHERE l.issue_id = i.id AND \(GapConditions.stands("l")) AND \(programmes.sql)) GROUP BY 1
                """, programmes)
        )
    }

    /// States whose mechanism works here.
    func here() throws -> Set<String> {
        Set(
            try connection.all("SELECT state FROM workspace WHERE kind = 'mechanism' AND closed = 0") {
                try $0.text(0)
            })
    }

    private func counts(_ sql: String, _ condition: RowCondition) throws -> [String: Int] {
        var found: [String: Int] = [:]
        try connection.query(sql, condition.values) { found[try $0.text(0)] = Int(try $0.int(1)) }
        return found
    }
}
