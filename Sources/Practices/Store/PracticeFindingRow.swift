import Domain
import Store

/// Published practices by what they share with something else.
enum PracticeFindingRow {
    /// Those that name one of these. A link that would tell a place that is held back does not count.
    static func named(
        _ things: [(kind: PracticeLink.Kind, id: Int64)], _ connection: any ReadConnection
    ) throws -> Set<PracticeID> {
        var found: Set<PracticeID> = []
        for kind in PracticeLink.Kind.allCases {
            let set = things.filter { $0.kind == kind }.prefix(SQLSet.sizeMax).map { SQLValue.int($0.id) }
            guard !set.isEmpty else { continue }
            try connection.query(
                """
                SELECT DISTINCT p.id FROM \(OutsideRow.published) JOIN practice_link l ON l.edition_id = e.id
                WHERE l.kind = $1 AND e.place_withheld = 0 AND l.target_id IN ({set})
                """, [.text(kind.rawValue)], set: set
            ) { found.insert(PracticeID(try $0.int(0))) }
        }
        return found
    }

    /// Those with one of these themes, the latest first, with the themes they share.
    static func themed(
        _ themes: [String], limit: Int, _ connection: any ReadConnection
    ) throws -> [PracticeID: [String]] {
        let set = themes.prefix(PracticeLimits.codesMax).map { SQLValue.text($0) }
        guard !set.isEmpty else { return [:] }
        var found: [PracticeID: [String]] = [:]
        try connection.query(
            """
            SELECT p.id, v.value FROM \(OutsideRow.published)
            JOIN practice_value v ON v.edition_id = e.id AND v.kind = 'theme'
            WHERE v.value IN ({set}) ORDER BY p.id DESC, v.value LIMIT \(limit)
            """, [], set: set
        ) { found[PracticeID(try $0.int(0)), default: []].append(try $0.text(1)) }
        return found
    }

    /// Which of these stems each of these practices has.
    static func words(
        _ stems: [String], _ practices: [PracticeID], _ connection: any ReadConnection
    ) throws -> [PracticeID: [String]] {
        let asked = Set(practices)
        var found: [PracticeID: [String]] = [:]
        guard !asked.isEmpty else { return [:] }
        var rest = stems.sorted()[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            try connection.query(
                "SELECT practice_id, word FROM practice_word WHERE word IN ({set})", [], set: set.map { .text($0) }
            ) { row in
                let id = PracticeID(try row.int(0))
                if asked.contains(id) { found[id, default: []].append(try row.text(1)) }
            }
        }
        return found
    }
}
