package import Domain
import People
import Store

/// What the State said in its own plan of how far it is: known to its workspace, and no assessment until somebody publishes it as one.
package struct StateStatement: Hashable, Sendable {
    package var id: Int64
    package var thing: AssessedThing
    /// Of the plan's line.
    package var title: String
    /// A value of `plan-status`.
    package var status: String
    package var reason: String
    package var stated: CalendarDate
    /// Where an assessment was made from it already.
    package var assessment: AssessmentID?
}

extension Assessments {
    /// What the plan says, newest first, at most 200: for whoever assesses in the name of the State.
    package func statements(_ member: Member) async throws(WorkspaceError) -> [StateStatement] {
        try await store.read { connection in
            let voice = try VoiceRow.find(member, connection)
            guard voice.assessor == .state, voice.institution == nil else { return [] }
            return try StatementSourceRow.all(member.workspace.id, connection)
        }
    }

    /// `notFound` where the member does not assess in the name of the State.
    package func statement(_ id: Int64, _ member: Member) async throws(WorkspaceError) -> StateStatement {
        let found = try await statements(member).first { $0.id == id }
        guard let found else { throw .notFound }
        return found
    }
}

/// Statements of the plan, as far as an assessment may be made from them.
enum StatementSourceRow {
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [StateStatement] {
        try rows("", [.int(workspace.value)], connection)
    }

    static func find(
        _ id: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> StateStatement? {
        try rows("AND i.id = $2", [.int(workspace.value), .int(id)], connection).first
    }

    private static func rows(
        _ condition: String, _ values: [SQLValue], _ connection: any ReadConnection
    ) throws -> [StateStatement] {
        try connection.all(
            """
            SELECT i.id, COALESCE(p.recommendation_id, c.recommendation_id), c.issue_id, c.title, i.status, i.reason,
                i.stated, (SELECT MIN(s.id) FROM assessment_said s WHERE s.workspace_id = $1
                    AND s.statement_id = i.id AND s.institution_id IS NULL)
            FROM implementation_statement i JOIN commitment c ON c.id = i.commitment_id AND c.workspace_id = $1
            LEFT JOIN commitment_recommendation p ON p.id = i.planned_id AND p.workspace_id = $1
            WHERE i.workspace_id = $1 \(condition) ORDER BY i.stated DESC, i.id DESC LIMIT 200
            """, values
        ) { row in
            let thing: AssessedThing =
                if let recommendation = try row.intOrNil(1) {
                    .recommendation(RecommendationID(recommendation))
                } else { .issue(IssueID(try row.int(2))) }
            return StateStatement(
                id: try row.int(0), thing: thing, title: try row.text(3), status: try row.text(4),
                reason: try row.text(5), stated: try row.value(6) { CalendarDate($0) },
                assessment: try row.intOrNil(7).map { AssessmentID($0) })
        }
    }
}
