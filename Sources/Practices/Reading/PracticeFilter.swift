package import Domain
import Store

/// Which published practices somebody asks for. Empty parts ask for nothing.
package struct PracticeFilter: Hashable, Sendable {
    /// Words, in any of the six languages.
    package var text = ""
    package var shelf: PracticeShelf?
    package var theme: String?
    package var state: StateCode?
    /// The code of a regional group.
    package var region: String?
    package var kind: HelpKind?
    /// That it has a version in.
    package var language: LanguageTag?

    package init() {}

    package var isEmpty: Bool { self == PracticeFilter() }
}

/// A filter as a condition of SQL on `practice p` and its published edition `e`.
struct PracticeQuery {
    private(set) var conditions: [String] = []
    private(set) var values: [SQLValue] = []

    init(_ filter: PracticeFilter) {
        if let shelf = filter.shelf { add("e.shelf = %", .text(shelf.rawValue)) }
        // The practice's own columns: what outsiders may know of where it was.
        if let state = filter.state { add("p.state = %", .text(state.rawValue)) }
        if let region = filter.region { add("p.region = %", .text(region)) }
        for (kind, code) in [("theme", filter.theme), ("help", filter.kind?.rawValue)] {
            guard let code else { continue }
            add(
                """
                EXISTS (SELECT 1 FROM practice_value v WHERE v.kind = '\(kind)' AND v.value = % AND v.edition_id = e.id)
                """, .text(code))
        }
        if let language = filter.language {
            add(
                "EXISTS (SELECT 1 FROM practice_text t WHERE t.edition_id = e.id AND t.language = %)",
                .text(language.rawValue))
        }
        for word in PracticeWords.question(filter.text) { find(word) }
    }

    private mutating func find(_ word: PracticeWords.Asked) {
        values += [.text(word.beginning), .text(word.beginning + "\u{10FFFF}")]
        let from = values.count - 1
        var choices = ["(x.word >= $\(from) AND x.word < $\(from + 1))"]
        for stem in word.stems {
            values.append(.text(stem))
            choices.append("x.word = $\(values.count)")
        }
        conditions.append(
            """
            EXISTS (SELECT 1 FROM practice_word x WHERE x.practice_id = p.id AND (\(choices.joined(separator: " OR "))))
            """)
    }

    private mutating func add(_ condition: String, _ value: SQLValue) {
        values.append(value)
        conditions.append(condition.replacing("%", with: "$\(values.count)"))
    }

    var sql: String { conditions.isEmpty ? "1 = 1" : conditions.joined(separator: " AND ") }
}
