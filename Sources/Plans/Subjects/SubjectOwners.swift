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

    /// Each gives a row where the object exists: an institution, or NULL where nobody has it.
    private static let statements: [SubjectKind: String] = [
        .institution: "SELECT id FROM institution WHERE id = $1 AND workspace_id = $2",
        .commitment: """
        SELECT lead_id FROM commitment WHERE id = $1 AND workspace_id = $2
        UNION ALL SELECT institution_id FROM commitment_support WHERE commitment_id = $1 AND workspace_id = $2
        UNION ALL SELECT lead_id FROM commitment_recommendation
        WHERE commitment_id = $1 AND workspace_id = $2 AND lead_id IS NOT NULL
        """,
        .plannedRecommendation: """
        SELECT COALESCE(p.lead_id, c.lead_id) FROM commitment_recommendation p JOIN commitment c ON c.id = p.commitment_id
        WHERE p.id = $1 AND p.workspace_id = $2
        """,
        .action: """
        SELECT lead_id FROM action WHERE id = $1 AND workspace_id = $2
        UNION ALL SELECT institution_id FROM action_support WHERE action_id = $1 AND workspace_id = $2
        """,
        .milestone: """
        SELECT a.lead_id FROM milestone m JOIN action a ON a.id = m.action_id WHERE m.id = $1 AND m.workspace_id = $2
        UNION ALL SELECT s.institution_id FROM milestone m JOIN action_support s ON s.action_id = m.action_id
        WHERE m.id = $1 AND m.workspace_id = $2
        """,
        .progress: "SELECT institution_id FROM progress_report WHERE id = $1 AND workspace_id = $2",
        .evidence: "SELECT institution_id FROM evidence WHERE id = $1 AND workspace_id = $2",
        .indicator: "SELECT institution_id FROM indicator WHERE id = $1 AND workspace_id = $2",
        .workspace: "SELECT CAST(NULL AS \(bigint)) FROM workspace WHERE id = $1 AND id = $2",
    ]

    /// Both databases know this name.
    private static let bigint = "BIGINT"
}
