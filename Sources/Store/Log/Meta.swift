/// What the store says of itself: values under keys.
package enum Meta {
    /// 32 hexadecimal digits; names this store and no other.
    package static let storeID = "store_id"
    /// Counts restores from a backup. Whatever was derived before a restore is out of date after it.
    package static let restoreGeneration = "restore_generation"
    /// When the store was made, a fixed-width UTC instant.
    package static let created = "created"

    package static func value(_ key: String, _ connection: any ReadConnection) throws -> String? {
        try connection.first("SELECT value FROM meta WHERE key = $1", [.text(key)]) { try $0.text(0) }
    }

    package static func set(_ key: String, _ value: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO meta (key, value) VALUES ($1, $2)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """, [.text(key), .text(value)])
    }
}

/// Which store this is, and since which restore.
package struct StoreIdentity: Hashable, Sendable {
    /// 32 hexadecimal digits.
    package var id: String
    package var restoreGeneration: Int
    package var created: String

    /// The identity of the store. A store without one receives `proposed` as its id: 32 random hexadecimal digits.
    package static func establish(
        _ database: any Database, proposed: String, at instant: String
    ) async throws(StoreError) -> StoreIdentity {
        try await database.write { connection in
            for (key, value) in [(Meta.storeID, proposed), (Meta.restoreGeneration, "0"), (Meta.created, instant)] {
                try connection.execute(
                    "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING",
                    [.text(key), .text(value)])
            }
            return try read(connection)
        }
    }

    package static func read(_ connection: any ReadConnection) throws -> StoreIdentity {
        guard let id = try Meta.value(Meta.storeID, connection),
            let generation = try Meta.value(Meta.restoreGeneration, connection).flatMap(Int.init),
            let created = try Meta.value(Meta.created, connection)
        else { throw StoreError.corrupt(reason: "the store has no identity") }
        return StoreIdentity(id: id, restoreGeneration: generation, created: created)
    }
}
