package import Domain
package import Store

/// Which institutions an object of the workspace belongs to: who leads, supports or reports it. What reaches "own" reaches these.
package enum SubjectOwners {
    /// Nil where the workspace has no such object, or the kind is none that people speak about. The lead comes first.
    package static func of(
        _ subject: Subject, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [InstitutionID]? {
        guard let statement = statements[subject.kind] else { return nil }
        let rows = try connection.all(statement, [.int(subject.id), .int(workspace.value)]) { try $0.intOrNil(0) }
        guard !rows.isEmpty else { return nil }
        return rows.compactMap { $0.map { InstitutionID($0) } }
    }

    /// The right that objects of a kind are seen with.
    package static func sight(_ kind: SubjectKind) -> Right {
        switch kind {
        case .meeting: .seeMeetings
        case .roundParagraph: .seeRound
        case .alert: .seeAlerts
        case .deadline, .workspace: .seeWorkspace
        case .agreement: .seeCooperation
        case .report, .reportParagraph: .seeReports
        default: .seePlan
        }
    }

    /// Whether an object is the government's alone: a deadline of a communication that is not published.
    package static func isConfidential(
        _ subject: Subject, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Bool {
        guard subject.kind == .deadline else { return false }
        return try connection.count(
            "SELECT COUNT(*) FROM deadline WHERE id = $1 AND workspace_id = $2 AND audience = 'government'",
            [.int(subject.id), .int(workspace.value)]) > 0
    }

    /// Each gives a row where the object exists: an institution, or NULL where nobody has it.
    private static let statements: [SubjectKind: String] = [
        .institution: "SELECT id FROM institution WHERE id = $1 AND workspace_id = $2",
        .commitment: """
        SELECT lead_id FROM commitment WHERE id = $1 AND workspace_id = $2
        UNION ALL SELECT institution_id FROM commitment_support WHERE commitment_id = $1 AND workspace_id = $2
        UNION ALL SELECT lead_id FROM commitment_recommendation
        WHERE commitment_id = $1 AND workspace_id = $2 AND withdrawn = 0 AND lead_id IS NOT NULL
        UNION ALL SELECT lead_id FROM action
        WHERE commitment_id = $1 AND workspace_id = $2 AND withdrawn = 0 AND lead_id IS NOT NULL
        UNION ALL SELECT s.institution_id FROM action a JOIN action_support s ON s.action_id = a.id
        WHERE a.commitment_id = $1 AND a.workspace_id = $2 AND a.withdrawn = 0
        """,
        .plannedRecommendation: """
        SELECT p.lead_id FROM commitment_recommendation p WHERE p.id = $1 AND p.workspace_id = $2
        UNION ALL SELECT c.lead_id FROM commitment_recommendation p JOIN commitment c ON c.id = p.commitment_id
        WHERE p.id = $1 AND p.workspace_id = $2
        UNION ALL SELECT s.institution_id FROM commitment_recommendation p
        JOIN commitment_support s ON s.commitment_id = p.commitment_id WHERE p.id = $1 AND p.workspace_id = $2
        """,
        .action: ofAction("SELECT id FROM action WHERE id = $1 AND workspace_id = $2"),
        .milestone: ofAction("SELECT action_id FROM milestone WHERE id = $1 AND workspace_id = $2"),
        .progress: "SELECT institution_id FROM progress_report WHERE id = $1 AND workspace_id = $2",
        .evidence: "SELECT institution_id FROM evidence WHERE id = $1 AND workspace_id = $2",
        .indicator: "SELECT institution_id FROM indicator WHERE id = $1 AND workspace_id = $2",
        .law: """
        SELECT lead FROM law WHERE id = $1 AND workspace_id = $2
        UNION ALL SELECT i.id FROM institution i JOIN law l ON l.workspace_id = i.workspace_id
        WHERE l.id = $1 AND l.workspace_id = $2 AND \(PlanReach.law("l", "i.id", "$2"))
        """,
        .meeting: "SELECT CAST(NULL AS \(bigint)) FROM meeting WHERE id = $1 AND workspace_id = $2",
        .roundParagraph: """
        SELECT CAST(NULL AS \(bigint)) FROM round_paragraph WHERE id = $1 AND workspace_id = $2
        UNION ALL SELECT institution_id FROM proposal WHERE paragraph_id = $1 AND workspace_id = $2
        """,
        .deadline: "SELECT institution_id FROM deadline WHERE id = $1 AND workspace_id = $2",
        .alert: """
        SELECT institution_id FROM alert WHERE id = $1 AND workspace_id = $2
        UNION ALL SELECT institution_id FROM alert_concern WHERE alert_id = $1 AND workspace_id = $2
        """,
        .agreement: """
        SELECT CAST(NULL AS \(bigint)) FROM agreement a WHERE a.id = $1 AND EXISTS (
            SELECT 1 FROM agreement_party p JOIN agreement_version v
                ON v.agreement_id = p.agreement_id AND v.number = p.number
            WHERE p.agreement_id = a.id AND p.workspace_id = $2 AND (v.proposed IS NOT NULL OR v.workspace_id = $2))
        """,
        .report: "SELECT CAST(NULL AS \(bigint)) FROM report WHERE id = $1 AND workspace_id = $2",
        .reportParagraph: """
        SELECT CAST(NULL AS \(bigint)) FROM report_paragraph
        WHERE paragraph_id = $1 AND workspace_id = $2 AND until IS NULL
        UNION ALL SELECT i.id FROM institution i JOIN report_paragraph r ON r.workspace_id = i.workspace_id
        WHERE r.paragraph_id = $1 AND r.workspace_id = $2 AND r.until IS NULL
        AND \(ReportReach.paragraph("r", "i.id", "$2"))
        """,
        .workspace: "SELECT CAST(NULL AS \(bigint)) FROM workspace WHERE id = $1 AND id = $2",
    ]

    /// Whoever leads or supports the action, or the commitment it serves.
    private static func ofAction(_ ids: String) -> String {
        """
        SELECT lead_id FROM action WHERE id IN (\(ids))
        UNION ALL SELECT institution_id FROM action_support WHERE action_id IN (\(ids))
        UNION ALL SELECT c.lead_id FROM action a JOIN commitment c ON c.id = a.commitment_id
        WHERE a.id IN (\(ids)) AND c.lead_id IS NOT NULL
        UNION ALL SELECT s.institution_id FROM action a JOIN commitment_support s ON s.commitment_id = a.commitment_id
        WHERE a.id IN (\(ids))
        """
    }

    /// Both databases know this name.
    private static let bigint = "BIGINT"
}
