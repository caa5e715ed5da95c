import Domain
import Programmes
import Store

/// What comparing programmes looks at.
enum ProgrammeOverlapRow {
    static func read(
        _ linked: [IssueID: [LinkedProgramme]], _ connection: any ReadConnection
    ) throws -> [ProgrammeOverlap] {
        let ids = Set(linked.values.flatMap { $0.filter(\.isClose).map(\.id) }).sorted()
        var sides: [ProgrammeID: ProgrammeOverlap.Side] = [:]
        var themes: [ProgrammeID: Set<String>] = [:]
        var rest = ids[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            let values: [SQLValue] = set.map { .int($0.value) }
            try connection.query(
                """
                SELECT id, title, reporter_name, reporter_ref, starts, ends, public FROM programme WHERE id IN ({set})
                """, [], set: values
            ) { row in
                let id = ProgrammeID(try row.int(0))
                let name = try row.text(2)
                sides[id] = ProgrammeOverlap.Side(
                    id: id, title: try row.text(1), reporter: name.isEmpty ? try row.text(3) : name,
                    starts: try row.textOrNil(4).flatMap { CalendarDate($0) },
                    ends: try row.textOrNil(5).flatMap { CalendarDate($0) }, isDraft: try row.int(6) == 0)
            }
            try connection.query(
                "SELECT programme_id, code FROM programme_purpose WHERE kind = 'theme' AND programme_id IN ({set})", [],
                set: values
            ) { themes[ProgrammeID(try $0.int(0)), default: []].insert(try $0.text(1)) }
        }
        return ProgrammeOverlap.find(linked, sides, themes)
    }
}
