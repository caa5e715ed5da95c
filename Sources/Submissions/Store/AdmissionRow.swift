import Domain
import Store

/// Who vouched for institutions as recipients.
enum AdmissionRow {
    static func find(
        _ institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Admission? {
        try connection.first(
            """
            SELECT institution_id, workspace_id, key_id, name, kind, address, account_id, day, seal, version
            FROM recipient_admission WHERE institution_id = $1 AND workspace_id = $2
            """, [.int(institution.value), .int(workspace.value)]
        ) { row in
            Admission(
                institution: InstitutionID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
                key: try row.int(2), name: try row.text(3),
                kind: try row.value(4) { InstitutionKind(rawValue: $0) }, address: try row.text(5),
                account: AccountID(try row.int(6)), day: try row.text(7), seal: try row.bytes(8),
                version: Int(try row.int(9)))
        }
    }

    /// Puts it in the place of the one before.
    static func put(_ admission: Admission, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO recipient_admission (institution_id, workspace_id, key_id, name, kind, address, account_id, day,
                seal, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
            ON CONFLICT (institution_id) DO UPDATE SET key_id = $3, name = $4, kind = $5, address = $6, account_id = $7,
                day = $8, seal = $9, version = recipient_admission.version + 1
            """,
            [
                .int(admission.institution.value), .int(admission.workspace.value), .int(admission.key),
                .text(admission.name), .text(admission.kind.rawValue), .text(admission.address),
                .int(admission.account.value), .text(admission.day), .bytes(admission.seal),
            ])
    }

    /// Whether somebody is, or ever was, of a workspace.
    static func hasBelonged(
        _ account: AccountID, to workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Bool {
        let values: [SQLValue] = [.int(workspace.value), .int(account.value)]
        let now = try connection.count(
            "SELECT COUNT(*) FROM membership WHERE workspace_id = $1 AND account_id = $2", values)
        let once = try connection.count(
            "SELECT COUNT(*) FROM membership_period WHERE workspace_id = $1 AND account_id = $2", values)
        return now + once > 0
    }

    /// What the audit log said last of a key: the action and its detail.
    static func lastSaid(
        of key: RecipientKey, _ connection: any ReadConnection
    ) throws -> (action: String, detail: String)? {
        try connection.first(
            """
            SELECT action, detail FROM audit_entry
            WHERE subject = $1
                AND action IN ('key.make', 'key.admit', 'key.confirm', 'key.replace', 'key.withdraw', 'key.suspend')
            ORDER BY number DESC LIMIT 1
            """, [.text("workspace/\(key.workspace)/\(key.subject)")]
        ) { (try $0.text(0), try $0.text(1)) }
    }
}
