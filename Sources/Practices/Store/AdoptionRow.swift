import Domain
import Store

/// Adoptions of practices, and what came of them.
enum AdoptionRow {
    private static let columns = """
        a.id, a.practice_id, a.edition_id, a.workspace_id, a.shown, a.language, a.note, a.adapted, a.day, a.link_kind,
        a.link_id, a.made, a.taken_back, a.taken_back_why, a.version
        """

    /// A workspace's own, those taken back among them, the latest first.
    static func own(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [PracticeAdoption] {
        try filled(
            connection.all(
                "SELECT \(columns) FROM practice_adoption a WHERE a.workspace_id = $1 ORDER BY a.id DESC",
                [.int(workspace.value)], read), connection)
    }

    static func find(
        _ id: PracticeAdoptionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> PracticeAdoption? {
        try filled(
            connection.all(
                "SELECT \(columns) FROM practice_adoption a WHERE a.id = $1 AND a.workspace_id = $2",
                [.int(id.value), .int(workspace.value)], read), connection
        ).first
    }

    /// The one of a workspace that was not taken back.
    static func standing(
        _ practice: PracticeID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> PracticeAdoption? {
        try filled(
            connection.all(
                """
                SELECT \(columns) FROM practice_adoption a
                WHERE a.practice_id = $1 AND a.workspace_id = $2 AND a.taken_back IS NULL
                """, [.int(practice.value), .int(workspace.value)], read), connection
        ).first
    }

    /// What everybody may know of the use of a practice: names of those who allow it, the others in the count.
    static func use(of practice: PracticeID, _ connection: any ReadConnection) throws -> PracticeUse {
        var named = try connection.all(
            """
            SELECT a.id, w.id, w.name, w.kind, w.actor_kind, w.state, a.language, a.note, a.adapted, a.day
            FROM practice_adoption a JOIN workspace w ON w.id = a.workspace_id AND w.closed = 0
            WHERE a.practice_id = $1 AND a.shown = 'named' AND a.taken_back IS NULL ORDER BY a.day DESC, a.id DESC LIMIT 200
            """, [.int(practice.value)]
        ) { row in
            let state = try row.text(5)
            let adopter = PracticeAuthor(
                id: WorkspaceID(try row.int(1)), name: try row.text(2),
                kind: try row.value(3, WorkspaceKind.init(rawValue:)),
                actor: try row.textOrNil(4).flatMap { ActorKind(rawValue: $0) },
                state: state.isEmpty ? nil : StateCode(state))
            return (
                id: try row.int(0),
                named: PracticeUse.Named(
                    adopter: adopter, language: LanguageTag(try row.text(6)), note: try row.text(7),
                    adapted: try row.text(8), day: try row.value(9) { CalendarDate($0) }, results: [])
            )
        }
        let results = try results(named.map { PracticeAdoptionID($0.id) }, connection)
        for place in named.indices {
            named[place].named.results = (results[PracticeAdoptionID(named[place].id)] ?? []).map(\.outside)
        }
        return PracticeUse(count: try counts([practice], connection)[practice] ?? 0, named: named.map(\.named))
    }

    /// By workspaces that are not closed.
    static func counts(
        _ practices: [PracticeID], _ connection: any ReadConnection
    ) throws -> [PracticeID: Int] {
        var counts: [PracticeID: Int] = [:]
        let set = practices.prefix(SQLSet.sizeMax).map { SQLValue.int($0.value) }
        try connection.query(
            """
            SELECT a.practice_id, COUNT(*) FROM practice_adoption a
            JOIN workspace w ON w.id = a.workspace_id AND w.closed = 0
            WHERE a.practice_id IN ({set}) AND a.taken_back IS NULL GROUP BY a.practice_id
            """, [], set: set
        ) { counts[PracticeID(try $0.int(0))] = Int(try $0.int(1)) }
        return counts
    }

    static func insert(_ adoption: PracticeAdoption, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO practice_adoption (id, practice_id, edition_id, workspace_id, shown, language, note, adapted, day,
                link_kind, link_id, made, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)
            """,
            [
                .int(adoption.id.value), .int(adoption.practice.value), .int(adoption.edition.value),
                .int(adoption.workspace.value), .text(adoption.shown.rawValue), .text(adoption.language.rawValue),
                .text(adoption.note), .text(adoption.adapted), .text(adoption.day.description),
                .optional(adoption.link?.kind.rawValue), .optional(adoption.link?.id), .text(adoption.made),
            ])
    }

    /// Writes what may change: how it is shown, and that it was taken back. Throws `stale` where the version is another.
    static func update(
        _ adoption: PracticeAdoption, version: Int, _ connection: any WriteConnection
    ) throws {
        let changed = try connection.execute(
            """
            UPDATE practice_adoption SET shown = $4, taken_back = $5, taken_back_why = $6, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(adoption.id.value), .int(adoption.workspace.value), .int(version),
                .text(adoption.shown.rawValue), .optional(adoption.takenBack), .optional(adoption.takenBackWhy),
            ])
        if changed == 0 {
            throw WorkspaceError.stale(Subject(.practice, adoption.practice.value), version: adoption.version)
        }
    }

    static func insert(
        _ id: Int64, _ result: PracticeResult, _ adoption: PracticeAdoption, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO practice_result (id, adoption_id, workspace_id, day, body, said_by, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .int(id), .int(adoption.id.value), .int(adoption.workspace.value), .text(result.day.description),
                .text(result.text), .text(result.by), .text(result.at),
            ])
    }

    private static func filled(
        _ adoptions: [PracticeAdoption], _ connection: any ReadConnection
    ) throws -> [PracticeAdoption] {
        let results = try results(adoptions.map(\.id), connection)
        return adoptions.map { adoption in
            var adoption = adoption
            adoption.results = results[adoption.id] ?? []
            return adoption
        }
    }

    private static func results(
        _ ids: [PracticeAdoptionID], _ connection: any ReadConnection
    ) throws -> [PracticeAdoptionID: [PracticeResult]] {
        var found: [PracticeAdoptionID: [PracticeResult]] = [:]
        var rest = ids[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            try connection.query(
                """
                SELECT adoption_id, day, body, said_by, at FROM practice_result WHERE adoption_id IN ({set})
                ORDER BY adoption_id, id
                """, [], set: set.map { .int($0.value) }
            ) { row in
                found[PracticeAdoptionID(try row.int(0)), default: []].append(
                    PracticeResult(
                        day: try row.value(1) { CalendarDate($0) }, text: try row.text(2), by: try row.text(3),
                        at: try row.text(4)))
            }
        }
        return found
    }

    private static func read(_ row: any Row) throws -> PracticeAdoption {
        var link: PracticeAdoption.Link?
        if let kind = try row.textOrNil(9).flatMap({ PracticeAdoption.LinkKind(rawValue: $0) }),
            let id = try row.intOrNil(10)
        {
            link = PracticeAdoption.Link(kind, id)
        }
        return PracticeAdoption(
            id: PracticeAdoptionID(try row.int(0)), practice: PracticeID(try row.int(1)),
            edition: PracticeEditionID(try row.int(2)), workspace: WorkspaceID(try row.int(3)),
            shown: try row.value(4, PracticeAdoption.Shown.init(rawValue:)), language: LanguageTag(try row.text(5)),
            note: try row.text(6), adapted: try row.text(7), day: try row.value(8) { CalendarDate($0) }, link: link,
            results: [], made: try row.text(11), takenBack: try row.textOrNil(12),
            takenBackWhy: try row.textOrNil(13), version: Int(try row.int(14)))
    }
}
