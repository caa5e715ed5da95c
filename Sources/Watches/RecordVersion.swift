package import Domain
import People
import Store

/// Which state of a recommendation somebody read.
package struct RecordVersion: Hashable, Sendable {
    /// The number of its last change in the change log of this installation.
    package var change: Int64
    /// When that was, UTC.
    package var at: String
}

extension Watches {
    /// Nil for what is not in the record, or was joined to another.
    package func version(of id: RecommendationID) async throws(WorkspaceError) -> RecordVersion? {
        try await store.read { connection in
            try connection.first(
                """
                SELECT c.number, c.at FROM change_log c JOIN recommendation r ON r.id = c.entity_id
                WHERE c.entity = 'recommendation' AND c.entity_id = $1 AND r.merged_into IS NULL
                ORDER BY c.number DESC LIMIT 1
                """, [.int(id.value)]
            ) { RecordVersion(change: try $0.int(0), at: try $0.text(1)) }
        }
    }
}
