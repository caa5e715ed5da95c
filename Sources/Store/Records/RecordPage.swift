package import Domain

extension RecordLoader {
    /// Up to `limit` records whose ids follow `after`, in the order of ids; merged ones are left out.
    package func page(
        after: RecommendationID, limit: Int, _ depth: LoadDepth = .summary
    ) throws -> [StoredRecord] {
        let ids = try connection.all(
            "SELECT id FROM recommendation WHERE id > $1 AND merged_into IS NULL ORDER BY id LIMIT $2",
            [.int(after.value), .int(limit)]
        ) { RecommendationID(try $0.int(0)) }
        return try load(ids, depth)
    }
}
