import Domain
import Store

/// Messages of threads, sealed.
enum MessageRow {
    struct Found: Sendable {
        var number: Int
        var isSubmitter: Bool
        var institution: InstitutionID?
        var day: String
        /// Nil where the contents were erased.
        var body: [UInt8]?
        /// The content's key, sealed to whoever asks; nil where it was not sealed to her.
        var share: [UInt8]?
    }

    static func insert(
        _ message: SealedMessage, thread: Int64, number: Int, by institution: InstitutionID?, day: String,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO submission_message (thread_id, number, side, institution_id, day, body, salt, commitment, logged)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)
            """,
            [
                .int(thread), .int(number), .text(institution == nil ? "submitter" : "recipient"),
                .optional(institution?.value), .text(day), .bytes(message.body), .bytes(message.salt),
                .bytes(message.commitment),
            ])
        for (index, file) in message.files.enumerated() {
            try connection.execute(
                "INSERT INTO submission_file (thread_id, number, place, body) VALUES ($1, $2, $3, $4)",
                [.int(thread), .int(number), .int(index + 1), .bytes(file)])
        }
        for share in message.shares {
            try connection.execute(
                "INSERT INTO submission_share (thread_id, number, key_id, sealed) VALUES ($1, $2, $3, $4)",
                [.int(thread), .int(number), .int(share.reader), .bytes(share.sealed)])
        }
    }

    static func next(_ thread: Int64, _ connection: any ReadConnection) throws -> Int {
        try connection.count(
            "SELECT COALESCE(MAX(number), 0) + 1 FROM submission_message WHERE thread_id = $1", [.int(thread)])
    }

    /// In their order, each with the key for one of `readers`. Where a reader is an institution's, the statement holds her to it.
    static func all(_ thread: Int64, reader: Int64, _ connection: any ReadConnection) throws -> [Found] {
        try connection.all(
            """
            SELECT m.number, m.side, m.institution_id, m.day, m.body, s.sealed FROM submission_message m
            LEFT JOIN submission_share s ON s.thread_id = m.thread_id AND s.number = m.number AND s.key_id = $2
            WHERE m.thread_id = $1 ORDER BY m.number
            """, [.int(thread), .int(reader)]
        ) { row in
            Found(
                number: Int(try row.int(0)), isSubmitter: try row.text(1) == "submitter",
                institution: try row.intOrNil(2).map { InstitutionID($0) }, day: try row.text(3),
                body: try row.bytesOrNil(4), share: try row.bytesOrNil(5))
        }
    }

    static func file(
        _ thread: Int64, _ number: Int, _ place: Int, reader: Int64, _ connection: any ReadConnection
    ) throws -> (body: [UInt8], share: [UInt8])? {
        try connection.first(
            """
            SELECT f.body, s.sealed FROM submission_file f
            JOIN submission_share s ON s.thread_id = f.thread_id AND s.number = f.number AND s.key_id = $4
            WHERE f.thread_id = $1 AND f.number = $2 AND f.place = $3
            """, [.int(thread), .int(number), .int(place), .int(reader)]
        ) { (try $0.bytes(0), try $0.bytes(1)) }
    }

    /// Erases contents, files and keys of a thread; what the audit tree holds of them stays, and fits anything from now on.
    static func erase(_ thread: Int64, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM submission_share WHERE thread_id = $1", [.int(thread)])
        try connection.execute("DELETE FROM submission_file WHERE thread_id = $1", [.int(thread)])
        try connection.execute(
            "UPDATE submission_message SET body = NULL, salt = NULL WHERE thread_id = $1", [.int(thread)])
    }

    /// Takes the keys of an institution's people from a thread: for them nothing opens any more.
    static func eraseShares(
        _ thread: Int64, _ institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            DELETE FROM submission_share WHERE thread_id = $1 AND key_id IN
                (SELECT id FROM recipient_key WHERE institution_id = $2 AND workspace_id = $3)
            """, [.int(thread), .int(institution.value), .int(workspace.value)])
    }
}
