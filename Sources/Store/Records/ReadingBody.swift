package import Domain

/// The file and the text of a reading, in bytes that may be sealed. Lists never load them.
package enum ReadingBody {
    /// Pieces small enough for one statement.
    package static let partBytes = 1 << 20

    package static func putFile(_ id: ReadingID, _ parts: [[UInt8]], _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM reading_file WHERE reading_id = $1", [.int(id.value)])
        for (number, part) in parts.enumerated() {
            try connection.execute(
                "INSERT INTO reading_file (reading_id, part, bytes) VALUES ($1, $2, $3)",
                [.int(id.value), .int(number), .bytes(part)])
        }
    }

    /// In order.
    package static func file(_ id: ReadingID, _ connection: any ReadConnection) throws -> [[UInt8]] {
        let numbers = try connection.all(
            "SELECT part FROM reading_file WHERE reading_id = $1 ORDER BY part", [.int(id.value)]
        ) { try $0.int(0) }
        return try numbers.compactMap { number in
            try connection.first(
                "SELECT bytes FROM reading_file WHERE reading_id = $1 AND part = $2", [.int(id.value), .int(number)]
            ) { try $0.bytes(0) }
        }
    }

    package static func putText(
        _ id: ReadingID, _ text: [UInt8], names: [UInt8]?, nameCount: Int, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO reading_text (reading_id, text, names, name_count) VALUES ($1, $2, $3, $4)
            ON CONFLICT (reading_id) DO UPDATE
            SET text = excluded.text, names = excluded.names, name_count = excluded.name_count
            """, [.int(id.value), .bytes(text), names.map { .bytes($0) } ?? .null, .int(nameCount)])
    }

    package static func text(_ id: ReadingID, _ connection: any ReadConnection) throws -> [UInt8]? {
        try connection.first("SELECT text FROM reading_text WHERE reading_id = $1", [.int(id.value)]) {
            try $0.bytes(0)
        }
    }

    package static func names(_ id: ReadingID, _ connection: any ReadConnection) throws -> [UInt8]? {
        try connection.first("SELECT names FROM reading_text WHERE reading_id = $1", [.int(id.value)]) {
            try $0.bytesOrNil(0)
        } ?? nil
    }

    package static func nameCount(_ id: ReadingID, _ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT name_count FROM reading_text WHERE reading_id = $1", [.int(id.value)])
    }
}
