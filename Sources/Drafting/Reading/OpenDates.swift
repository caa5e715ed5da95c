package import Domain
import People
import Store

/// A date by which something is due, that a report can be written for.
package struct OpenDate: Hashable, Sendable {
    package var id: Int64
    package var title: String
    package var due: CalendarDate
}

extension Drafting {
    /// The next 30 dates of the workspace that are open.
    package func openDates(_ member: Member) async throws(WorkspaceError) -> [OpenDate] {
        try member.require(.writeReports)
        return try await store.read { connection in
            try connection.all(
                """
                SELECT id, COALESCE(title, source), due FROM deadline WHERE workspace_id = $1 AND status = 'open'
                ORDER BY due, id LIMIT 30
                """, [.int(member.workspace.id.value)]
            ) { row in
                OpenDate(id: try row.int(0), title: try row.text(1), due: try row.value(2) { CalendarDate($0) })
            }
        }
    }
}
