import Domain
import Store

/// The one row of the installation, and what its service looks for.
enum HouseRow {
    static func salt(_ connection: any ReadConnection) throws -> [UInt8]? {
        try connection.first("SELECT salt FROM submission_house WHERE id = 1") { try $0.bytes(0) }
    }

    static func make(salt: [UInt8], settled: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO submission_house (id, salt, settled) VALUES (1, $1, $2) ON CONFLICT (id) DO NOTHING",
            [.bytes(salt), .text(settled)])
    }

    /// Takes the turn up to a mark; false where another process did, or the mark was reached.
    static func settle(_ mark: String, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            "UPDATE submission_house SET settled = $1 WHERE id = 1 AND settled < $1", [.text(mark)]) > 0
    }

    /// What the audit tree does not hold yet, in no order.
    static func commitments(limit: Int, _ connection: any WriteConnection) throws -> [[UInt8]] {
        let rows = try connection.all(
            "SELECT thread_id, number, commitment FROM submission_message WHERE logged = 0 LIMIT $1", [.int(limit)]
        ) { (thread: try $0.int(0), number: try $0.int(1), commitment: try $0.bytes(2)) }
        for row in rows {
            try connection.execute(
                "UPDATE submission_message SET logged = 1 WHERE thread_id = $1 AND number = $2",
                [.int(row.thread), .int(row.number)])
        }
        return rows.map(\.commitment).shuffled()
    }

    /// Whoever something waits for: an address, a language, a workspace; each once. Those who hold a key that stands.
    static func untold(_ connection: any WriteConnection) throws -> [Untold] {
        let found = try connection.all(
            """
            SELECT DISTINCT a.id, a.email, COALESCE(a.language, w.language), w.id, w.name
            FROM submission_party p JOIN recipient_key k ON k.institution_id = p.institution_id AND k.status = 'current'
            JOIN account a ON a.id = k.account_id AND a.disabled = 0 AND a.email IS NOT NULL
            JOIN membership m ON m.workspace_id = k.workspace_id AND m.account_id = a.id AND m.until IS NULL
            JOIN workspace w ON w.id = p.workspace_id AND w.closed = 0
            WHERE p.told = 0 AND p.waiting = 1 ORDER BY w.id, a.id
            """
        ) { row in
            Untold(
                account: AccountID(try row.int(0)), address: try row.text(1), language: LanguageTag(try row.text(2)),
                workspace: WorkspaceID(try row.int(3)), name: try row.text(4))
        }
        try connection.execute("UPDATE submission_party SET told = 1 WHERE told = 0")
        return found
    }

    struct Untold: Sendable {
        var account: AccountID
        var address: String
        var language: LanguageTag
        var workspace: WorkspaceID
        var name: String
    }

    /// Threads whose time of keeping ended for an institution: `(thread, institution, workspace)`. `limits` gives, for each number
    /// of months, the first day that is kept.
    static func overdue(
        months: Int, before day: String, _ connection: any ReadConnection
    ) throws -> [(thread: Int64, institution: InstitutionID, workspace: WorkspaceID)] {
        try connection.all(
            """
            SELECT p.thread_id, p.institution_id, p.workspace_id FROM submission_party p
            JOIN submission_desk d ON d.institution_id = p.institution_id AND d.retention_months = $1
            WHERE p.status <> 'erased' AND p.heard < $2 LIMIT 1000
            """, [.int(months), .text(day)]
        ) { (try $0.int(0), InstitutionID(try $0.int(1)), WorkspaceID(try $0.int(2))) }
    }

    /// Whether a thread's time of keeping is over for an institution.
    static func isOverdue(
        _ thread: Int64, _ institution: InstitutionID, months: Int, before day: String, _ connection: any ReadConnection
    ) throws -> Bool {
        try connection.count(
            """
            SELECT COUNT(*) FROM submission_party p
            JOIN submission_desk d ON d.institution_id = p.institution_id AND d.retention_months = $1
            WHERE p.status <> 'erased' AND p.heard < $2 AND p.thread_id = $3 AND p.institution_id = $4
            """, [.int(months), .text(day), .int(thread), .int(institution.value)]) > 0
    }

    static func retentions(_ connection: any ReadConnection) throws -> [Int] {
        try connection.all("SELECT DISTINCT retention_months FROM submission_desk ORDER BY retention_months") {
            Int(try $0.int(0))
        }
    }

    /// Sessions of these that are open.
    static func openSessions(
        _ ids: [Int64], at: String, _ connection: any ReadConnection
    ) throws -> Set<Int64> {
        var open: Set<Int64> = []
        for id in ids {
            if try connection.count(
                "SELECT COUNT(*) FROM session WHERE id = $1 AND expires > $2", [.int(id), .text(at)]) > 0
            {
                open.insert(id)
            }
        }
        return open
    }
}
