package import Domain
import People
import Store

/// That a State has done something about a theme, as everybody may know it: for finding peers.
package struct PracticeMark: Hashable, Sendable {
    package var practice: PracticeID
    package var state: StateCode
    package var region: String?
    package var themes: [String]
    /// Fixed-width UTC instant.
    package var published: String
}

extension Practices {
    /// Published practices of States that do not hold their place back, on any of these themes; without themes on all.
    package func marks(onThemes themes: [String] = []) async throws(WorkspaceError) -> [PracticeMark] {
        try await store.read { connection in
            var found: [PracticeID: PracticeMark] = [:]
            try connection.query(
                """
                SELECT p.id, p.state, p.region, p.published, v.value FROM \(OutsideRow.published)
                JOIN practice_value v ON v.edition_id = e.id AND v.kind = 'theme'
                WHERE p.state IS NOT NULL ORDER BY p.id, v.value
                """
            ) { row in
                let id = PracticeID(try row.int(0))
                let theme = try row.text(4)
                if found[id] == nil {
                    found[id] = PracticeMark(
                        practice: id, state: StateCode(try row.text(1)), region: try row.textOrNil(2), themes: [],
                        published: try row.text(3))
                }
                found[id]?.themes.append(theme)
            }
            let asked = Set(themes)
            return found.values.filter { asked.isEmpty || !asked.isDisjoint(with: $0.themes) }.sorted {
                $0.practice < $1.practice
            }
        }
    }
}
