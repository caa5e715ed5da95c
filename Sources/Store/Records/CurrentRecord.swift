package import Domain

/// What a recommendation is now called: one that became part of another is that other.
package enum CurrentRecord {
    /// Nil where there is no such recommendation.
    package static func id(
        of id: RecommendationID, _ connection: any ReadConnection
    ) throws -> RecommendationID? {
        try connection.first(
            "SELECT COALESCE(merged_into, id) FROM recommendation WHERE id = $1", [.int(id.value)]
        ) { RecommendationID(try $0.int(0)) }
    }
}
