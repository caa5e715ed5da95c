import Domain
import Store

/// What a need can be stated from: rows of the plan and of the record.
enum NeedSourceRow {
    /// A commitment or an action, as far as it says something of a need.
    struct Work {
        var commitment: Int64
        var title: String
        var text = ""
        var lead: InstitutionID?
        var issue: Int64?
        var from: CalendarDate?
        var until: CalendarDate?
        /// What nobody pays for yet, by currency.
        var gaps: [CurrencyCode: Int64] = [:]
    }

    static func action(_ id: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Work? {
        try connection.first(
            """
            SELECT a.commitment_id, a.title, a.description, a.lead_id, c.issue_id, a.starts, a.due, a.gap, a.currency
            FROM action a JOIN commitment c ON c.id = a.commitment_id
            WHERE a.id = $1 AND a.workspace_id = $2 AND a.withdrawn = 0
            """, [.int(id), .int(workspace.value)]
        ) { row in
            var work = Work(
                commitment: try row.int(0), title: try row.text(1), text: try row.text(2),
                lead: try row.intOrNil(3).map { InstitutionID($0) }, issue: try row.intOrNil(4),
                from: try row.textOrNil(5).flatMap { CalendarDate($0) },
                until: try row.textOrNil(6).flatMap { CalendarDate($0) })
            if let gap = try row.money(7, 8), gap.minor > 0 { work.gaps[gap.currency] = gap.minor }
            return work
        }
    }

    static func commitment(_ id: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Work? {
        var work = try connection.first(
            """
            SELECT id, title, lead_id, issue_id, due FROM commitment
            WHERE id = $1 AND workspace_id = $2 AND withdrawn = 0
            """, [.int(id), .int(workspace.value)]
        ) { row in
            Work(
                commitment: try row.int(0), title: try row.text(1),
                lead: try row.intOrNil(2).map { InstitutionID($0) }, issue: try row.intOrNil(3),
                until: try row.textOrNil(4).flatMap { CalendarDate($0) })
        }
        try connection.query(
            """
            SELECT currency, SUM(gap) FROM action WHERE commitment_id = $1 AND workspace_id = $2 AND withdrawn = 0
            AND gap > 0 AND status NOT IN ('done', 'stopped') GROUP BY currency
            """, [.int(id), .int(workspace.value)]
        ) { row in
            if let currency = try row.textOrNil(0).flatMap({ CurrencyCode($0) }) {
                work?.gaps[currency] = try row.int(1)
            }
        }
        return work
    }

    /// Recommendations that a commitment answers.
    static func recommendations(
        of commitment: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [RecommendationID] {
        try connection.all(
            """
            SELECT recommendation_id FROM commitment_recommendation WHERE commitment_id = $1 AND workspace_id = $2
            AND withdrawn = 0 ORDER BY recommendation_id LIMIT 200
            """, [.int(commitment), .int(workspace.value)]
        ) { RecommendationID(try $0.int(0)) }
    }

    static func issueName(_ id: Int64, _ state: StateCode, _ connection: any ReadConnection) throws -> String? {
        try connection.first(
            """
            SELECT i.given_name, t.text FROM issue i LEFT JOIN recommendation_text t
                ON t.recommendation_id = i.representative
            WHERE i.id = $1 AND i.state = $2 AND i.merged_into IS NULL ORDER BY t.language LIMIT 1
            """, [.int(id), .text(state.rawValue)]
        ) { try $0.textOrNil(0) ?? $0.textOrNil(1) ?? "" }
    }

    static func recommendations(
        ofIssue issue: Int64, _ state: StateCode, _ connection: any ReadConnection
    ) throws -> [RecommendationID] {
        try connection.all(
            """
            SELECT recommendation_id FROM issue_member WHERE issue_id = $1 AND state = $2
            ORDER BY recommendation_id LIMIT 200
            """, [.int(issue), .text(state.rawValue)]
        ) { RecommendationID(try $0.int(0)) }
    }

    /// Every recommendation to a State, in the order of documents and paragraphs.
    static func recommendations(
        to state: StateCode, _ connection: any ReadConnection
    ) throws -> [RecommendationID] {
        try connection.all(
            """
            SELECT r.id FROM recommendation r WHERE r.merged_into IS NULL AND r.id IN (
                SELECT s.recommendation_id FROM recommendation_state s WHERE s.state = $1 AND s.role = 0)
            ORDER BY r.document_id DESC, r.paragraph_key, r.ordinal, r.id LIMIT 5000
            """, [.text(state.rawValue)]
        ) { RecommendationID(try $0.int(0)) }
    }

    /// Recommendations that a need of the workspace was stated from already.
    static func stated(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Set<RecommendationID> {
        Set(
            try connection.all(
                "SELECT DISTINCT source_id FROM need_source WHERE workspace_id = $1 AND kind = 'recommendation'",
                [.int(workspace.value)]
            ) { RecommendationID(try $0.int(0)) })
    }
}
