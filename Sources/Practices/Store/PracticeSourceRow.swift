import Domain
import Store

/// What practices are written up from, as far as a workspace may see it: its own and those it is a party of, and what is public.
enum PracticeSourceRow {
    /// Nil where it is not there, or of others.
    static func title(
        _ source: PracticeSource, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> String? {
        let values: [SQLValue] = [.int(source.id), .int(workspace.value)]
        return switch source.kind {
        case .programme:
            try connection.first(
                """
                SELECT title FROM programme WHERE id = $1 AND withdrawn = 0 AND (public = 1 OR workspace_id = $2)
                """, values
            ) { try $0.text(0) }
        case .agreement:
            try connection.first(
                """
                SELECT v.title FROM agreement g JOIN agreement_version v ON v.agreement_id = g.id AND v.number = g.current
                WHERE g.id = $1 AND (EXISTS (SELECT 1 FROM agreement_party p WHERE p.agreement_id = g.id
                        AND p.number = g.current AND p.workspace_id = $2)
                    OR NOT EXISTS (SELECT 1 FROM agreement_party p WHERE p.agreement_id = g.id
                        AND p.number = g.current AND p.public = 0))
                """, values
            ) { try $0.text(0) }
        }
    }

    /// Codes that its programme carries, or the programme an agreement is about.
    static func codes(
        _ source: PracticeSource, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> (themes: [String], goals: [String]) {
        var codes: (themes: [String], goals: [String]) = ([], [])
        guard let programme = try programme(source, workspace, connection) else { return codes }
        try connection.query(
            """
            SELECT kind, code FROM programme_purpose WHERE programme_id = $1 AND kind IN ('theme', 'goal', 'target')
            ORDER BY kind, code
            """, [.int(programme)]
        ) { row in
            let code = try row.text(1)
            if try row.text(0) == "theme" { codes.themes.append(code) } else { codes.goals.append(code) }
        }
        return codes
    }

    /// Issues its programme is linked with, whoever says so, and those that actions of the workspace under an agreement serve.
    static func issues(
        _ source: PracticeSource, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [IssueID] {
        var found: Set<Int64> = []
        if let programme = try programme(source, workspace, connection) {
            try connection.query(
                """
                SELECT DISTINCT l.issue_id FROM programme_issue l WHERE l.programme_id = $1 AND NOT EXISTS (
                    SELECT 1 FROM programme_issue_removal r
                    WHERE r.programme_id = l.programme_id AND r.issue_id = l.issue_id)
                ORDER BY l.issue_id LIMIT \(PracticeLimits.linksMax)
                """, [.int(programme)]
            ) { found.insert(try $0.int(0)) }
        }
        if source.kind == .agreement {
            try connection.query(
                """
                SELECT DISTINCT c.issue_id FROM agreement_action x JOIN action a ON a.id = x.action_id
                JOIN commitment c ON c.id = a.commitment_id
                WHERE x.agreement_id = $1 AND x.workspace_id = $2 AND a.workspace_id = $2 AND c.issue_id IS NOT NULL
                """, [.int(source.id), .int(workspace.value)]
            ) { found.insert(try $0.int(0)) }
        }
        return found.sorted().prefix(PracticeLimits.linksMax).map { IssueID($0) }
    }

    private static func programme(
        _ source: PracticeSource, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Int64? {
        switch source.kind {
        case .programme: source.id
        case .agreement:
            try connection.first(
                """
                SELECT g.programme_id FROM agreement g JOIN programme p ON p.id = g.programme_id
                WHERE g.id = $1 AND p.withdrawn = 0 AND (p.public = 1 OR p.workspace_id = $2)
                """, [.int(source.id), .int(workspace.value)]
            ) { try $0.int(0) }
        }
    }
}
