import Domain
import Store

enum AccreditationRow {
    static func insert(_ value: Accreditation, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO accreditation (id, workspace_id, institution_id, status, decided, review_due, source, made, made_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .int(value.id.value), .int(workspace.value), .int(value.institution.value),
                .text(value.status.rawValue), .text(value.decided.description),
                .optional(value.reviewDue?.description), .optional(value.source), .text(value.made),
                .text(value.madeBy),
            ])
    }

    /// Newest decision first.
    static func all(
        _ institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Accreditation] {
        try connection.all(
            """
            SELECT id, institution_id, status, decided, review_due, source, made_by, made, withdrawn FROM accreditation
            WHERE institution_id = $1 AND workspace_id = $2 ORDER BY decided DESC, id DESC
            """, [.int(institution.value), .int(workspace.value)]
        ) { row in
            Accreditation(
                id: AccreditationID(try row.int(0)), institution: InstitutionID(try row.int(1)),
                status: try row.value(2, Accreditation.Status.init(rawValue:)),
                decided: try row.value(3) { CalendarDate($0) },
                reviewDue: try row.textOrNil(4).flatMap { CalendarDate($0) }, source: try row.textOrNil(5),
                madeBy: try row.text(6), made: try row.text(7), withdrawn: try row.textOrNil(8))
        }
    }

    static func withdraw(
        _ id: AccreditationID, _ institution: InstitutionID, _ workspace: WorkspaceID, at: String,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE accreditation SET withdrawn = $1
            WHERE id = $2 AND institution_id = $3 AND workspace_id = $4 AND withdrawn IS NULL
            """, [.text(at), .int(id.value), .int(institution.value), .int(workspace.value)]) > 0
    }
}
