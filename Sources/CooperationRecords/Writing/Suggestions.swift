package import Domain
import People
import Store

extension StateCooperation {
    /// Facts that the workspace itself could say and does not yet: accreditations with a source, and money of funds that was granted.
    /// They are proposals for whoever keeps the record; nobody else learns of them.
    package func suggestions(_ member: Member) async throws(WorkspaceError) -> [StateFactContent] {
        try member.require(.manageCooperationRecord)
        guard let state = member.workspace.mechanismState else { return [] }
        let workspace = member.workspace.id
        return try await store.read { connection in
            let kept = try StateFactRow.kept(state, .workspace(member), connection).filter(\.isStanding).map(\.content)
            let found =
                try SuggestionRow.accreditations(workspace, connection) + SuggestionRow.grants(workspace, connection)
            return found.filter { new in
                !kept.contains {
                    $0.kind == new.kind && $0.about == new.about && (new.day == nil || $0.day == new.day)
                }
            }
        }
    }
}

enum SuggestionRow {
    static func accreditations(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [StateFactContent] {
        try connection.all(
            """
            SELECT i.name, a.status, a.decided, a.source FROM accreditation a
            JOIN institution i ON i.id = a.institution_id AND i.workspace_id = a.workspace_id
            WHERE a.workspace_id = $1 AND a.withdrawn IS NULL AND a.source IS NOT NULL ORDER BY a.decided, a.id LIMIT 50
            """, [.int(workspace.value)]
        ) { row in
            var content = StateFactContent(.accreditation, day: CalendarDate(try row.text(2)), source: try row.text(3))
            content.about = try row.text(0)
            content.grade = try row.text(1)
            return content
        }
    }

    /// Applications that a fund whose calls everybody reads has selected.
    static func grants(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [StateFactContent] {
        try connection.all(
            """
            SELECT f.name, c.title, a.amount, a.currency FROM application a
            JOIN fund_call c ON c.id = a.call_id JOIN fund f ON f.id = c.fund_id
            WHERE a.workspace_id = $1 AND a.status = 'selected' AND f.level = 'public' ORDER BY a.id LIMIT 50
            """, [.int(workspace.value)]
        ) { row in
            // The day on which it was granted is not kept: whoever takes the proposal over knows it.
            var content = StateFactContent(.fundUsed, source: try row.text(1))
            content.about = try row.text(0)
            if let minor = try row.intOrNil(2), let currency = CurrencyCode(try row.textOrNil(3) ?? "") {
                content.money = Money(minor: minor, currency: currency)
            }
            return content
        }
    }
}
