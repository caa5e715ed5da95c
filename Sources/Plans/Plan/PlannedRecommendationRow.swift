package import Domain
package import Store

extension PlannedRecommendation {
    package static let columns = """
        p.id, p.workspace_id, p.commitment_id, p.recommendation_id, p.lead_id, p.due, p.status, p.withdrawn, p.version
        """

    package static func read(_ row: any Row) throws -> PlannedRecommendation {
        PlannedRecommendation(
            id: PlannedRecommendationID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            commitment: CommitmentID(try row.int(2)), recommendation: RecommendationID(try row.int(3)),
            lead: try row.intOrNil(4).map { InstitutionID($0) }, due: try row.textOrNil(5).flatMap { CalendarDate($0) },
            status: try row.textOrNil(6).flatMap { ImplementationStatus(rawValue: $0) },
            isWithdrawn: try row.int(7) == 1, version: Int(try row.int(8)))
    }

    package static func find(
        _ ids: [Int64], _ workspace: WorkspaceID, reach limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [PlannedRecommendation] {
        let reach = limit == nil ? "" : " AND " + PlanReach.recommendation("p", "$2")
        return try PlanSets.all(
            ids,
            """
            SELECT \(columns) FROM commitment_recommendation p WHERE p.workspace_id = $1\(reach) AND p.id IN ({set})
            ORDER BY p.id
            """, [.int(workspace.value)] + (limit.map { [.int($0.value)] } ?? []), connection
        ) { try read($0) }
    }

    /// Of these commitments, withdrawn ones among them, by commitment and id.
    package static func of(
        _ commitments: [CommitmentID], _ workspace: WorkspaceID, reach limit: InstitutionID? = nil,
        _ connection: any ReadConnection
    ) throws -> [PlannedRecommendation] {
        let reach = limit == nil ? "" : " AND " + PlanReach.recommendation("p", "$2")
        return try PlanSets.all(
            commitments.map(\.value),
            """
            SELECT \(columns) FROM commitment_recommendation p WHERE p.workspace_id = $1\(reach)
            AND p.commitment_id IN ({set}) ORDER BY p.commitment_id, p.id
            """, [.int(workspace.value)] + (limit.map { [.int($0.value)] } ?? []), connection
        ) { try read($0) }
    }

    package static func insert(
        _ planned: [PlannedRecommendation], at: String, _ connection: any WriteConnection
    ) throws {
        guard !planned.isEmpty else { return }
        var rows = SQLRows(columnCount: 9, rowsExpected: planned.count)
        for one in planned {
            rows.append(
                .int(one.number), .int(one.workspace.value), .int(one.commitment.value),
                .int(one.recommendation.value), .optional(one.lead?.value), .optional(one.due?.description),
                .optional(one.status?.rawValue), .flag(one.isWithdrawn), .int(one.version))
        }
        try connection.insert(
            into: "commitment_recommendation",
            [
                "id", "workspace_id", "commitment_id", "recommendation_id", "lead_id", "due", "status", "withdrawn",
                "version",
            ], rows)
    }

    package func update(from old: PlannedRecommendation, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE commitment_recommendation SET lead_id = $4, due = $5, status = $6, withdrawn = $7,
                version = version + 1 WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(number), .int(workspace.value), .int(old.version), .optional(lead?.value),
                .optional(due?.description), .optional(status?.rawValue), .flag(isWithdrawn),
            ]) == 1
    }
}
