import Store

/// Ends every key of a recipient of protected submissions that no compared installation vouches for, and every admission. What was sealed
/// to an ended key still opens; nothing new is sealed to it. Its holder makes another, which is let in as a first key is.
struct RecipientBlocking {
    private static let actions =
        "('key.make', 'key.admit', 'key.confirm', 'key.replace', 'key.withdraw', 'key.suspend')"

    let trusted: Set<String>
    let actor: String
    let at: String
    let tables: Set<String>

    /// How many keys were ended.
    func callAsFunction(_ connection: any WriteConnection, _ log: inout LogDraft) throws -> Int {
        guard tables.contains("recipient_key") else { return 0 }
        if tables.contains("recipient_admission") {
            let admissions = try connection.all(
                "SELECT institution_id, seal FROM recipient_admission ORDER BY institution_id"
            ) { (try $0.int(0), try $0.bytes(1)) }
            for (institution, seal) in admissions where !isTrusted(seal) {
                try connection.execute(
                    "DELETE FROM recipient_admission WHERE institution_id = $1", [.int(institution)])
            }
        }
        let keys = try connection.all(
            """
            SELECT id, workspace_id, endorsement FROM recipient_key WHERE status IN ('current', 'waiting') ORDER BY id
            """
        ) { (id: try $0.int(0), workspace: try $0.int(1), endorsement: try $0.bytes(2)) }
        let ended = keys.filter { !isTrusted($0.endorsement) }
        for key in ended {
            try connection.execute(
                "UPDATE recipient_key SET status = 'withdrawn', ended = $1, version = version + 1 WHERE id = $2",
                [.text(String(at.prefix(10))), .int(key.id)])
            let subject = "workspace/\(key.workspace)/recipient-key/\(key.id)"
            let said = try connection.first(
                """
                SELECT detail FROM audit_entry WHERE subject = $1 AND action IN \(Self.actions)
                ORDER BY number DESC LIMIT 1
                """, [.text(subject)]
            ) { try $0.text(0) }
            log.audit(AuditEntry(actor: actor, action: "key.withdraw", subject: subject, detail: said ?? "{}"))
        }
        return ended.count
    }

    /// A signature begins with the name of the key it was made with. Whether it fits is asked whenever the key is used.
    private func isTrusted(_ signature: [UInt8]) -> Bool {
        signature.count == 80 && trusted.contains(String(decoding: signature.prefix(16), as: UTF8.self))
    }
}
