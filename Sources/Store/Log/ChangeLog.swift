/// What kind of thing a change is about: the name in `change_log.entity`.
package struct ChangedEntity: Hashable, Sendable {
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }
    package static let recommendation = ChangedEntity("recommendation")
    package static let document = ChangedEntity("document")
}

package enum ChangeOperation: String, Sendable {
    /// Made or changed: read it again.
    case put
    case remove
}

/// One entry of the change log.
package struct Change: Hashable, Sendable {
    /// From 1, in the order of commits, without gaps.
    package var number: Int64
    /// Fixed-width UTC instant.
    package var at: String
    package var entity: ChangedEntity
    package var id: Int64
    package var operation: ChangeOperation
}

/// The order of everything that happened to the record. Tailing readers miss nothing: numbers are taken from one row as the last
/// thing before a commit, so whoever sees number n sees every smaller one.
package enum ChangeLog {
    package static let pageMax = 10_000

    /// The number of the last change, 0 before the first.
    package static func position(_ connection: any ReadConnection) throws -> Int64 {
        Int64(try connection.count("SELECT last_change FROM log_head WHERE id = 1"))
    }

    /// The next changes after `position`, in order, at most `limit` and never more than `pageMax`.
    package static func page(
        after position: Int64, limit: Int = pageMax, _ connection: any ReadConnection
    ) throws -> [Change] {
        try connection.all(
            """
            SELECT number, at, entity, entity_id, operation FROM change_log
            WHERE number > $1 ORDER BY number LIMIT $2
            """, [.int(position), .int(min(limit, pageMax))]
        ) { row in
            guard let operation = ChangeOperation(rawValue: try row.text(4)) else {
                throw StoreError.corrupt(reason: "operation of change \(try row.int(0))")
            }
            return Change(
                number: try row.int(0), at: try row.text(1), entity: ChangedEntity(try row.text(2)), id: try row.int(3),
                operation: operation)
        }
    }
}
