import Domain
import Store

/// How long a request to be introduced waits before that is a finding.
package enum IntroductionClock {
    /// Three weeks: long enough for somebody to come back from leave and for two offices to agree on an answer, and short enough that
    /// a need is not left waiting for a partner who will not come.
    package static let unansweredDays = 21
}

/// What gives cause for alerts between workspaces: in each of them.
enum AgreementCauseRow {
    /// Requests sent or received that wait for too long. The alert's title is the other workspace's name; of what is asked it says
    /// nothing.
    static func unanswered(
        _ workspace: WorkspaceID, today: CalendarDate, _ connection: any ReadConnection
    ) throws -> [Alert] {
        let last = CalendarDate(dayNumber: today.dayNumber - IntroductionClock.unansweredDays + 1)
        return try connection.all(
            """
            SELECT i.id, i.asked, w.name FROM introduction i
            JOIN workspace w ON w.id = CASE WHEN i.workspace_id = $1 THEN i.partner_id ELSE i.workspace_id END
            WHERE (i.workspace_id = $1 OR i.partner_id = $1) AND i.status = 'asked' AND i.asked < $2
            ORDER BY i.id LIMIT \(CauseRow.actionsMax)
            """, [.int(workspace.value), .text(last.description)]
        ) { row in
            guard let day = CalendarDate(try row.text(1)) else {
                throw StoreError.corrupt(reason: "introduction.asked")
            }
            let id = try row.int(0)
            return Alert(
                cause: "unanswered/introduction/\(id)", kind: .unanswered, subject: Subject(.introduction, id),
                title: try row.text(2), day: day, measure: IntroductionClock.unansweredDays)
        }
    }

    /// Benchmarks of agreements in force, or still binding after notice, whose day is over and of which no party's last word is that they were met.
    static func benchmarks(
        _ workspace: WorkspaceID, today: CalendarDate, _ connection: any ReadConnection
    ) throws -> [Alert] {
        try connection.all(
            """
            SELECT a.id, b.line, b.what, b.due FROM agreement_party p
            JOIN agreement a ON a.id = p.agreement_id AND a.current = p.number
            JOIN agreement_benchmark b ON b.agreement_id = a.id AND b.number = a.current
            WHERE p.workspace_id = $1 AND (a.status = 'in-force' OR a.closed_from >= $2) AND b.due < $2 AND NOT EXISTS (
                SELECT 1 FROM agreement_finding f WHERE f.agreement_id = a.id AND f.line = b.line AND f.standing = 'met'
                    AND NOT EXISTS (SELECT 1 FROM agreement_finding l WHERE l.agreement_id = a.id AND l.line = b.line
                        AND l.workspace_id = f.workspace_id AND l.id > f.id))
            ORDER BY a.id, b.line LIMIT \(CauseRow.actionsMax)
            """, [.int(workspace.value), .text(today.description)]
        ) { row in
            guard let day = CalendarDate(try row.text(3)) else {
                throw StoreError.corrupt(reason: "agreement_benchmark.due")
            }
            let id = try row.int(0)
            return Alert(
                cause: "benchmark/agreement/\(id)/\(try row.int(1))/\(day)", kind: .benchmark,
                subject: Subject(.agreement, id), title: try row.text(2), day: day)
        }
    }
}
