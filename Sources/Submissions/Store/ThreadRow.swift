package import Domain
import Store

/// Threads and who they were sent to. The submitter's side finds its thread by what the receipt gives; the recipients' side by its
/// workspace and institution, in every statement.
enum ThreadRow {
    struct Found: Sendable {
        var id: Int64
        var replyKey: [UInt8]
        var made: String
        var withdrawn: String?
    }

    static func insert(
        _ id: Int64, lookup: [UInt8], replyKey: [UInt8], day: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "INSERT INTO submission_thread (id, lookup, reply_key, made) VALUES ($1, $2, $3, $4)",
            [.int(id), .bytes(lookup), .bytes(replyKey), .text(day)])
    }

    static func insert(
        party institution: InstitutionID, _ workspace: WorkspaceID, of thread: Int64, day: String,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO submission_party (thread_id, institution_id, workspace_id, status, waiting, told, heard, version)
            VALUES ($1, $2, $3, 'open', 1, 0, $4, 1)
            """, [.int(thread), .int(institution.value), .int(workspace.value), .text(day)])
    }

    static func find(lookup: [UInt8], _ connection: any ReadConnection) throws -> Found? {
        try connection.first(
            "SELECT id, reply_key, made, withdrawn FROM submission_thread WHERE lookup = $1", [.bytes(lookup)], read)
    }

    static func find(
        _ id: Int64, _ institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Found? {
        try connection.first(
            """
            SELECT t.id, t.reply_key, t.made, t.withdrawn FROM submission_thread t
            JOIN submission_party p ON p.thread_id = t.id AND p.institution_id = $2 AND p.workspace_id = $3
                AND p.status <> 'erased'
            WHERE t.id = $1
            """, [.int(id), .int(institution.value), .int(workspace.value)], read)
    }

    private static func read(_ row: any Row) throws -> Found {
        Found(
            id: try row.int(0), replyKey: try row.bytes(1), made: try row.text(2), withdrawn: try row.textOrNil(3))
    }

    /// The submitter said something more: every open recipient has something waiting.
    static func hear(_ thread: Int64, day: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE submission_party SET waiting = 1, told = 0, heard = $1, status = 'open', version = version + 1
            WHERE thread_id = $2 AND status <> 'erased'
            """, [.text(day), .int(thread)])
    }

    static func withdraw(_ thread: Int64, day: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE submission_thread SET withdrawn = $1 WHERE id = $2", [.text(day), .int(thread)])
    }

    /// Keeps a thread from being withdrawn until this transaction ends; false where it was, or is none of the institution's.
    static func hold(
        _ thread: Int64, _ institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE submission_thread SET made = made WHERE id = $1 AND withdrawn IS NULL AND EXISTS (
                SELECT 1 FROM submission_party p WHERE p.thread_id = $1 AND p.institution_id = $2 AND p.workspace_id = $3
                AND p.status <> 'erased')
            """, [.int(thread), .int(institution.value), .int(workspace.value)]) > 0
    }

    static func set(
        _ thread: Int64, _ institution: InstitutionID, _ workspace: WorkspaceID, waiting: Bool,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE submission_party SET waiting = $1, told = 1
            WHERE thread_id = $2 AND institution_id = $3 AND workspace_id = $4
            """, [.flag(waiting), .int(thread), .int(institution.value), .int(workspace.value)])
    }

    static func set(
        _ thread: Int64, _ institution: InstitutionID, _ workspace: WorkspaceID, status: ThreadStatus, version: Int,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE submission_party SET status = $1, waiting = 0, version = version + 1
            WHERE thread_id = $2 AND institution_id = $3 AND workspace_id = $4 AND version = $5 AND status <> 'erased'
            """,
            [
                .text(status.rawValue), .int(thread), .int(institution.value), .int(workspace.value), .int(version),
            ]) > 0
    }

    static func erase(
        _ thread: Int64, _ institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE submission_party SET status = 'erased', waiting = 0, told = 1
            WHERE thread_id = $1 AND institution_id = $2 AND workspace_id = $3
            """, [.int(thread), .int(institution.value), .int(workspace.value)])
    }

    /// The institutions a thread was sent to, by name.
    static func parties(_ thread: Int64, _ connection: any ReadConnection) throws -> [ThreadParty] {
        try connection.all(
            """
            SELECT p.institution_id, i.name, w.name, p.status, p.waiting, p.heard, p.version
            FROM submission_party p JOIN institution i ON i.id = p.institution_id JOIN workspace w ON w.id = p.workspace_id
            WHERE p.thread_id = $1 ORDER BY i.name_key, p.institution_id
            """, [.int(thread)], readParty)
    }

    static func readParty(_ row: any Row) throws -> ThreadParty {
        ThreadParty(
            institution: InstitutionID(try row.int(0)), name: try row.text(1), workspace: try row.text(2),
            status: try row.value(3) { ThreadStatus(rawValue: $0) }, isWaiting: try row.int(4) == 1,
            heard: try row.text(5), version: Int(try row.int(6)))
    }

    /// An institution's threads: those that wait first, then the last heard of. Nothing of their contents.
    static func desk(
        _ institution: InstitutionID, _ workspace: WorkspaceID, limit: Int, _ connection: any ReadConnection
    ) throws -> [DeskThread] {
        try connection.all(
            """
            SELECT p.thread_id, t.made, t.withdrawn, p.status, p.waiting, p.heard, p.version,
                (SELECT COUNT(*) FROM submission_message m WHERE m.thread_id = p.thread_id)
            FROM submission_party p JOIN submission_thread t ON t.id = p.thread_id
            WHERE p.workspace_id = $1 AND p.institution_id = $2 AND p.status <> 'erased'
            ORDER BY p.waiting DESC, p.heard DESC, p.thread_id LIMIT $3
            """, [.int(workspace.value), .int(institution.value), .int(limit)]
        ) { row in
            DeskThread(
                id: try row.int(0), made: try row.text(1), withdrawn: try row.textOrNil(2),
                status: try row.value(3) { ThreadStatus(rawValue: $0) }, isWaiting: try row.int(4) == 1,
                heard: try row.text(5), version: Int(try row.int(6)), messages: Int(try row.int(7)))
        }
    }
}

/// How a thread stands with one of its recipients.
package enum ThreadStatus: String, Hashable, Sendable { case open, closed, erased }

/// One of the institutions that a thread was sent to.
package struct ThreadParty: Hashable, Sendable {
    package var institution: InstitutionID
    package var name: String
    package var workspace: String
    package var status: ThreadStatus
    package var isWaiting: Bool
    /// The day of the submitter's last word.
    package var heard: String
    package var version: Int
}

/// A thread in the list of a desk.
package struct DeskThread: Hashable, Sendable {
    package var id: Int64
    package var made: String
    package var withdrawn: String?
    package var status: ThreadStatus
    package var isWaiting: Bool
    package var heard: String
    package var version: Int
    package var messages: Int
}
