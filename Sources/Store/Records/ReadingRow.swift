package import Domain

/// A reading as it is stored: what may be sealed comes as bytes, for whoever has the key.
package struct ReadingRow: Sendable {
    package var id: ReadingID
    package var name: [UInt8]
    package var sizeBytes: Int
    package var digest: String
    package var status: Reading.Status
    package var isSealed: Bool
    package var isRestricted: Bool
    package var options: String
    package var facts: [UInt8]?
    package var factsVersion: Int
    package var symbol: String?
    package var language: String?
    package var failure: String?
    package var received: String
    package var receivedBy: String
    package var read: String?

    package init(
        id: ReadingID, name: [UInt8], sizeBytes: Int, digest: String, status: Reading.Status = .waiting,
        options: String, received: String, receivedBy: String
    ) {
        self.id = id
        self.name = name
        self.sizeBytes = sizeBytes
        self.digest = digest
        self.status = status
        isSealed = true
        isRestricted = false
        self.options = options
        factsVersion = 1
        self.received = received
        self.receivedBy = receivedBy
    }

    private static let columns = """
        id, name, size, digest, status, sealed, restricted, options, facts, facts_version, symbol, language, failure, received,
        received_by, read_at
        """

    /// Newest first; `before` is the last one of the page before.
    package static func all(
        before: ReadingID? = nil, limit: Int, _ connection: any ReadConnection
    ) throws -> [ReadingRow] {
        try connection.all(
            "SELECT \(columns) FROM reading WHERE id < $2 ORDER BY id DESC LIMIT $1",
            [.int(limit), .int(before?.value ?? Int64.max)]
        ) { try Self($0) }
    }

    package static func find(_ id: ReadingID, _ connection: any ReadConnection) throws -> ReadingRow? {
        try connection.first("SELECT \(columns) FROM reading WHERE id = $1", [.int(id.value)]) { try Self($0) }
    }

    /// The reading of the same bytes.
    package static func find(digest: String, _ connection: any ReadConnection) throws -> ReadingRow? {
        try connection.first("SELECT \(columns) FROM reading WHERE digest = $1", [.text(digest)]) { try Self($0) }
    }

    /// Other readings of the same symbol and language.
    package func twins(_ connection: any ReadConnection) throws -> [ReadingID] {
        guard let symbol else { return [] }
        return try connection.all(
            "SELECT id FROM reading WHERE symbol = $1 AND language = $2 AND id <> $3 ORDER BY id LIMIT 20",
            [.text(symbol), .text(language ?? ""), .int(id.value)]
        ) { ReadingID(try $0.int(0)) }
    }

    private init(_ row: any Row) throws {
        id = ReadingID(try row.int(0))
        name = try row.bytes(1)
        sizeBytes = Int(try row.int(2))
        digest = try row.text(3)
        status = try row.value(4, Reading.Status.init(rawValue:))
        isSealed = try row.int(5) == 1
        isRestricted = try row.int(6) == 1
        options = try row.text(7)
        facts = try row.bytesOrNil(8)
        factsVersion = Int(try row.int(9))
        symbol = try row.textOrNil(10)
        language = try row.textOrNil(11)
        failure = try row.textOrNil(12)
        received = try row.text(13)
        receivedBy = try row.text(14)
        read = try row.textOrNil(15)
    }

    package func insert(_ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO reading (id, name, size, digest, status, sealed, restricted, options, facts_version, received,
                received_by, touched) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $9)
            """,
            [
                .int(id.value), .bytes(name), .int(sizeBytes), .text(digest), .text(status.rawValue), .flag(isSealed),
                .flag(isRestricted), .text(options), .text(received), .text(receivedBy),
            ])
    }

    /// Writes everything that reading may change. Ends the work of whoever was reading it.
    package func update(at: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE reading SET name = $2, status = $3, sealed = $4, restricted = $5, options = $6, facts = $7,
                facts_version = $8, symbol = $9, language = $10, failure = $11, read_at = $12, worker = NULL, touched = $13,
                tries = 0
            WHERE id = $1
            """,
            [
                .int(id.value), .bytes(name), .text(status.rawValue), .flag(isSealed), .flag(isRestricted),
                .text(options), facts.map { .bytes($0) } ?? .null, .int(factsVersion), .optional(symbol),
                .optional(language), .optional(failure), .optional(read), .text(at),
            ])
    }

    package static func remove(_ id: ReadingID, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM reading WHERE id = $1", [.int(id.value)])
    }
}

/// Who reads what, so that a reading is taken up again after a crash and never read by two at once.
package enum ReadingWork {
    /// Takes the oldest waiting reading, or one whose worker has been silent since before `quietSince`; nil where nothing waits.
    package static func take(
        _ worker: String, at: String, quietSince: String, _ connection: any WriteConnection
    ) throws -> ReadingID? {
        let id = try connection.first(
            """
            SELECT id FROM reading WHERE status = 'waiting' OR (status = 'reading' AND touched < $1) ORDER BY id LIMIT 1
            """, [.text(quietSince)]
        ) { ReadingID(try $0.int(0)) }
        guard let id else { return nil }
        let taken = try connection.execute(
            """
            UPDATE reading SET status = 'reading', worker = $2, touched = $3, tries = tries + 1
            WHERE id = $1 AND (status = 'waiting' OR (status = 'reading' AND touched < $4))
            """, [.int(id.value), .text(worker), .text(at), .text(quietSince)])
        return taken == 1 ? id : nil
    }

    /// How often it was taken since it last ended, well or badly: more than once after crashes.
    package static func tries(_ id: ReadingID, _ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT tries FROM reading WHERE id = $1", [.int(id.value)])
    }

    /// Whether the worker still has it; says that it lives.
    package static func hold(
        _ id: ReadingID, _ worker: String, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            "UPDATE reading SET touched = $3 WHERE id = $1 AND status = 'reading' AND worker = $2",
            [.int(id.value), .text(worker), .text(at)]) == 1
    }

    /// Makes everything that is being read wait again: for the only process of a store, at its start.
    package static func release(at: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE reading SET status = 'waiting', worker = NULL, touched = $1 WHERE status = 'reading'", [.text(at)])
    }

    /// How many wait.
    package static func waiting(_ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT COUNT(*) FROM reading WHERE status = 'waiting'")
    }
}
