import Domain
import Store

/// What practices are written up from, as far as a workspace may see it.
enum PracticeSourceRow {
    /// Nil where it is not there, or of others.
    static func title(
        _ source: PracticeSource, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> String? {
        switch source.kind {
        case .programme:
            try connection.first(
                """
                SELECT title FROM programme WHERE id = $1 AND withdrawn = 0 AND (public = 1 OR workspace_id = $2)
                """, [.int(source.id), .int(workspace.value)]
            ) { try $0.text(0) }
        case .agreement: ""
        }
    }

    /// Codes that a programme carries, as themes and goals of the reference facts.
    static func codes(
        _ source: PracticeSource, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> (themes: [String], goals: [String]) {
        guard source.kind == .programme else { return ([], []) }
        var codes: (themes: [String], goals: [String]) = ([], [])
        try connection.query(
            """
            SELECT kind, code FROM programme_purpose WHERE programme_id = $1 AND kind IN ('theme', 'goal', 'target')
            ORDER BY kind, code
            """, [.int(source.id)]
        ) { row in
            let code = try row.text(1)
            if try row.text(0) == "theme" { codes.themes.append(code) } else { codes.goals.append(code) }
        }
        return codes
    }

    /// Issues that a programme is linked with, whoever says so.
    static func issues(
        _ source: PracticeSource, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [IssueID] {
        guard source.kind == .programme else { return [] }
        return try connection.all(
            """
            SELECT DISTINCT l.issue_id FROM programme_issue l WHERE l.programme_id = $1 AND NOT EXISTS (
                SELECT 1 FROM programme_issue_removal r WHERE r.programme_id = l.programme_id AND r.issue_id = l.issue_id)
            ORDER BY l.issue_id LIMIT \(PracticeLimits.linksMax)
            """, [.int(source.id)]
        ) { IssueID(try $0.int(0)) }
    }
}
