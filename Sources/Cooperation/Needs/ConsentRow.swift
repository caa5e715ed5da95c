import Domain
import Store

/// Consents: written once, withdrawn once.
enum ConsentRow {
    private static let columns = """
        id, need_id, authority, office, day, instrument, level, recorded_by, recorded, withdrawn, withdrawn_why
        """

    static func insert(_ consent: Consent, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO need_consent (workspace_id, \(columns))
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, NULL)
            """,
            [
                .int(workspace.value), .int(consent.id.value), .int(consent.need.value),
                .text(consent.authority.rawValue), .text(consent.office), .text(consent.date.description),
                .text(consent.instrument), .text(consent.level.rawValue), .text(consent.recordedBy),
                .text(consent.recorded),
            ])
    }

    /// False where none stands.
    static func withdraw(
        _ need: NeedID, _ workspace: WorkspaceID, at: String, why: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE need_consent SET withdrawn = $3, withdrawn_why = $4
            WHERE need_id = $1 AND workspace_id = $2 AND withdrawn IS NULL
            """, [.int(need.value), .int(workspace.value), .text(at), .text(why)]) == 1
    }

    /// The latest first, withdrawn ones too.
    static func all(
        _ need: NeedID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Consent] {
        try connection.all(
            "SELECT \(columns) FROM need_consent WHERE need_id = $1 AND workspace_id = $2 ORDER BY id DESC LIMIT 100",
            [.int(need.value), .int(workspace.value)]
        ) { row in
            guard let date = CalendarDate(try row.text(4)) else { throw StoreError.corrupt(reason: "need_consent.day") }
            return Consent(
                id: ConsentID(try row.int(0)), need: NeedID(try row.int(1)),
                authority: try row.value(2, ConsentAuthority.init(rawValue:)), office: try row.text(3), date: date,
                instrument: try row.text(5), level: try row.value(6, PublicationLevel.init(rawValue:)),
                recordedBy: try row.text(7), recorded: try row.text(8), withdrawn: try row.textOrNil(9),
                withdrawnWhy: try row.textOrNil(10))
        }
    }
}
