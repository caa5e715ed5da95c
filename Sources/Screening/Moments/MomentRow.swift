import Domain
import Store

/// Moments of screenings, for workspaces that take part.
enum MomentRow {
    private static let columns = "m.id, m.screening_id, m.workspace_id, m.kind, m.day, m.edition, m.note, m.version"

    static func insert(
        _ moment: ScreeningMoment, by name: String, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO screening_moment (id, screening_id, workspace_id, kind, day, edition, note, made, made_by,
                withdrawn, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 1)
            """,
            [
                .int(moment.id.value), .int(moment.screening.value), .int(moment.workspace.value),
                .text(moment.kind.rawValue), .text(moment.day.description), .text(moment.edition), .text(moment.note),
                .text(at), .text(name),
            ])
    }

    static func find(
        _ id: MomentID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> ScreeningMoment? {
        try connection.first(
            """
            SELECT \(columns) FROM screening_moment m JOIN screening s ON s.id = m.screening_id
            WHERE m.id = $1 AND m.withdrawn = 0 AND s.withdrawn = 0 AND \(CaseRow.takesPart("s.id", "$2"))
            """, [.int(id.value), .int(workspace.value)], read)
    }

    /// By day.
    static func all(
        _ ids: [ScreeningID], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ScreeningMoment] {
        try connection.all(
            """
            SELECT \(columns) FROM screening_moment m
            WHERE m.withdrawn = 0 AND \(CaseRow.takesPart("m.screening_id", "$1")) AND m.screening_id IN ({set})
            ORDER BY m.day, m.id
            """, [.int(workspace.value)], set: ids.prefix(SQLSet.sizeMax).map { .int($0.value) }, read)
    }

    /// False where another version stands, or another workspace set it.
    static func update(_ moment: ScreeningMoment, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE screening_moment SET day = $4, note = $5, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3 AND withdrawn = 0
            """,
            [
                .int(moment.id.value), .int(moment.workspace.value), .int(moment.version),
                .text(moment.day.description), .text(moment.note),
            ]) > 0
    }

    static func withdraw(_ moment: ScreeningMoment, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE screening_moment SET withdrawn = 1, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3 AND withdrawn = 0
            """, [.int(moment.id.value), .int(moment.workspace.value), .int(moment.version)]) > 0
    }

    private static func read(_ row: any Row) throws -> ScreeningMoment {
        guard let day = CalendarDate(try row.text(4)) else {
            throw StoreError.corrupt(reason: "screening_moment.day")
        }
        return ScreeningMoment(
            id: MomentID(try row.int(0)), screening: ScreeningID(try row.int(1)),
            workspace: WorkspaceID(try row.int(2)), kind: try row.value(3, MomentKind.init(rawValue:)), day: day,
            edition: try row.text(5), note: try row.text(6), version: Int(try row.int(7)))
    }
}
