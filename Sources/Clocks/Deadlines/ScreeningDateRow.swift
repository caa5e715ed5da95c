import Domain
import Store

/// Dates of screenings: by when risks are dealt with, and when a workspace answers again. A workspace that does not take part has none, and none
/// either once it is no party any more of the agreement that is screened.
enum ScreeningDateRow {
    private static let takesPart = """
        s.withdrawn = 0 AND EXISTS (SELECT 1 FROM screening_party y WHERE y.screening_id = s.id AND y.workspace_id = $1
            AND y.standing = 'taking-part')
        AND NOT EXISTS (SELECT 1 FROM agreement ya JOIN agreement_party yp ON yp.agreement_id = ya.id
            WHERE s.subject_kind = 'agreement' AND ya.id = s.subject_id AND ya.current IS NOT NULL
                AND yp.workspace_id = $1 AND NOT EXISTS (SELECT 1 FROM agreement_party yc
                    WHERE yc.agreement_id = ya.id AND yc.number = ya.current AND yc.workspace_id = $1))
        """
    private static let unanswered = """
        NOT EXISTS (SELECT 1 FROM screening_sheet h WHERE h.moment_id = m.id AND h.workspace_id = $1
            AND h.account_id IS NULL AND h.handed_in IS NOT NULL)
        """

    /// Risks that this workspace deals with and that are not closed: those of one institution where there is a limit.
    static func risks(
        _ workspace: WorkspaceID, _ filter: DeadlineFilter, limit: InstitutionID?, after: EntryPlace?, count: Int,
        _ connection: any ReadConnection
    ) throws -> [DateEntry] {
        try connection.all(
            """
            SELECT r.id, r.title, r.due, r.institution_id, r.version, r.changed, r.account_id FROM screening_risk r
            JOIN screening s ON s.id = r.screening_id
            WHERE r.workspace_id = $1 AND \(takesPart) AND r.status <> 'closed' AND r.due IS NOT NULL
                AND (r.institution_id = $2 OR $2 IS NULL) AND (r.institution_id = $3 OR $3 IS NULL)
                AND (r.due >= $4 OR $4 IS NULL) AND (r.due <= $5 OR $5 IS NULL)
                AND (r.due > $6 OR $6 IS NULL OR (r.due = $6 AND r.id > $7))
            ORDER BY r.due, r.id LIMIT $8
            """,
            [
                .int(workspace.value), .optional(limit?.value), .optional(filter.institution?.value),
                .optional(filter.from), .optional(filter.to), .optional(after?.due),
                .int(after?.after(in: EntryPlace.rank(.screeningRisk)) ?? 0), .int(count),
            ]
        ) { row in
            var entry = DateEntry(
                Subject(.screeningRisk, try row.int(0)), title: try row.text(1), due: try day(row, 2),
                institutions: try row.intOrNil(3).map { [InstitutionID($0)] } ?? [],
                sequence: Int(try row.int(4)) - 1, changed: try row.text(5))
            entry.account = try row.intOrNil(6).map { AccountID($0) }
            return entry
        }
    }

    /// Moments at which this workspace has not answered yet.
    static func moments(
        _ workspace: WorkspaceID, _ filter: DeadlineFilter, after: EntryPlace?, count: Int,
        _ connection: any ReadConnection
    ) throws -> [DateEntry] {
        try connection.all(
            """
            SELECT m.id, m.note, m.day, m.version, m.made FROM screening_moment m
            JOIN screening s ON s.id = m.screening_id
            WHERE m.withdrawn = 0 AND \(takesPart) AND \(unanswered)
                AND (m.day >= $2 OR $2 IS NULL) AND (m.day <= $3 OR $3 IS NULL)
                AND (m.day > $4 OR $4 IS NULL OR (m.day = $4 AND m.id > $5))
            ORDER BY m.day, m.id LIMIT $6
            """,
            [
                .int(workspace.value), .optional(filter.from), .optional(filter.to), .optional(after?.due),
                .int(after?.after(in: EntryPlace.rank(.screeningMoment)) ?? 0), .int(count),
            ]
        ) { row in
            DateEntry(
                Subject(.screeningMoment, try row.int(0)), title: try row.text(1), due: try day(row, 2),
                institutions: [], sequence: Int(try row.int(3)) - 1, changed: try row.text(4))
        }
    }

    /// What of both is over today: each gives cause for one alert, and for another once its day was moved.
    static func late(
        _ workspace: WorkspaceID, today: CalendarDate, _ connection: any ReadConnection
    ) throws -> [Alert] {
        let risks = try connection.all(
            """
            SELECT r.id, r.title, r.due, r.institution_id, r.account_id FROM screening_risk r
            JOIN screening s ON s.id = r.screening_id
            WHERE r.workspace_id = $1 AND \(takesPart) AND r.status <> 'closed' AND r.due < $2
            ORDER BY r.id LIMIT \(CauseRow.actionsMax)
            """, [.int(workspace.value), .text(today.description)]
        ) { row in
            let institution = try row.intOrNil(3).map { InstitutionID($0) }
            return Alert(
                cause: "overdue/screening-risk/\(try row.int(0))/\(try row.text(2))", kind: .overdue,
                subject: Subject(.screeningRisk, try row.int(0)), title: try row.text(1), day: try day(row, 2),
                institution: institution, account: try row.intOrNil(4).map { AccountID($0) },
                concerns: institution.map { [$0] } ?? [])
        }
        let moments = try connection.all(
            """
            SELECT m.id, m.note, m.day FROM screening_moment m JOIN screening s ON s.id = m.screening_id
            WHERE m.withdrawn = 0 AND \(takesPart) AND \(unanswered) AND m.day < $2
            ORDER BY m.id LIMIT \(CauseRow.actionsMax)
            """, [.int(workspace.value), .text(today.description)]
        ) { row in
            Alert(
                cause: "overdue/screening-moment/\(try row.int(0))/\(try row.text(2))", kind: .overdue,
                subject: Subject(.screeningMoment, try row.int(0)), title: try row.text(1), day: try day(row, 2))
        }
        return risks + moments
    }

    private static func day(_ row: any Row, _ column: Int) throws -> CalendarDate {
        guard let day = CalendarDate(try row.text(column)) else {
            throw StoreError.corrupt(reason: "a day of a screening")
        }
        return day
    }
}
