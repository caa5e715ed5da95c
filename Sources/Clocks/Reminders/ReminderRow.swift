import Domain
import Store

/// What people chose, and for which days they were looked after.
enum ReminderRow {
    static func choices(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [AccountID: ReminderFrequency] {
        var found: [AccountID: ReminderFrequency] = [:]
        try connection.query(
            "SELECT account_id, frequency FROM reminder_choice WHERE workspace_id = $1", [.int(workspace.value)]
        ) { found[AccountID(try $0.int(0))] = try $0.value(1, ReminderFrequency.init(rawValue:)) }
        return found
    }

    static func choose(
        _ frequency: ReminderFrequency, _ account: AccountID, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO reminder_choice (workspace_id, account_id, frequency) VALUES ($1, $2, $3)
            ON CONFLICT (workspace_id, account_id) DO UPDATE SET frequency = excluded.frequency
            """, [.int(workspace.value), .int(account.value), .text(frequency.rawValue)])
    }

    /// The last day each person was looked after, and the last on which a message was made.
    static func lastDays(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [AccountID: (seen: CalendarDate?, sent: CalendarDate?)] {
        var found: [AccountID: (seen: CalendarDate?, sent: CalendarDate?)] = [:]
        try connection.query(
            """
            SELECT account_id, MAX(day), MAX(CASE WHEN sent = 1 THEN day END) FROM reminder_day WHERE workspace_id = $1
            GROUP BY account_id
            """, [.int(workspace.value)]
        ) { row in
            found[AccountID(try row.int(0))] = (
                CalendarDate(try row.text(1)), try row.textOrNil(2).flatMap { CalendarDate($0) }
            )
        }
        return found
    }

    /// Takes the day for a person; false where somebody else has it already. One message a day at most comes of this.
    static func claim(
        _ account: AccountID, _ workspace: WorkspaceID, _ day: CalendarDate, sends: Bool, at: String,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO reminder_day (workspace_id, account_id, day, sent, made) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (workspace_id, account_id, day) DO NOTHING
            """,
            [.int(workspace.value), .int(account.value), .text(day.description), .flag(sends), .text(at)]) == 1
    }
}
