import Domain
import Store

/// A running programme, as far as matching reads it.
struct MatchProgramme {
    var id: Int64
    var workspace: WorkspaceID?
    var from: CalendarDate?
    var until: CalendarDate?
    var titles: [LanguageTag: String] = [:]
    var states: [StateCode] = []
    var themes: [String] = []
    var goals: [String] = []
}

/// Programmes that are public and neither closed, cancelled, suspended nor withdrawn.
enum MatchProgrammeRow {
    private static let running = "p.public = 1 AND p.withdrawn = 0 AND p.status IN ('1', '2', '3')"

    /// All of them, by id.
    static func all(_ connection: any ReadConnection) throws -> [MatchProgramme] {
        var reading = Reading(connection: connection, ids: nil)
        try reading.read()
        return reading.found.values.sorted { $0.id < $1.id }
    }

    /// Those of these that are running, by id.
    static func some(_ ids: [Int64], _ connection: any ReadConnection) throws -> [MatchProgramme] {
        var found: [MatchProgramme] = []
        var rest = ids.sorted()[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            var reading = Reading(connection: connection, ids: set.map { .int($0) })
            try reading.read()
            found += reading.found.values.sorted { $0.id < $1.id }
        }
        return found
    }

    /// What its page is called, and who reports it; nil where nobody may read it any more.
    static func card(_ id: Int64, _ connection: any ReadConnection) throws -> (title: String, reporter: String)? {
        try connection.first(
            "SELECT p.title, p.reporter_name FROM programme p WHERE p.id = $1 AND p.public = 1 AND p.withdrawn = 0",
            [.int(id)]
        ) { (try $0.text(0), try $0.text(1)) }
    }

    private struct Reading {
        let connection: any ReadConnection
        let ids: [SQLValue]?
        var found: [Int64: MatchProgramme] = [:]

        private var condition: String {
            ids == nil ? MatchProgrammeRow.running : MatchProgrammeRow.running + " AND p.id IN ({set})"
        }

        mutating func read() throws {
            let heads = try connection.all(
                "SELECT p.id, p.workspace_id, p.starts, p.ends FROM programme p WHERE \(condition)", [], set: ids
            ) { row in
                MatchProgramme(
                    id: try row.int(0), workspace: try row.intOrNil(1).map { WorkspaceID($0) },
                    from: try row.textOrNil(2).flatMap { CalendarDate($0) },
                    until: try row.textOrNil(3).flatMap { CalendarDate($0) })
            }
            for head in heads { found[head.id] = head }
            try part("programme_title", "x.language, x.title") { programme, row in
                programme.titles[LanguageTag(try row.text(1))] = try row.text(2)
            }
            try part("programme_state", "x.state") { $0.states.append(StateCode(try $1.text(1))) }
            try part("programme_purpose", "x.kind, x.code") { programme, row in
                let code = try row.text(2)
                switch try row.text(1) {
                case "theme": programme.themes.append(code)
                case "goal", "target": programme.goals.append(code)
                default: break
                }
            }
        }

        private mutating func part(
            _ table: String, _ columns: String, _ take: (inout MatchProgramme, any Row) throws -> Void
        ) throws {
            var changed = found
            try connection.query(
                """
                SELECT x.programme_id, \(columns) FROM \(table) x JOIN programme p ON p.id = x.programme_id
                WHERE \(condition) ORDER BY 1, 2
                """, [], set: ids
            ) { row in
                let id = try row.int(0)
                guard var programme = changed[id] else { return }
                try take(&programme, row)
                changed[id] = programme
            }
            found = changed
        }
    }
}
