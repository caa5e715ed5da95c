package import Domain
import People
import Secrets
import Store

/// An assessment that was taken down, as the list of removals has it.
package struct RemovedAssessment: Hashable, Sendable {
    package var id: AssessmentID
    package var workspace: WorkspaceID?
    package var assessor: Assessment.AssessorKind
    package var assessorName: String
    package var removed: PublishedAssessment.Removed

    package var path: String { "/assessments/\(id)" }
}

extension Assessments {
    /// Takes down what was published in the member's workspace, on a stated ground. A marker with ground, words and day stays where it
    /// stood, for everybody. Drafts are out of reach here, and what is removed cannot come back. On some grounds its words go from the
    /// store as well (`RemovalGround.blanks`).
    package func remove(
        _ id: AssessmentID, _ ground: RemovalGround, text: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.removePublished)
        let text = try AssessmentRules.why(text, "text")
        let fresh = String(Token.make().prefix(22))
        try await store.change(member) { change in
            guard
                try RemovalRow.remove(
                    id, change.workspace, by: .administrator, ground, text, at: change.at, change.connection)
            else { throw WorkspaceError.notFound }
            try IdentityRow.step(at: change.at, fresh: fresh, change.connection)
            let subject = Subject(.assessment, id.value)
            change.field(subject, "removed", from: nil, to: ground.rawValue, why: text)
            change.did("assessment.remove", subject, detail: "{\"ground\":\"\(ground.rawValue)\"}")
        }
    }

    /// Everything that was taken down, the latest first; of one workspace where one is named.
    package func removals(
        of workspace: WorkspaceID? = nil, limit: Int = 200
    ) async throws(WorkspaceError) -> [RemovedAssessment] {
        try await store.read { try RemovalRow.all(workspace, limit: min(max(1, limit), 500), $0) }
    }
}

enum RemovalRow {
    /// Whether there was something published and not yet removed.
    static func remove(
        _ id: AssessmentID, _ workspace: WorkspaceID, by role: RemovalRole, _ ground: RemovalGround, _ text: String,
        at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        let isRemoved =
            try connection.execute(
                """
                UPDATE assessment_said SET removed_at = $3, removed_by = $4, removed_ground = $5, removed_text = $6,
                    version = version + 1
                WHERE id = $1 AND workspace_id = $2 AND status IN ('published', 'superseded') AND removed_at IS NULL
                """,
                [
                    .int(id.value), .int(workspace.value), .text(at), .text(role.rawValue), .text(ground.rawValue),
                    .text(text),
                ]) == 1
        if isRemoved, ground.blanks { try Blanking.run(workspace, connection) }
        return isRemoved
    }

    static func all(
        _ workspace: WorkspaceID?, limit: Int, _ connection: any ReadConnection
    ) throws -> [RemovedAssessment] {
        try connection.all(
            """
            SELECT id, workspace_id, assessor_kind, assessor, removed_at, removed_by, removed_ground, removed_text
            FROM assessment_said WHERE removed_at IS NOT NULL \(workspace == nil ? "" : "AND workspace_id = $1")
            ORDER BY removed_at DESC, id DESC LIMIT \(limit)
            """, workspace.map { [.int($0.value)] } ?? []
        ) { row in
            RemovedAssessment(
                id: AssessmentID(try row.int(0)), workspace: try row.intOrNil(1).map { WorkspaceID($0) },
                assessor: try row.value(2, Assessment.AssessorKind.init(rawValue:)), assessorName: try row.text(3),
                removed: PublishedAssessment.Removed(
                    at: try row.text(4), by: try row.value(5, RemovalRole.init(rawValue:)),
                    ground: try row.value(6, RemovalGround.init(rawValue:)), text: try row.textOrNil(7) ?? ""))
        }
    }
}
