import Domain
import Store

/// Settings and holidays of a workspace.
enum ClockSettingsRow {
    static let holidaysMax = 2_000

    static func find(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> ClockSettings {
        let found = try connection.first(
            """
            SELECT weekend, stalled_months, digest_hour, remind_days, version FROM clock_settings WHERE workspace_id = $1
            """, [.int(workspace.value)]
        ) { row in
            ClockSettings(
                weekend: Set(numbers(try row.text(0))), stalledMonths: Int(try row.int(1)),
                digestHour: Int(try row.int(2)), remindDays: numbers(try row.text(3)), version: Int(try row.int(4)))
        }
        return found ?? .standard
    }

    /// Whether the version was the one that stood; 0: there were none.
    static func put(_ settings: ClockSettings, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws
        -> Bool
    {
        let values: [SQLValue] = [
            .int(workspace.value), .text(text(settings.weekend.sorted())), .int(settings.stalledMonths),
            .int(settings.digestHour), .text(text(settings.remindDays)),
        ]
        if settings.version == 0 {
            return try connection.execute(
                """
                INSERT INTO clock_settings (workspace_id, weekend, stalled_months, digest_hour, remind_days, version)
                VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT (workspace_id) DO NOTHING
                """, values) == 1
        }
        return try connection.execute(
            """
            UPDATE clock_settings SET weekend = $2, stalled_months = $3, digest_hour = $4, remind_days = $5,
                version = version + 1 WHERE workspace_id = $1 AND version = $6
            """, values + [.int(settings.version)]) == 1
    }

    static func holidays(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [Holiday] {
        try connection.all(
            "SELECT day, name FROM holiday WHERE workspace_id = $1 ORDER BY day LIMIT \(holidaysMax)",
            [.int(workspace.value)]
        ) { row in
            guard let day = CalendarDate(try row.text(0)) else { throw StoreError.corrupt(reason: "holiday.day") }
            return Holiday(day: day, name: try row.text(1))
        }
    }

    static func add(_ holidays: [Holiday], _ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        for holiday in holidays {
            try connection.execute(
                """
                INSERT INTO holiday (workspace_id, day, name) VALUES ($1, $2, $3)
                ON CONFLICT (workspace_id, day) DO UPDATE SET name = excluded.name
                """, [.int(workspace.value), .text(holiday.day.description), .text(holiday.name)])
        }
    }

    static func remove(_ day: CalendarDate, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws -> Bool
    {
        try connection.execute(
            "DELETE FROM holiday WHERE workspace_id = $1 AND day = $2",
            [.int(workspace.value), .text(day.description)]) == 1
    }

    static func workingDays(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> WorkingDays {
        WorkingDays(
            weekend: try find(workspace, connection).weekend,
            holidays: Set(try holidays(workspace, connection).map { Day(firstOf: $0.day) }))
    }

    private static func numbers(_ text: String) -> [Int] { text.split(separator: " ").compactMap { Int($0) } }
    private static func text(_ numbers: [Int]) -> String { numbers.map { String($0) }.joined(separator: " ") }
}
