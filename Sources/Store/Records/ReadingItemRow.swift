package import Domain

/// An item of a reading as it is stored.
package struct ReadingItemRow: Sendable {
    package var id: ReadingItemID
    package var reading: ReadingID
    /// Order in the document, with room between two items.
    package var place: Int64
    package var original: [UInt8]?
    package var current: [UInt8]
    package var status: ReadingItem.Status
    package var version: Int
    package var isDoubtful: Bool
    package var isCorrected: Bool
    package var page: Int?
    package var decidedBy: String?
    package var decidedAt: String?
    package var mergedInto: ReadingItemID?
    package var sourceID: Int64?
    /// Its key in the record, once it was accepted; it stays the same through corrections.
    package var externalKey: String?
    package var importID: ImportID?
    /// What the key leads to now. Read only.
    package var recommendation: RecommendationID?

    package static let placeStep: Int64 = 1 << 20

    package init(
        id: ReadingItemID, reading: ReadingID, place: Int64, original: [UInt8]?, current: [UInt8], isDoubtful: Bool,
        page: Int?
    ) {
        self.id = id
        self.reading = reading
        self.place = place
        self.original = original
        self.current = current
        status = .open
        version = 1
        self.isDoubtful = isDoubtful
        isCorrected = original == nil
        self.page = page
    }

    private static let select = """
        SELECT i.id, i.reading_id, i.place, i.original, i.current, i.status, i.version, i.doubtful, i.corrected, i.page,
            i.decided_by, i.decided_at, i.merged_into, i.source_id, i.external_key, i.import_id, s.recommendation_id
        FROM reading_item i
        LEFT JOIN source_row s ON s.source_id = i.source_id AND s.external_key = i.external_key
        """

    /// In document order.
    package static func all(of reading: ReadingID, _ connection: any ReadConnection) throws -> [ReadingItemRow] {
        try connection.all(select + " WHERE i.reading_id = $1 ORDER BY i.place, i.id", [.int(reading.value)]) {
            try Self($0)
        }
    }

    package static func find(_ ids: [ReadingItemID], _ connection: any ReadConnection) throws -> [ReadingItemRow] {
        var found: [ReadingItemRow] = []
        var rest = ids[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            found += try connection.all(
                select + " WHERE i.id IN ({set}) ORDER BY i.place, i.id", set: set.map { .int($0.value) }
            ) { try Self($0) }
        }
        return found
    }

    private init(_ row: any Row) throws {
        id = ReadingItemID(try row.int(0))
        reading = ReadingID(try row.int(1))
        place = try row.int(2)
        original = try row.bytesOrNil(3)
        current = try row.bytes(4)
        status = try row.value(5, ReadingItem.Status.init(rawValue:))
        version = Int(try row.int(6))
        isDoubtful = try row.int(7) == 1
        isCorrected = try row.int(8) == 1
        page = try row.intOrNil(9).map { Int($0) }
        decidedBy = try row.textOrNil(10)
        decidedAt = try row.textOrNil(11)
        mergedInto = try row.intOrNil(12).map { ReadingItemID($0) }
        sourceID = try row.intOrNil(13)
        externalKey = try row.textOrNil(14)
        importID = try row.intOrNil(15).map { ImportID($0) }
        recommendation = try row.intOrNil(16).map { RecommendationID($0) }
    }

    package static func insert(_ items: [ReadingItemRow], _ connection: any WriteConnection) throws {
        for item in items { try item.insert(connection) }
    }

    private func insert(_ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO reading_item (id, reading_id, place, original, current, status, version, doubtful, corrected, page,
                decided_by, decided_at, merged_into, source_id, external_key, import_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """,
            [
                .int(id.value), .int(reading.value), .int(place), original.map { .bytes($0) } ?? .null, .bytes(current),
                .text(status.rawValue), .int(version), .flag(isDoubtful), .flag(isCorrected), .optional(page),
                .optional(decidedBy), .optional(decidedAt), .optional(mergedInto?.value), .optional(sourceID),
                .optional(externalKey), .optional(importID?.value),
            ])
    }

    /// Writes the item where it still has the version before this one, and keeps the form it takes now. False where somebody was
    /// faster.
    package func update(
        action: String, at: String, by caller: String, _ connection: any WriteConnection
    ) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE reading_item SET current = $3, status = $4, version = $5, doubtful = $6, corrected = $7, decided_by = $8,
                decided_at = $9, merged_into = $10, source_id = $11, external_key = $12, import_id = $13, place = $14
            WHERE id = $1 AND version = $2
            """,
            [
                .int(id.value), .int(version - 1), .bytes(current), .text(status.rawValue), .int(version),
                .flag(isDoubtful), .flag(isCorrected), .optional(decidedBy), .optional(decidedAt),
                .optional(mergedInto?.value), .optional(sourceID), .optional(externalKey), .optional(importID?.value),
                .int(place),
            ])
        guard changed == 1 else { return false }
        try connection.execute(
            """
            INSERT INTO reading_item_version (item_id, version, action, finding, at, caller)
            VALUES ($1, $2, $3, $4, $5, $6)
            """, [.int(id.value), .int(version), .text(action), .bytes(current), .text(at), .text(caller)])
        return true
    }

    package static func remove(open reading: ReadingID, _ connection: any WriteConnection) throws {
        try connection.execute(
            "DELETE FROM reading_item WHERE reading_id = $1 AND status = 'open'", [.int(reading.value)])
    }

    /// Every item with every form it had: for a document that turns out to be a communication.
    package static func removeAll(of reading: ReadingID, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM reading_item WHERE reading_id = $1", [.int(reading.value)])
    }

    /// Makes open again what an import took in, now that it was taken back, and whatever is not in the record any more.
    package static func reopen(
        ofImport id: ImportID, at: String, by caller: String, _ connection: any WriteConnection
    ) throws {
        let isThere = """
            (EXISTS (SELECT 1 FROM source_row s
                WHERE s.source_id = reading_item.source_id AND s.external_key = reading_item.external_key)
            OR EXISTS (SELECT 1 FROM statement t
                WHERE t.source_id = reading_item.source_id AND t.external_key = reading_item.external_key))
            """
        let isMeant = """
            (import_id = $1 OR (status = 'accepted' AND external_key IS NOT NULL AND NOT \(isThere)))
            """
        try connection.execute(
            """
            INSERT INTO reading_item_version (item_id, version, action, finding, at, caller)
            SELECT id, version + 1, 'undo', current, $2, $3 FROM reading_item WHERE \(isMeant)
            """, [.int(id.value), .text(at), .text(caller)])
        try connection.execute(
            """
            UPDATE reading SET status = 'open', touched = $2 WHERE status = 'done' AND id IN (
                SELECT reading_id FROM reading_item WHERE \(isMeant))
            """, [.int(id.value), .text(at)])
        try connection.execute(
            """
            UPDATE reading_item SET status = 'open', version = version + 1, decided_by = NULL, decided_at = NULL,
                source_id = CASE WHEN \(isThere) THEN source_id ELSE NULL END,
                external_key = CASE WHEN \(isThere) THEN external_key ELSE NULL END, import_id = NULL
            WHERE \(isMeant)
            """, [.int(id.value)])
    }

    /// Counts of all given readings.
    package static func counts(
        _ readings: [ReadingID], _ connection: any ReadConnection
    ) throws -> [ReadingID: Reading.Counts] {
        var counts: [ReadingID: Reading.Counts] = [:]
        try connection.query(
            """
            SELECT reading_id, status, doubtful, COUNT(*) FROM reading_item WHERE reading_id IN ({set})
            GROUP BY reading_id, status, doubtful
            """, [], set: readings.map { .int($0.value) }
        ) { row in
            let id = ReadingID(try row.int(0))
            let count = Int(try row.int(3))
            switch try row.value(1, ReadingItem.Status.init(rawValue:)) {
            case .open:
                counts[id, default: .init()].open += count
                if try row.int(2) == 1 { counts[id, default: .init()].doubtful += count }
            case .accepted: counts[id, default: .init()].accepted += count
            case .dropped: counts[id, default: .init()].dropped += count
            }
        }
        return counts
    }

    /// Brings a reading's status in line with its items: `open` while one is, else `done`.
    package static func settle(_ reading: ReadingID, at: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE reading SET touched = $2, status = CASE WHEN EXISTS (
                SELECT 1 FROM reading_item i WHERE i.reading_id = reading.id AND i.status = 'open') THEN 'open' ELSE 'done' END
            WHERE id = $1 AND status IN ('open', 'done')
            """, [.int(reading.value), .text(at)])
    }
}
