import Domain
import Store

/// Accreditations of a workspace's human rights institutions, as events that start the clock of their review.
enum AccreditationFacts {
    static let cause = "accreditation/"

    /// The latest decision on each institution that is not closed; one that gave no status starts no clock.
    static func all(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [(event: ClockEvent, review: CalendarDate?)] {
        try connection.all(
            """
            SELECT a.id, a.decided, a.review_due, a.source, i.name FROM accreditation a
            JOIN institution i ON i.id = a.institution_id AND i.workspace_id = a.workspace_id
            WHERE a.workspace_id = $1 AND a.withdrawn IS NULL AND a.status IN ('A', 'B') AND i.closed = 0
            AND NOT EXISTS (SELECT 1 FROM accreditation l WHERE l.workspace_id = $1 AND l.withdrawn IS NULL
                AND l.institution_id = a.institution_id
                AND (l.decided > a.decided OR l.decided = a.decided AND l.id > a.id))
            ORDER BY a.id
            """, [.int(workspace.value)]
        ) { row in
            (
                ClockEvent(
                    cause: cause + String(try row.int(0)), kind: .accreditation, title: try row.text(4),
                    day: try row.value(1) { CalendarDate($0) }, document: try row.textOrNil(3)),
                try row.textOrNil(2).flatMap { CalendarDate($0) }
            )
        }
    }
}
