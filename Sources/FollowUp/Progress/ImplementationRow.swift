import Domain
import Plans
package import Store

/// What the State said of implementation, and the status that follows from it.
package enum ImplementationRow {
    package static func insert(_ statement: ImplementationStatement, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO implementation_statement (id, workspace_id, commitment_id, planned_id, status, reason, stated,
            author, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .int(statement.id.value), .int(statement.workspace.value), .int(statement.commitment.value),
                .optional(statement.planned?.value), .text(statement.status.rawValue), .text(statement.reason),
                .text(statement.stated.description), .text(statement.author), .text(statement.made),
            ])
    }

    /// Newest first, at most 200.
    static func all(
        _ commitment: CommitmentID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ImplementationStatement] {
        try connection.all(
            """
            SELECT id, planned_id, status, reason, stated, author, made FROM implementation_statement
            WHERE workspace_id = $1 AND commitment_id = $2 ORDER BY id DESC LIMIT 200
            """, [.int(workspace.value), .int(commitment.value)]
        ) { row in
            guard let stated = CalendarDate(try row.text(4)) else {
                throw StoreError.corrupt(reason: "the date of statement \(try row.int(0))")
            }
            return ImplementationStatement(
                id: ImplementationStatementID(try row.int(0)), workspace: workspace, commitment: commitment,
                planned: try row.intOrNil(1).map { PlannedRecommendationID($0) },
                status: try row.value(2, ImplementationStatus.init(rawValue:)), reason: try row.text(3), stated: stated,
                author: try row.text(5), made: try row.text(6))
        }
    }

    /// Puts the status where it belongs; whether the row was still at that version.
    static func put(
        _ statement: ImplementationStatement, from version: Int, _ connection: any WriteConnection
    ) throws -> Bool {
        let (table, id) =
            statement.planned.map { ("commitment_recommendation", $0.value) }
            ?? ("commitment", statement.commitment.value)
        return try connection.execute(
            """
            UPDATE \(table) SET status = $1, version = version + 1
            WHERE id = $2 AND workspace_id = $3 AND version = $4 AND withdrawn = 0
            """,
            [.text(statement.status.rawValue), .int(id), .int(statement.workspace.value), .int(version)]) == 1
    }

    /// The status and version that stand; nil where there is no such row in the plan.
    static func standing(
        _ commitment: CommitmentID, _ planned: PlannedRecommendationID?, _ workspace: WorkspaceID,
        _ connection: any ReadConnection
    ) throws -> (status: ImplementationStatus?, version: Int)? {
        let read = { (row: any Row) throws -> (status: ImplementationStatus?, version: Int) in
            (try row.textOrNil(0).flatMap { ImplementationStatus(rawValue: $0) }, Int(try row.int(1)))
        }
        guard let planned else {
            return try connection.first(
                "SELECT status, version FROM commitment WHERE id = $1 AND workspace_id = $2 AND withdrawn = 0",
                [.int(commitment.value), .int(workspace.value)], read)
        }
        return try connection.first(
            """
            SELECT status, version FROM commitment_recommendation
            WHERE id = $1 AND workspace_id = $2 AND commitment_id = $3 AND withdrawn = 0
            """, [.int(planned.value), .int(workspace.value), .int(commitment.value)], read)
    }
}
