package import Domain
import People
package import Plans
import Store

/// An action, as the form that reports on it shows it.
package struct ReportedAction: Hashable, Sendable {
    package var id: ActionID
    package var title: String
    package var status: ActionStatus
    package var lead: InstitutionID?
    package var due: CalendarDate?
    package var commitment: CommitmentID
    package var commitmentTitle: String
}

/// A commitment and its recommendations, as the page on implementation shows them.
package struct StatedCommitment: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        /// Nil: the commitment as a whole.
        package var planned: PlannedRecommendationID?
        package var recommendation: RecommendationID?
        package var status: ImplementationStatus?
        package var version: Int
        /// Paragraph and words of the recommendation; nil of the whole, and where the record has it no more.
        package var words: String?
    }

    package var id: CommitmentID
    package var title: String
    /// The whole first, then its recommendations; at most 500.
    package var parts: [Part]
}

extension Progress {
    /// One action within this member's reach.
    package func action(_ id: ActionID, _ member: Member) async throws(WorkspaceError) -> ReportedAction {
        let own = try member.limit(.seePlan)
        let found: ReportedAction? = try await store.read { connection in
            var values: [SQLValue] = [.int(id.value), .int(member.workspace.id.value)]
            if let own { values.append(.int(own.value)) }
            return try connection.first(
                """
                SELECT a.title, a.status, a.lead_id, a.due, c.id, c.title
                FROM action a JOIN commitment c ON c.id = a.commitment_id
                WHERE a.id = $1 AND a.workspace_id = $2 AND \(own == nil ? "1 = 1" : PlanReach.action("a", "$3"))
                """, values
            ) { row in
                ReportedAction(
                    id: id, title: try row.text(0), status: try row.value(1, ActionStatus.init(rawValue:)),
                    lead: try row.intOrNil(2).map { InstitutionID($0) },
                    due: try row.textOrNil(3).flatMap { CalendarDate($0) }, commitment: CommitmentID(try row.int(4)),
                    commitmentTitle: try row.text(5))
            }
        }
        guard let found else { throw .notFound }
        return found
    }

    /// One commitment within this member's reach, with what is said of each part.
    package func commitment(_ id: CommitmentID, _ member: Member) async throws(WorkspaceError) -> StatedCommitment {
        let own = try member.limit(.seePlan)
        let found: StatedCommitment? = try await store.read { connection in
            var values: [SQLValue] = [.int(id.value), .int(member.workspace.id.value)]
            if let own { values.append(.int(own.value)) }
            let whole = try connection.first(
                """
                SELECT c.title, c.status, c.version FROM commitment c
                WHERE c.id = $1 AND c.workspace_id = $2 AND c.withdrawn = 0
                AND \(own == nil ? "1 = 1" : PlanReach.commitment("c", "$3"))
                """, values
            ) { row in
                StatedCommitment(
                    id: id, title: try row.text(0),
                    parts: [
                        .init(
                            planned: nil, recommendation: nil,
                            status: try row.textOrNil(1).flatMap { ImplementationStatus(rawValue: $0) },
                            version: Int(try row.int(2)))
                    ])
            }
            guard var whole else { return nil }
            whole.parts += try connection.all(
                """
                SELECT id, recommendation_id, status, version FROM commitment_recommendation
                WHERE commitment_id = $1 AND workspace_id = $2 AND withdrawn = 0 ORDER BY id LIMIT 500
                """, Array(values.prefix(2))
            ) { row in
                StatedCommitment.Part(
                    planned: PlannedRecommendationID(try row.int(0)),
                    recommendation: RecommendationID(try row.int(1)),
                    status: try row.textOrNil(2).flatMap { ImplementationStatus(rawValue: $0) },
                    version: Int(try row.int(3)))
            }
            let words = try RecommendationWords.of(
                whole.parts.compactMap(\.recommendation), member.workspace.language, connection)
            for place in whole.parts.indices {
                whole.parts[place].words = whole.parts[place].recommendation.flatMap { words[$0] }
            }
            return whole
        }
        guard let found else { throw .notFound }
        return found
    }
}
