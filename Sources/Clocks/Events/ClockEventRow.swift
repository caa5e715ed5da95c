import Domain
import Store

/// What starts the clocks of a workspace.
enum ClockEventRow {
    static let eventsMax = 2_000
    private static let columns = "id, cause, kind, mechanism, number, title, day, document, fixed, version"

    /// By day, the latest first.
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [ClockEvent] {
        try connection.all(
            """
            SELECT \(columns) FROM clock_event WHERE workspace_id = $1 AND withdrawn = 0
            ORDER BY day DESC, id DESC LIMIT \(eventsMax)
            """, [.int(workspace.value)]
        ) { try read($0) }
    }

    static func find(_ id: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> ClockEvent? {
        try connection.first(
            "SELECT \(columns) FROM clock_event WHERE id = $1 AND workspace_id = $2 AND withdrawn = 0",
            [.int(id), .int(workspace.value)]
        ) { try read($0) }
    }

    static func insert(_ event: ClockEvent, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO clock_event (id, workspace_id, cause, kind, mechanism, number, title, day, document, fixed,
                withdrawn, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 1)
            """,
            [
                .int(event.id), .int(workspace.value), .text(event.cause), .text(event.kind.rawValue),
                .optional(event.mechanism?.rawValue), .optional(event.number), .optional(event.title),
                .text(event.day.description), .optional(event.document), .flag(event.isFixed),
            ])
    }

    /// Whether the version was the one that stood.
    static func update(_ event: ClockEvent, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws -> Bool
    {
        try connection.execute(
            """
            UPDATE clock_event SET title = $3, day = $4, document = $5, fixed = $6, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $7 AND withdrawn = 0
            """,
            [
                .int(event.id), .int(workspace.value), .optional(event.title), .text(event.day.description),
                .optional(event.document), .flag(event.isFixed), .int(event.version),
            ]) == 1
    }

    static func withdraw(_ id: Int64, version: Int, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws
        -> Bool
    {
        try connection.execute(
            """
            UPDATE clock_event SET withdrawn = 1, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3 AND withdrawn = 0
            """, [.int(id), .int(workspace.value), .int(version)]) == 1
    }

    /// Whether an event of this cause was there, withdrawn or not.
    static func causes(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Set<String> {
        Set(
            try connection.all("SELECT cause FROM clock_event WHERE workspace_id = $1", [.int(workspace.value)]) {
                try $0.text(0)
            })
    }

    private static func read(_ row: any Row) throws -> ClockEvent {
        guard let day = CalendarDate(try row.text(6)) else { throw StoreError.corrupt(reason: "clock_event.day") }
        return ClockEvent(
            id: try row.int(0), cause: try row.text(1), kind: try row.value(2, ClockEventKind.init(rawValue:)),
            mechanism: try row.textOrNil(3).map { MechanismCode($0) }, number: try row.intOrNil(4).map { Int($0) },
            title: try row.textOrNil(5), day: day, document: try row.textOrNil(7), isFixed: try row.int(8) == 1,
            version: Int(try row.int(9)))
    }
}
