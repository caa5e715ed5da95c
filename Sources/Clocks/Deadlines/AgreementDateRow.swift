import Domain
import Store

/// Days of agreements that a workspace is a party of.
enum AgreementDateRow {
    /// Benchmarks of agreements in force that no party says were met, and the days of reviews: one entry a day and agreement.
    static func dates(
        _ workspace: WorkspaceID, _ filter: DeadlineFilter, after: EntryPlace?, count: Int,
        _ connection: any ReadConnection
    ) throws -> [DateEntry] {
        try connection.all(
            """
            SELECT d.id, v.title, d.due, v.number, v.in_force FROM (
                SELECT DISTINCT a.id AS id, a.current AS number, b.due AS due FROM agreement_party p
                JOIN agreement a ON a.id = p.agreement_id AND a.current = p.number
                JOIN agreement_benchmark b ON b.agreement_id = a.id AND b.number = a.current
                WHERE p.workspace_id = $1 AND a.status = 'in-force' AND NOT EXISTS (
                    SELECT 1 FROM agreement_finding f WHERE f.agreement_id = a.id AND f.line = b.line
                        AND f.standing = 'met' AND NOT EXISTS (SELECT 1 FROM agreement_finding l
                            WHERE l.agreement_id = a.id AND l.line = b.line AND l.workspace_id = f.workspace_id
                                AND l.id > f.id))
                UNION
                SELECT a.id, a.current, r.day FROM agreement_party p
                JOIN agreement a ON a.id = p.agreement_id AND a.current = p.number
                JOIN agreement_review_day r ON r.agreement_id = a.id AND r.number = a.current
                WHERE p.workspace_id = $1 AND a.status = 'in-force' AND NOT EXISTS (
                    SELECT 1 FROM agreement_answer s WHERE s.agreement_id = a.id AND s.day = r.day
                        AND s.workspace_id = $1 AND s.institution_id IS NULL)) d
            JOIN agreement_version v ON v.agreement_id = d.id AND v.number = d.number
            WHERE (d.due >= $2 OR $2 IS NULL) AND (d.due <= $3 OR $3 IS NULL)
                AND (d.due > $4 OR $4 IS NULL OR (d.due = $4 AND d.id > $5))
            ORDER BY d.due, d.id LIMIT $6
            """,
            [
                .int(workspace.value), .optional(filter.from), .optional(filter.to), .optional(after?.due),
                .int(after?.after(in: EntryPlace.rank(.agreement)) ?? 0), .int(count),
            ]
        ) { row in
            guard let due = CalendarDate(try row.text(2)) else {
                throw StoreError.corrupt(reason: "a day of an agreement")
            }
            return DateEntry(
                Subject(.agreement, try row.int(0)), title: try row.text(1), due: due, institutions: [],
                sequence: Int(try row.int(3)) - 1, changed: try row.textOrNil(4) ?? "")
        }
    }
}
