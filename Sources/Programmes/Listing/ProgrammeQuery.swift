import Domain
import Store

/// A filter as a condition of SQL on `programme p`.
struct ProgrammeQuery {
    static let wordsMax = 8

    private(set) var conditions: [String] = ["p.withdrawn = 0"]
    private(set) var values: [SQLValue] = []

    init(_ filter: ProgrammeFilter, _ view: ProgrammeView) {
        switch view {
        case .everybody: conditions.append("p.public = 1")
        case .workspace(let member): add("p.workspace_id = %", .int(member.workspace.id.value))
        }
        if let state = filter.state {
            add(
                "EXISTS (SELECT 1 FROM programme_state s WHERE s.state = % AND s.programme_id = p.id)",
                .text(state.rawValue))
        }
        for (kind, code) in [("category", filter.category), ("theme", filter.theme)] {
            guard let code else { continue }
            add(
                """
                EXISTS (SELECT 1 FROM programme_purpose u WHERE u.kind = '\(kind)' AND u.code = % AND u.programme_id = p.id)
                """, .text(code))
        }
        if let partner = filter.partner {
            add(
                """
                (EXISTS (SELECT 1 FROM programme_actor a WHERE a.known_as = % AND a.programme_id = p.id))
                """, .text(partner))
        }
        if let issue = filter.issue {
            add(
                """
                EXISTS (SELECT 1 FROM programme_issue l WHERE l.issue_id = % AND l.programme_id = p.id AND NOT EXISTS (
                    SELECT 1 FROM programme_issue_removal r WHERE r.issue_id = l.issue_id AND r.programme_id = p.id))
                """, .int(issue.value))
        }
        if let status = filter.status { add("p.status = %", .text(status)) }
        // A word is found by its beginning; of a long question the first words count.
        for word in ProgrammeFacts.split(filter.text).prefix(Self.wordsMax) {
            values += [.text(word), .text(word + "\u{10FFFF}")]
            conditions.append(
                """
                EXISTS (SELECT 1 FROM programme_word w WHERE w.word >= $\(values.count - 1) AND w.word < $\(values.count)
                    AND w.programme_id = p.id)
                """)
        }
    }

    private mutating func add(_ condition: String, _ value: SQLValue) {
        values.append(value)
        conditions.append(condition.replacing("%", with: "$\(values.count)"))
    }

    var sql: String { conditions.joined(separator: " AND ") }
}
